"""Accounts and roles: opened and given by the administrator; the own language is chosen by everybody."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from techcoop.atlas.models import Region, RegionalOrganization, State
from techcoop.journal.actions import record
from techcoop.people.models import Assignment, User
from techcoop.people.policies import (
    may_change_account,
    may_choose_language,
    may_end_role,
    may_give_role,
    may_manage_people,
    may_open_the_first,
    require,
)
from techcoop.people.roles import ADMINISTRATOR


@transaction.atomic
def choose_language(person: User, *, by: User, at: datetime, language: str) -> User:
    """Let somebody read the system, and get its letters, in another language."""
    person = User.objects.select_for_update().get(pk=person.pk)
    require(may_choose_language(by, person))
    person.language = language
    person.save(update_fields=["language"])
    record("choose language", person, by=by, at=at, details={"language": language})
    return person


@dataclass(frozen=True)
class Term:
    """A role from a day until a day: without limit, for States and all of regions, or for organisations."""

    role: str
    starts_on: date
    ends_on: date | None = None
    everywhere: bool = False
    states: Collection[State] = ()
    regions: Collection[Region] = ()
    organizations: Collection[RegionalOrganization] = ()

    def as_details(self) -> dict[str, object]:
        """The same for the journal, by the codes of the atlas: what a role reached must be known for ever."""
        return {
            "role": self.role,
            "from": self.starts_on.isoformat(),
            "until": self.ends_on.isoformat() if self.ends_on else None,
            "everywhere": self.everywhere,
            "states": sorted(one.iso3 for one in self.states),
            "regions": sorted(one.code for one in self.regions),
            "organizations": sorted(one.code for one in self.organizations),
        }


@transaction.atomic
def open_account(email: str, *, name: str, language: str, by: User, at: datetime) -> User:
    """Open an account for somebody; it holds no role, and has no password until one is set."""
    require(may_manage_people(by))
    person = User(email=email, name=name, language=language, created_at=at)
    person.set_unusable_password()
    person.save(force_insert=True)
    record("open account", person, by=by, at=at)
    return person


@transaction.atomic
def open_first_account(email: str, *, name: str, password: str, by: User, at: datetime) -> User:
    """Let the first administrator in; once somebody manages people, accounts are opened on a page."""
    machine = User.objects.select_for_update().get(pk=by.pk)  # two at once: the second finds the first
    require(may_open_the_first(machine), _("Somebody opens accounts here already; ask them for yours."))
    person = User(email=email, name=name, created_at=at)
    person.set_password(password)
    person.full_clean(exclude=["language"])
    person.save(force_insert=True)
    Assignment.objects.create(user=person, role=ADMINISTRATOR, everywhere=True, starts_on=at.date())
    record("open_first_account", person, by=by, at=at)
    return person


@transaction.atomic
def close_account(person: User, *, by: User, at: datetime, why: str) -> User:
    """Let somebody sign in no more; what the person did stays theirs."""
    person = User.objects.select_for_update().get(pk=person.pk)
    require(may_change_account(by, person))
    person.is_active = False
    person.save(update_fields=["is_active"])
    record("close account", person, by=by, at=at, why=why)
    return person


@transaction.atomic
def reopen_account(person: User, *, by: User, at: datetime, why: str) -> User:
    """Let somebody sign in again; roles that have not ended count again."""
    person = User.objects.select_for_update().get(pk=person.pk)
    require(may_change_account(by, person))
    person.is_active = True
    person.save(update_fields=["is_active"])
    record("reopen account", person, by=by, at=at, why=why)
    return person


@transaction.atomic
def send_password_letter(person: User, *, by: User, at: datetime) -> User:
    """Let somebody choose a password, by a letter to the address of the account."""
    person = User.objects.select_for_update().get(pk=person.pk)
    require(may_change_account(by, person) and person.is_active)
    record("send password letter", person, by=by, at=at)
    return person


@transaction.atomic
def give_role(person: User, term: Term, *, by: User, at: datetime) -> Assignment:
    """Give somebody a role for certain States or organisations, from a day until a day."""
    person = User.objects.select_for_update().get(pk=person.pk)
    require(may_give_role(by, person, term.role))
    return _held_on_these_terms(person, term) or _given(person, term, by=by, at=at)


@transaction.atomic
def give_role_in(person: User, term: Term, *, where: Mapping[str, str], by: User, at: datetime) -> Assignment:
    """Give somebody a role in what a later stage names: it says who may, and what the role reaches."""
    return _given(person, Term(term.role, term.starts_on, term.ends_on), by=by, at=at, where=where)


@transaction.atomic
def end_role(assignment: Assignment, *, on: date, by: User, at: datetime, why: str) -> Assignment:
    """Let a role that says its reach end on a day."""
    assignment = Assignment.objects.select_for_update().get(pk=assignment.pk)
    require(may_end_role(by, assignment))
    return end_role_in(assignment, on=on, by=by, at=at, why=why)


@transaction.atomic
def end_role_in(assignment: Assignment, *, on: date, by: User, at: datetime, why: str) -> Assignment:
    """Let a role end on a day, earlier than was known before; whoever asks for it has asked who may."""
    assignment = Assignment.objects.select_for_update().get(pk=assignment.pk)
    if assignment.ends_on == on:
        return assignment
    if assignment.ends_on and on > assignment.ends_on:
        raise ValidationError({"on": _("The role ends earlier already; give it anew to make it longer.")})
    assignment.ends_on = on
    assignment.save(update_fields=["ends_on"])
    record("end role", assignment.user, by=by, at=at, why=why, details={"assignment": assignment.pk})
    return assignment


def _given(
    person: User, term: Term, *, by: User, at: datetime, where: Mapping[str, str] | None = None
) -> Assignment:
    """The role, written down with its reach and recorded: the last beats of every act that gives one."""
    assignment = Assignment.objects.create(
        user=person,
        role=term.role,
        everywhere=term.everywhere,
        starts_on=term.starts_on,
        ends_on=term.ends_on,
    )
    assignment.states.set(term.states)
    assignment.regions.set(term.regions)
    assignment.organizations.set(term.organizations)
    details = {"assignment": assignment.pk, **term.as_details(), **(where or {})}
    record("give role", person, by=by, at=at, details=details)
    return assignment


def _held_on_these_terms(person: User, term: Term) -> Assignment | None:
    """The same role on the same terms, if it was given already: a double click gives it once."""
    named = ("states", "regions", "organizations")
    meant = [{one.pk for one in getattr(term, name)} for name in named]
    alike = person.assignments.filter(
        role=term.role, everywhere=term.everywhere, starts_on=term.starts_on, ends_on=term.ends_on
    ).prefetch_related(*named)
    for one in alike:
        if meant == [{part.pk for part in getattr(one, name).all()} for name in named]:
            return one
    return None
