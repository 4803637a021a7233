"""What cannot be done: said before anything is typed, and where it comes too late nothing typed is lost."""

from collections.abc import Callable, Sequence
from contextlib import suppress

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.urls import Resolver404, resolve
from django.utils.translation import gettext as _

from techcoop.lifecycle import Lifecycle, MoveNotAllowed
from techcoop.web.writing import listed

UNSPOKEN = ("csrfmiddlewaretoken", "submission", "password", "initial-")


def ask_first(request: HttpRequest, not_yours: str, timely: Callable[[], object]) -> None:
    """Whoever opens a form learns before typing why it would be refused.

    Whoever sends one too late is told on the form itself, which keeps what was typed.
    """
    if not_yours:
        raise PermissionDenied(not_yours)
    try:
        timely()
    except MoveNotAllowed as refused:
        if request.method == "GET":
            raise
        request.too_late = refused  # type: ignore[attr-defined]


def possible_while(statuses: Sequence[str]) -> str:
    """The sentence that says at which statuses an act is possible."""
    *others, last = [f"“{getattr(one, 'label', one)}”" for one in statuses]
    named = _("%(others)s or %(last)s") % {"others": listed(others), "last": last} if others else last
    return _("Possible while the status is %(statuses)s.") % {"statuses": named}


def why_not_now(lifecycle: Lifecycle, act: str, status: str) -> str:
    """At which statuses the act is possible, when it is not possible now."""
    sources = lifecycle.sources_of(act)
    return "" if status in sources else possible_while(sources)


def why_too_late(refused: MoveNotAllowed) -> str:
    """Why an act is not possible any more, as far as the procedure says it."""
    if not refused.possible_while:
        return _("The status has changed meanwhile.")
    return f"{_('The status has changed meanwhile.')} {possible_while(refused.possible_while)}"


def page_above(path: str) -> str:
    """The nearest page above an address: that of the thing with which somebody wanted to do something."""
    above = path.rstrip("/")
    while above := above.rpartition("/")[0]:
        with suppress(Resolver404):
            resolve(f"{above}/")
            return f"{above}/"
    return ""


def words_typed(request: HttpRequest) -> list[str]:
    """The words that somebody sent in vain; what was only chosen or ticked is chosen again."""
    return [
        value
        for name, values in request.POST.lists()
        for value in values
        if " " in value.strip() and not name.startswith(UNSPOKEN)
    ]
