"""Which acts the page of a request offers, and why some are not possible."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from techcoop.journal.queries import Told
from techcoop.people.models import User
from techcoop.people.policies import done_by
from techcoop.requests.actions.deciding import TAKING_UP
from techcoop.requests.models import ScreeningVerdict, StateRequest
from techcoop.requests.policies import may, may_answer, may_register, may_speak_for, permission_for
from techcoop.requests.practices import stands_against, without_verdict
from techcoop.requests.queries import waits_for_an_answer, why_not_withdrawn
from techcoop.requests.statuses import ACTS, LIFECYCLE, OPEN, UNDECIDED
from techcoop.web.acts import Act
from techcoop.web.refusals import why_not_now
from techcoop.web.writing import listed

Verdicts = Mapping[str, ScreeningVerdict]
AT_ONCE = ("register", "formulate")
GRAVE = ("decline", "withdraw")


def acts_of(state_request: StateRequest, user: User, *, verdicts: Verdicts | None = None) -> list[Act]:
    """The acts that are possible now or may be later; none for those who have none at all."""
    ahead = LIFECYCLE.still_ahead(state_request.status)
    coming = [act for act in LIFECYCLE.acts if ahead.intersection(map(str, LIFECYCLE.sources_of(act)))]
    permitted = {act for act in LIFECYCLE.acts if may(user, act, state_request)}
    if not permitted:
        return []
    ordinary = permitted.difference(GRAVE)
    first = next((act for act in LIFECYCLE.allowed_acts(state_request.status) if act in ordinary), "")
    acts = [_act(state_request, act, permitted=act in permitted, first=act == first) for act in coming]
    barred = _barred(verdicts or {})
    acts = [_not_yet(act, barred) for act in acts]
    return [*acts, *_filing(state_request, user)]


def may_take_up_now(state_request: StateRequest, user: User) -> bool:
    """Whether this person could accept it now, were it not for the screening sheet."""
    return any(
        act in LIFECYCLE.allowed_acts(state_request.status) and may(user, act, state_request)
        for act in TAKING_UP
    )


def acts_of_answering(state_request: StateRequest, user: User, *, history: Iterable[Told]) -> list[Act]:
    """What is done about what a Government wrote; first of all, as it waits for people."""
    if not (may_answer(user, state_request) and waits_for_an_answer(history)):
        return []
    reference = (state_request.reference,)
    return [
        Act("answer", _("Answer the Government"), reverse("requests:answer", args=reference)),
        Act("file_message", _("File what it wrote"), reverse("requests:file_message", args=reference)),
    ]


def acts_of_the_government(state_request: StateRequest, user: User) -> list[Act]:
    """What the focal point does about the own request: write, add papers, take it back."""
    if not may_speak_for(user, state_request):
        return []
    reference = (state_request.reference,)
    gone = why_not_now(LIFECYCLE, "withdraw", state_request.status) or why_not_withdrawn(state_request)
    withdraw = reverse("requests:withdraw", args=reference)
    return [
        Act("write", _("Write, or add a paper"), reverse("requests:write", args=reference), first=True),
        Act("withdraw", _("Withdraw the request"), withdraw, allowed=not gone, why_not=gone, grave=True),
    ]


def _act(state_request: StateRequest, act: str, *, permitted: bool, first: bool) -> Act:
    why_not = why_not_now(LIFECYCLE, act, state_request.status)
    if not why_not and not permitted:
        why_not = done_by(permission_for(act))
    if not why_not and act == "withdraw":
        why_not = why_not_withdrawn(state_request)
    return Act(
        name=act,
        label=ACTS[act],
        address=reverse(f"requests:{act}", args=(state_request.reference,)),
        allowed=not why_not,
        why_not=why_not,
        post=act in AT_ONCE,
        first=first and not why_not,
        grave=act in GRAVE,
    )


def _barred(verdicts: Verdicts) -> str:
    """Why the screening sheet does not let the request be taken up yet."""
    if lacking := len(without_verdict(verdicts)):
        return ngettext(
            "%(number)s question of the screening sheet has no verdict yet.",
            "%(number)s questions of the screening sheet have no verdict yet.",
            lacking,
        ) % {"number": lacking}
    against = listed(str(one.question.label) for one in stands_against(verdicts))
    return (
        _("On the screening sheet this does not hold: %(questions)s") % {"questions": against}
        if against
        else ""
    )


def _not_yet(act: Act, barred: str) -> Act:
    """What takes a request up waits until the screening sheet lets it."""
    if not barred or not act.allowed or act.name not in TAKING_UP:
        return act
    return replace(act, allowed=False, first=False, is_near=True, why_not=barred)


def _filing(state_request: StateRequest, user: User) -> list[Act]:
    """What keeps the file in order, whatever the status."""
    if not may_register(user, state_request):
        return []
    closed = (
        "" if state_request.status in UNDECIDED else _("The facts stay as they were when it was decided.")
    )
    reference = (state_request.reference,)
    over = "" if state_request.status in OPEN else _("The request is over.")
    revise, assign = (reverse(f"requests:{name}", args=reference) for name in ("revise", "assign"))
    return [
        Act("revise", _("Correct the facts"), revise, allowed=not closed, why_not=closed),
        Act("assign", _("Give to a desk officer"), assign, allowed=not over, why_not=over),
        Act("attach", _("Add a paper"), reverse("requests:attach", args=reference)),
    ]
