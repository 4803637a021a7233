"""Questions about people."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date
from heapq import nlargest
from typing import Any

from django.contrib.postgres.aggregates import ArrayAgg
from django.db.models import Case, Exists, OuterRef, Prefetch, Q, QuerySet, Value, When
from django.http import QueryDict

from techcoop.atlas.models import State
from techcoop.journal.queries import history
from techcoop.people.models import Assignment, AssignmentQuerySet, SavedView, User, ViewContent
from techcoop.people.permissions import Permission
from techcoop.people.roles import ROLES, Role

MACHINE = "machine@techcoop.invalid"


def the_machine() -> User:
    """The system itself, as an actor: it has an account, a role, and its acts are recorded as its own."""
    return User.objects.get(email=MACHINE)


def has_chosen_a_language(person: User) -> bool:
    """Whether somebody has said in which language to read; whoever opened the account did not."""
    return history(person).filter(act="choose language", by=person).exists()


@dataclass(frozen=True)
class RoleInWords:
    """A role that somebody holds today, as the person reads it."""

    role: Role
    everywhere: bool
    regions: tuple[str, ...]
    states: tuple[str, ...]
    organizations: tuple[str, ...]
    starts_on: date
    ends_on: date | None


def roles_held_by(user: User) -> list[RoleInWords]:
    """The roles that somebody holds today and that say their reach, with it in words."""
    current = user.assignments.current().saying_their_reach()
    held = current.prefetch_related("regions", "states", "organizations").order_by("role")
    return [
        RoleInWords(
            role=ROLES[one.role],
            everywhere=one.everywhere,
            regions=tuple(sorted(region.name for region in one.regions.all())),
            states=tuple(sorted(state.name for state in one.states.all())),
            organizations=tuple(sorted(str(organization) for organization in one.organizations.all())),
            starts_on=one.starts_on,
            ends_on=one.ends_on,
        )
        for one in held
        if one.role in ROLES
    ]


def people_who_can(permission: Permission, state_ids: Collection[int] | None = None) -> QuerySet[User]:
    """Active people whose roles held today permit this for all these States; somewhere, when none are named.

    It is the same rule as `User.can_for`, asked of everybody at once: for no State at all, for what is
    global, a role without limit is needed.
    """
    held = _permitting(permission)
    mine = held.filter(user=OuterRef("pk"))
    people = _active(mine)
    if state_ids is None:
        return people
    covering = held.filter(
        Q(states=OuterRef("pk")) | Q(regions__states=OuterRef("pk")), user=OuterRef(OuterRef("pk"))
    )
    beyond = State.objects.filter(~Exists(covering), pk__in=state_ids)
    covered = Q(~Exists(beyond)) if state_ids else Q(pk__in=())
    return people.filter(Exists(mine.filter(everywhere=True)) | covered)


def people_who_can_for_organization(permission: Permission, organization_id: int) -> QuerySet[User]:
    """Active people with a role of this organisation today that permits this; not those of its members."""
    held = _permitting(permission)
    return _active(held.filter(user=OuterRef("pk"), organizations=organization_id))


def _permitting(permission: Permission) -> AssignmentQuerySet:
    permitting = [key for key, one in ROLES.items() if permission in one.permissions]
    return Assignment.objects.current().saying_their_reach().filter(role__in=permitting)


def _active(held: AssignmentQuerySet) -> QuerySet[User]:
    return User.objects.filter(Exists(held), is_active=True, is_machine=False).order_by("name", "pk")


def visible_to(user: User) -> QuerySet[User]:
    """Every account but the system's own, for whoever manages people; none for anybody else."""
    people = User.objects.filter(is_machine=False)
    return people if user.can_everywhere(Permission.MANAGE_PEOPLE) else people.none()


def _with_reach(assignments: AssignmentQuerySet) -> AssignmentQuerySet:
    """Assignments with the names of what they reach; the same query."""
    return assignments.annotate(
        region_names=_names("regions"),
        state_names=_names("states"),
        organization_names=_names("organizations"),
    )


def _names(path: str) -> ArrayAgg:
    there = Q(**{f"{path}__isnull": False})
    return ArrayAgg(f"{path}__names", filter=there, distinct=True, default=Value([]))


def with_roles(people: QuerySet[User]) -> QuerySet[User]:
    """People with the roles that they hold today and their reach; one query more."""
    held = _with_reach(Assignment.objects.current()).order_by("role", "pk")
    return people.prefetch_related(Prefetch("assignments", held, to_attr="roles_today"))


def assignments_of(person: User) -> QuerySet[Assignment]:
    """Every role that says its reach and that somebody holds, held or will hold, newest first; one query."""
    return _with_reach(Assignment.objects.saying_their_reach().filter(user=person)).order_by(
        "-starts_on", "-pk"
    )


def views_for(user: User, listing: str = "") -> QuerySet[SavedView]:
    """The views that somebody has saved, and those shared inside the programme; of one list, or of all."""
    shared = Q(is_shared=True) if user.can_for_some_state(Permission.SEE_WORKING_NOTES) else Q()
    found = SavedView.objects.filter(Q(owner=user) | shared).select_related("owner")
    own_first = Case(When(owner=user, then=0), default=1)
    return (found.filter(listing=listing) if listing else found).order_by(own_first, "title", "pk")


@dataclass(frozen=True)
class News:
    """What came into a saved view since its owner was told: how much, all it holds now, the first lines."""

    number: int
    holds: frozenset[int]
    lines: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Watched:
    """A list whose saved views mail: its rows for a reader, and a line with an address for one of them."""

    rows: Callable[[User, QueryDict], QuerySet[Any]]
    line: Callable[[Any], tuple[str, str]]


MOST_TOLD = 10
_watched: dict[str, Watched] = {}


def offer_news(listing: str, watched: Watched) -> None:
    """Let the saved views of a list mail what is new; whose list it is says so at start-up."""
    _watched[listing] = watched


def can_mail(listing: str) -> bool:
    """Whether a saved view of this list can mail what is new."""
    return listing in _watched


def news_of(view: SavedView) -> News:
    """What came into a saved view since its owner was told, as far as the owner may see it; three queries.

    What it held then is remembered: a key or a day would miss what changed, and what was committed late.
    While nothing is remembered, nothing is new.
    """
    watched = _watched[view.listing]
    rows = watched.rows(view.owner, QueryDict(view.parameters)).order_by("-pk")
    holds = frozenset(rows.values_list("pk", flat=True))
    held = ViewContent.objects.filter(view=view).values_list("keys", flat=True).first()
    new = holds.difference(holds if held is None else held)
    first = rows.filter(pk__in=nlargest(MOST_TOLD, new)) if new else ()
    return News(number=len(new), holds=holds, lines=tuple(watched.line(one) for one in first))


def views_that_mail() -> QuerySet[SavedView]:
    """The saved views of active people that mail what is new."""
    found = SavedView.objects.filter(mails=True, owner__is_active=True, listing__in=list(_watched))
    return found.order_by("owner", "pk")
