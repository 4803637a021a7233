"""The menu, as data: the stages of the programme in their order."""

from collections.abc import Callable
from functools import cache, partial
from typing import NamedTuple

from django.conf import settings
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from config.safety import demonstration_accounts
from techcoop.intake.queries import were_imported_since
from techcoop.people.models import DEMONSTRATION_DOMAIN, User
from techcoop.people.roles import Permission


def takes_in_some_kind(user: User, permission: Permission) -> bool:
    """Records of assistance, or that for which States account."""
    return any(map(user.can_everywhere, (permission, Permission.TAKE_IN_ACCOUNTABILITY)))


class Item(NamedTuple):
    """One entry of the menu, for those who hold its permission: somewhere, for a State, or without limit."""

    label: str | Promise
    route: str
    prefix: str
    permission: Permission | None = None
    holds: Callable[[User, Permission], bool] = User.can


class Entry(NamedTuple):
    """One entry of the menu as a page prints it."""

    label: str | Promise
    address: str
    current: str


P = Permission
MENU = (
    Item(_("My desk"), "desk:my_desk", "/desk/"),
    Item(_("States"), "atlas:states", "/states/"),
    Item(
        _("Recommendations"),
        "accountability:recommendations",
        "/recommendations/",
        P.SEE_ACCOUNTABILITY,
    ),
    Item(
        pgettext_lazy("requests of States", "Requests"),
        "requests:requests",
        "/requests/",
        P.SEE_REQUESTS,
        User.can_for_some_state,
    ),
    Item(
        _("Assessments"),
        "assessments:assessments",
        "/assessments/",
        P.SEE_ASSESSMENTS,
        User.can_for_some_state,
    ),
    Item(_("Projects"), "projects:projects", "/projects/", P.SEE_PROJECTS),
    Item(_("Activities"), "delivery:activities", "/activities/", P.SEE_PROJECTS),
    Item(_("Evaluation"), "evaluation:evaluations", "/evaluation/", P.SEE_EVALUATIONS),
    Item(_("Portfolio"), "desk:portfolio", "/portfolio/", P.SEE_PROJECTS),
    Item(
        _("Consistency"),
        "desk:consistency",
        "/consistency/",
        P.SEE_WORKING_NOTES,
        User.can_for_some_state,
    ),
    Item(_("Money"), "ledger:expenses", "/money/", P.SEE_MONEY, User.can_everywhere),
    Item(_("Imports"), "intake:imports", "/imports/", P.IMPORT_RECORDS, takes_in_some_kind),
    Item(_("People"), "people:people", "/people/", P.MANAGE_PEOPLE, User.can_everywhere),
    Item(_("Journal"), "desk:journal", "/journal/", P.READ_JOURNAL, User.can_everywhere),
)


@cache
def address_of(route: str) -> str:
    """The address of a route, or nothing while its page does not exist."""
    try:
        return reverse(route)
    except NoReverseMatch:
        return ""


def is_for(user: User, item: Item) -> bool:
    """Whether this entry leads somewhere that the person may go."""
    allowed = item.permission is None or item.holds(user, item.permission)
    return allowed and bool(address_of(item.route))


def entry(item: Item, path: str) -> Entry:
    """An entry that knows whether the reader is on its page, or within its part of the system."""
    address = address_of(item.route)
    within = "true" if path.startswith(item.prefix) else ""
    return Entry(item.label, address, "page" if path == address else within)


class Demonstration(NamedTuple):
    """What a visitor of the demonstration needs to get in."""

    password: str
    people: QuerySet


def navigation(request: HttpRequest) -> dict:
    """What the frame of every page prints: the menu, or before the door who may try the demonstration."""
    if not request.user.is_authenticated:
        return {
            "menu": (),
            "demonstration": demonstration,
            "account_address": "",
            "roles_address": "",
            "public_address": address_of("publishing:start"),
            "is_invented": False,
            "is_mixed": False,
        }
    return {
        "menu": [entry(item, request.path) for item in MENU if is_for(request.user, item)],
        "account_address": address_of("people:account"),
        "roles_address": address_of("people:roles"),
        "public_address": address_of("publishing:start"),
        "is_invented": request.user.email.endswith(DEMONSTRATION_DOMAIN),
        "is_mixed": partial(were_imported_since, request.user.created_at),
    }


def demonstration() -> Demonstration | None:
    """The sign-ins that everybody knows; none in production."""
    people = demonstration_accounts() if settings.DEMONSTRATION else None
    return Demonstration(settings.DEMONSTRATION_PASSWORD, people) if people else None
