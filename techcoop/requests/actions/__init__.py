"""What people do with requests: the verbs of the procedure, and what goes into the file."""

from techcoop.requests.actions.asking import endorse
from techcoop.requests.actions.corresponding import answer, file_message, write
from techcoop.requests.actions.deciding import (
    Said,
    accept,
    accept_in_part,
    decide,
    decline,
    formulate,
    redirect,
    screen,
    withdraw,
)
from techcoop.requests.actions.drafting import (
    Typed,
    attach_to_draft,
    remove_from_draft,
    save_draft,
    set_aside,
)
from techcoop.requests.actions.filing import (
    assign,
    attach,
    link_recommendation,
    reconsider_recommendation,
    refuse_recommendation,
    unlink_recommendation,
)
from techcoop.requests.actions.handing_over import hand_over
from techcoop.requests.actions.letters import TemplateText, issue_template, send_again
from techcoop.requests.actions.mailing import take_in
from techcoop.requests.actions.receiving import Facts, acknowledge, receive, register, revise
from techcoop.requests.actions.reminding import make_reminders, remind
from techcoop.requests.actions.screening import Judgement, judge
from techcoop.requests.actions.together import assign_together, bring_to_mind

__all__ = [
    "Facts",
    "Judgement",
    "Said",
    "TemplateText",
    "Typed",
    "accept",
    "accept_in_part",
    "acknowledge",
    "answer",
    "assign",
    "assign_together",
    "attach",
    "bring_to_mind",
    "decide",
    "attach_to_draft",
    "decline",
    "endorse",
    "file_message",
    "formulate",
    "hand_over",
    "issue_template",
    "judge",
    "link_recommendation",
    "make_reminders",
    "receive",
    "reconsider_recommendation",
    "redirect",
    "refuse_recommendation",
    "register",
    "remove_from_draft",
    "remind",
    "revise",
    "save_draft",
    "screen",
    "send_again",
    "set_aside",
    "take_in",
    "unlink_recommendation",
    "withdraw",
    "write",
]
