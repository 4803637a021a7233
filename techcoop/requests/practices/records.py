"""What the records say to the questions of admissibility; people answer them."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from techcoop.requests.models import ASK_FOR_NOBODY, Authority, Channel, StateRequest, Way
from techcoop.requests.practices.completeness import sounds_like_another_body
from techcoop.requests.queries import Surroundings
from techcoop.web.writing import listed

NO_ACCOUNT = _("Nothing was taken in yet for which these States account.")
ACCOUNT = _(
    "Standings with the instruments: %(standings)d. Reports overdue: %(overdue)d, not known whether "
    "submitted: %(not_known)d. Visits of special procedures asked for and not made: %(open)d, refused: "
    "%(refused)d. Reviews in the universal periodic review: %(reviews)d, the last in cycle %(cycle)s. "
    "Recommendations linked: %(linked)d. Accounts frozen with this request: %(frozen)d. They are shown "
    "beside the request and are no condition of it."
)


@dataclass(frozen=True)
class Found:
    """What the records say to a question; `holds` is empty where no record answers it."""

    text: str | Promise
    holds: bool | None


def genuine(state_request: StateRequest, around: Surroundings) -> Found:
    """Who signed, for what kind of authority, by what way, and how often the same authority has asked."""
    kind = state_request.signatory_kind
    words = {
        "authority": state_request.signatory_authority or "–",
        "kind": Authority(kind).label if kind else _("kind not recorded"),
        "way": Way(state_request.way).label,
        "channel": Channel(state_request.channel).label,
        "earlier": around.earlier_of_the_authority,
    }
    text = _(
        "Signed for: %(authority)s (%(kind)s). %(way)s. %(channel)s. Other requests of the same authority on "
        "record: %(earlier)d."
    )
    name = state_request.signatory_authority
    asks = bool(name and kind) and kind not in ASK_FOR_NOBODY
    if asks and (kind == Authority.STATE_BODY or sounds_like_another_body(name)):
        return Found(_("%(text)s See that the Government stands behind it.") % {"text": text % words}, None)
    return Found(text % words, asks)


def components(state_request: StateRequest, around: Surroundings) -> Found:
    """Which of the five are named."""
    if state_request.components:
        return Found(listed(state_request.component_names), True)
    return Found(_("No component is named on the request yet."), False)


def accountability(state_request: StateRequest, around: Surroundings) -> Found:
    """What the States that ask account for, and whether it was frozen with the request."""
    account = around.account
    if not any((account.standings, account.overdue, account.not_known, account.visits_open, account.reviews)):
        return Found(NO_ACCOUNT, False)
    words = {
        "standings": account.standings,
        "overdue": account.overdue,
        "not_known": account.not_known,
        "open": account.visits_open,
        "refused": account.visits_refused,
        "reviews": account.reviews,
        "cycle": account.last_cycle or "–",
        "linked": around.recommendations,
        "frozen": around.snapshots,
    }
    return Found(ACCOUNT % words, around.snapshots > 0)


def consulted(state_request: StateRequest, around: Surroundings) -> Found:
    """Which national institutions there are to hear; whether they were heard, people know."""
    if around.institutions:
        return Found(
            _("National institutions on record: %(names)s. Whether they were heard, no record says.")
            % {"names": listed(around.institutions)},
            None,
        )
    return Found(_("No accredited national institution is on record."), None)


def duplication(state_request: StateRequest, around: Surroundings) -> Found:
    """Other requests of the same components that are not over, and what was asked of others."""
    others = listed(one.reference for one in around.open_in_same_components)
    if others:
        return Found(_("Open in the same components: %(references)s.") % {"references": others}, False)
    if state_request.parallel_requests:
        return Found(_("The request says: %(text)s") % {"text": state_request.parallel_requests}, None)
    return Found(_("Nothing is noted about parallel requests to others."), None)


def counterpart(state_request: StateRequest, around: Surroundings) -> Found:
    """The institution that is named."""
    if state_request.institution:
        return Found(state_request.institution, True)
    return Found(_("No institution to be strengthened is named."), False)


def nowhere(state_request: StateRequest, around: Surroundings) -> Found:
    """What no record answers."""
    return Found(_("No record answers this; people do."), None)
