"""The cast: people of the programme, each with a role and the States that it covers."""

from datetime import UTC, date, datetime
from typing import Any
from uuid import uuid4

from django.db import transaction

from techcoop.atlas.models import RegionalOrganization, State
from techcoop.people.actions import Narrowed, save_view
from techcoop.people.models import Assignment, SavedView, User
from tests.atlas.makers import a_state

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)


def a_person(name: str, *, role: str = "", covering: tuple[State, ...] | None = None) -> User:
    """Somebody with a role since 2020, everywhere unless States are named; the same name, the same person."""
    address = f"{name.lower().replace(' ', '.')}@example.org"
    user, made = User.objects.get_or_create(email=address, defaults={"name": name})
    if made and role:
        given = {"user": user, "role": role, "everywhere": covering is None}
        with transaction.atomic():
            Assignment.objects.create(starts_on=date(2020, 1, 1), **given).states.set(covering or ())
    return user


def a_coordinator() -> User:
    return a_person("Clara Coordinator", role="coordinator")


def another_coordinator() -> User:
    return a_person("Conrad Coordinator", role="coordinator")


def a_desk_officer(*covering: State) -> User:
    """The officer of the desk for these States; of one that nothing is about where none is named."""
    covering = covering or (a_state("Hinterland"),)
    codes = "-".join(state.iso3 for state in covering)
    return a_person(f"Dora Desk {codes}", role="desk_officer", covering=covering)


def a_finance_officer() -> User:
    return a_person("Felix Finance", role="finance_officer")


def a_reviewer() -> User:
    return a_person("Rita Reviewer", role="reviewer")


def a_trustee() -> User:
    return a_person("Tomas Trustee", role="trustee")


def a_focal_point(*states: State) -> User:
    codes = "-".join(state.iso3 for state in states)
    return a_person(f"Gina Government {codes}", role="government_focal_point", covering=states)


def a_focal_point_of(organization: RegionalOrganization) -> User:
    """Who asks for a regional organisation, and for none of its members."""
    address = f"olga.organisation.{organization.code.lower()}@example.org"
    user, made = User.objects.get_or_create(email=address, defaults={"name": "Olga Organisation"})
    if made:
        given = {"user": user, "role": "government_focal_point", "starts_on": date(2020, 1, 1)}
        with transaction.atomic():
            Assignment.objects.create(**given).organizations.add(organization)
    return user


def another_focal_point(state: State) -> User:
    return a_person(f"Gaston Government {state.iso3}", role="government_focal_point", covering=(state,))


def an_evaluator() -> User:
    return a_person("Eva Evaluator", role="evaluator")


def an_auditor() -> User:
    return a_person("Aldo Auditor", role="auditor")


def an_administrator() -> User:
    return a_person("Ada Administrator", role="administrator")


def a_liaison() -> User:
    """Who takes in what the monitoring mechanisms say."""
    return a_person("Lina Liaison", role="monitoring_liaison")


def a_stranger() -> User:
    """Somebody who may sign in and holds no role."""
    return a_person("Sam Stranger")


def a_saved_view(
    owner: User | None = None,
    *,
    listing: str = "/requests/",
    parameters: str = "status=withdrawn",
    title: str = "Withdrawn",
    is_shared: bool = False,
    **different: Any,
) -> SavedView:
    """A list that somebody keeps as it is narrowed."""
    narrowed = Narrowed(listing, parameters, title, is_shared=is_shared)
    given = {"mails": False, "at": NOON, "submission": uuid4(), **different}
    return save_view(narrowed, by=owner or a_coordinator(), **given)
