"""Where somebody for whom nothing waits begins: the places that a role uses most, as data."""

from collections.abc import Callable
from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from techcoop.people.models import User
from techcoop.people.roles import Permission as P

MOST = 3
EVERYWHERE, FOR_STATES = User.can_everywhere, User.can_for_some_state


@dataclass(frozen=True)
class Place:
    """A page, what it is good for, and the permission for which it is there."""

    label: str | Promise
    purpose: str | Promise
    route: str
    permission: P
    holds: Callable[[User, P], bool] = User.can

    @property
    def address(self) -> str:
        """Where the page is."""
        return reverse(self.route)

    def is_for(self, user: User) -> bool:
        """Whether the person may open it."""
        return self.holds(user, self.permission)


# What only few roles do comes first, so that each role meets its own work before what all may read.
PLACES = (
    Place(
        _("People"),
        _("open accounts, give and take away roles"),
        "people:people",
        P.MANAGE_PEOPLE,
        EVERYWHERE,
    ),
    Place(_("Ask for assistance"), _("begin a request on line"), "requests:ask", P.ASK_FOR_ASSISTANCE),
    Place(_("Journal"), _("who did what, when and why"), "desk:journal", P.READ_JOURNAL, EVERYWHERE),
    Place(
        _("Money"),
        _("expenses that the Secretariat publishes"),
        "ledger:expenses",
        P.CLOSE_ACCOUNTS,
        EVERYWHERE,
    ),
    Place(_("Enter a request"), _("from a note verbale or letter"), "requests:new", P.REGISTER_REQUESTS),
    Place(
        _("Take in a message"), _("a file (.eml) becomes a draft"), "requests:take_in", P.REGISTER_REQUESTS
    ),
    Place(_("Service clock"), _("how long each step takes"), "requests:clock", P.REGISTER_REQUESTS),
    Place(
        _("Assessments"),
        _("read them, and clear them"),
        "assessments:assessments",
        P.APPROVE_ASSESSMENTS,
        FOR_STATES,
    ),
    Place(_("Evaluations"), _("plan one, or go on with one"), "evaluation:evaluations", P.RECORD_EVALUATIONS),
    Place(
        _("Synthesis reports"),
        _("draft one over some years"),
        "evaluation:reviews",
        P.COMPOSE_REVIEWS,
        FOR_STATES,
    ),
    Place(_("Imports"), _("take records in from a file"), "intake:imports", P.IMPORT_RECORDS, EVERYWHERE),
    Place(_("Requests of States"), _("where each stands"), "requests:requests", P.SEE_REQUESTS, FOR_STATES),
    Place(_("Portfolio"), _("projects on a map, by form, year and region"), "desk:portfolio", P.SEE_PROJECTS),
    Place(_("Evaluations"), _("what was found and learnt"), "evaluation:evaluations", P.SEE_EVALUATIONS),
    Place(
        _("Recommendations"),
        _("what the mechanisms recommend to States"),
        "accountability:recommendations",
        P.SEE_ACCOUNTABILITY,
    ),
)


def places_for(user: User) -> list[Place]:
    """The places with which this person begins; none for whoever holds no role."""
    places: dict[str, Place] = {}
    for one in PLACES:
        if one.is_for(user):
            places.setdefault(one.route, one)
    return list(places.values())[:MOST]
