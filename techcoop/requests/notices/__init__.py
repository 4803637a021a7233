"""What goes out: letters to requesters, mails that remind, sheets for work inside."""

from techcoop.requests.notices.letters import (
    ENDORSEMENT,
    Wording,
    as_it_was_sent,
    as_paper,
    drafted,
    endorsed,
    imagined,
    in_paragraphs,
    language_of,
    letter,
    say_in,
    worded,
)
from techcoop.requests.notices.reminders import reminder_mail
from techcoop.requests.notices.sheets import handover_sheet, screening_sheet
from techcoop.requests.notices.telling import Told, given_mail, telling_mail

__all__ = [
    "ENDORSEMENT",
    "Told",
    "Wording",
    "as_it_was_sent",
    "as_paper",
    "drafted",
    "endorsed",
    "given_mail",
    "handover_sheet",
    "imagined",
    "in_paragraphs",
    "language_of",
    "letter",
    "reminder_mail",
    "say_in",
    "screening_sheet",
    "telling_mail",
    "worded",
]
