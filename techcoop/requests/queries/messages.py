"""What Governments wrote on line, and whether anybody has answered or filed it."""

from collections.abc import Iterable

from django.db.models import Exists, OuterRef, QuerySet

from techcoop.journal.models import Entry
from techcoop.journal.queries import Told
from techcoop.requests.models import StateRequest

ANSWERS = ("answer", "file_message")


def unanswered() -> QuerySet[Entry]:
    """The messages after which nobody has answered, and which nobody has filed."""
    own = Entry.objects.filter(thing_kind=StateRequest._meta.label_lower)
    later = own.filter(thing_id=OuterRef("thing_id"), number__gt=OuterRef("number"), act__in=ANSWERS)
    return own.filter(~Exists(later), act="write").order_by()


def waits_for_an_answer(history: Iterable[Told]) -> bool:
    """Whether, by the history of a request, its Government has written and waits."""
    last = next((one.act for one in reversed(list(history)) if one.act in ("write", *ANSWERS)), "")
    return last == "write"
