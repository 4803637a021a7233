"""What the journal says of an act that was done, in the words of the stage that did it."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from techcoop.assessments.statuses import ACT_LABELS as ON_ASSESSMENTS
from techcoop.delivery.statuses import ACT_LABELS as ON_ACTIVITIES
from techcoop.evaluation.statuses import ACT_LABELS as ON_EVALUATIONS
from techcoop.people.views.managing import ACTS as ON_PEOPLE
from techcoop.projects.statuses import ACT_LABELS as ON_PROJECTS
from techcoop.requests.statuses import DONE as ON_REQUESTS

Words = Mapping[str, str | Promise]
ON_DRAFTS: Words = {
    "begin a draft": _("Draft begun"),
    "go on with a draft": _("Draft saved"),
    "remove": _("Paper taken out"),
    "set aside": _("Set aside"),
    "make a request": _("Made a request"),
    "take in": _("Taken in from a message"),
    "issue_template": _("Template of a letter issued"),
    "hand_over": _("Desk handed over"),
    "make_reminders": _("Reminders laid ready"),
    "remind": _("Reminded by mail"),
    "bring_to_mind": _("Officer reminded"),
}
ON_IMPORTS: Words = {
    "upload": _("File handed in"),
    "preview": _("File compared"),
    "confirm": _("Confirmed"),
    "apply": _("Records written"),
    "fail": _("Could not be taken in"),
    "start again": _("Ordered again"),
    "abandon": _("Given up"),
}
ON_THEMES: Words = {"place theme": _("Theme placed onto a subject")}
ON_VIEWS: Words = {
    "save_view": _("View of a list saved"),
    "mail_what_is_new": _("Mails of what is new asked for"),
    "stop_mails": _("Mails of what is new stopped"),
    "remove_view": _("View of a list removed"),
    "tell_what_is_new": _("What is new told by mail"),
}
ON_PAPERS: Words = {
    "keep": _("Paper kept"),
    "attach": _("Paper added"),
    "hand over": _("Paper passed on"),
    "take out": _("Paper taken out"),
    "read": _("Protected paper opened"),
}
ON_CALENDARS: Words = {
    "open calendar": _("Address of a calendar given"),
    "close calendar": _("Address of a calendar taken back"),
}
WORDS: dict[str, Words] = {
    "accountability": ON_CALENDARS,
    "assessments": ON_ASSESSMENTS,
    "delivery": ON_ACTIVITIES,
    "documents": ON_PAPERS,
    "evaluation": ON_EVALUATIONS,
    "intake": ON_IMPORTS,
    "matching": ON_THEMES,
    "people": {**ON_VIEWS, **ON_PEOPLE},
    "projects": ON_PROJECTS,
    "requests": {**ON_DRAFTS, **ON_REQUESTS},
}


def in_words(kind: str, act: str) -> str:
    """An act on a kind of thing; what another stage did to the thing has that stage's words."""
    own = WORDS.get(kind.partition(".")[0], {})
    found = next((words[act] for words in (own, *WORDS.values()) if act in words), None)
    return str(found) if found else act.replace("_", " ")


def offered(known: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """The acts by which the journal is narrowed, each once with all its words, in the order of the words."""
    words: dict[str, dict[str, None]] = {}
    for kind, act in known:
        words.setdefault(act, {})[in_words(kind, act)] = None
    return sorted(((act, " · ".join(said)) for act, said in words.items()), key=lambda one: one[1])
