"""A role in one project is given by whoever manages people, or the project; to others, once, and ended so."""

from dataclasses import replace
from datetime import date
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connection, transaction
from django.db.utils import DatabaseError

from techcoop.journal.queries import history
from techcoop.people.actions import Term
from techcoop.people.actions import end_role as end_role_for_states
from techcoop.people.models import Assignment
from techcoop.people.roles import ROLES, roles_in_one_project
from techcoop.projects import actions
from techcoop.projects.models import Membership
from techcoop.projects.policies import roles_to_give
from tests.atlas.makers import a_regional_organization, a_state
from tests.people import makers as people
from tests.projects.makers import a_draft_project, a_member, an_operational_project

pytestmark = pytest.mark.django_db
TERM = Term("project_officer", date(2026, 1, 1), date(2026, 12, 31))


def given(project, *, by, person=None, term=TERM, submission=None):
    who = person or people.a_person("Miro Member")
    return actions.give_role(
        project, person=who, term=term, by=by, at=people.NOON, submission=submission or uuid4()
    )


def test_the_coordinator_gives_it_and_both_histories_say_so():
    project = an_operational_project()

    made = given(project, by=people.a_coordinator())

    held = made.assignment
    assert (held.role, held.starts_on, held.ends_on) == ("project_officer", TERM.starts_on, TERM.ends_on)
    assert history(project).last().act == "give_role"
    assert history(project).last().details["name"] == "Miro Member"
    assert history(held.user).last().details["project"] == project.code


def test_a_desk_officer_gives_no_role_that_may_do_more_and_the_accounts_are_closed_by_others():
    project = a_draft_project()
    desk, coordinator = people.a_desk_officer(project.states.get()), people.a_coordinator()

    assert roles_to_give(desk, project) == ["project_officer"]
    assert roles_to_give(coordinator, project) == ["project_officer", "evaluator"]
    assert roles_to_give(people.an_administrator(), project) == roles_in_one_project()
    for role in ("coordinator", "desk_officer", "auditor", "administrator", "machine"):
        with pytest.raises(PermissionDenied):
            given(project, by=people.an_administrator(), term=replace(TERM, role=role))


@pytest.mark.parametrize(
    "someone",
    [
        people.a_stranger,
        people.a_reviewer,
        people.an_auditor,
        lambda: people.a_desk_officer(a_state("Borduria")),
        lambda: people.a_focal_point(a_state()),
        lambda: people.a_person("Miro Member"),
    ],
)
def test_nobody_else_gives_or_ends_one(someone):
    project = an_operational_project(a_state())
    membership = a_member(project)

    with pytest.raises(PermissionDenied):
        given(project, by=someone(), person=people.a_trustee())
    with pytest.raises(PermissionDenied):
        actions.end_role(membership, on=date(2026, 5, 1), by=someone(), at=people.NOON, why="x")


@pytest.mark.parametrize("someone", [people.a_coordinator, people.an_administrator])
def test_nobody_gives_a_role_to_themselves_or_ends_the_own(someone):
    project, own = an_operational_project(), someone()
    with pytest.raises(PermissionDenied):
        given(project, by=own, person=own)
    other = people.an_administrator() if own != people.an_administrator() else people.a_coordinator()
    held = given(project, by=other, person=own)

    with pytest.raises(PermissionDenied):
        actions.end_role(held, on=date(2026, 5, 1), by=own, at=people.NOON, why="x")


def test_a_closed_account_is_given_none():
    gone = people.a_person("Greta Gone")
    gone.is_active = False
    gone.save()

    with pytest.raises(PermissionDenied):
        given(an_operational_project(), by=people.a_coordinator(), person=gone)


def test_a_double_click_gives_one_and_nobody_holds_it_twice_on_one_day():
    project, submission = an_operational_project(), uuid4()
    first = given(project, by=people.a_coordinator(), submission=submission)

    assert given(project, by=people.a_coordinator(), submission=submission) == first
    for starts_on, ends_on in ((date(2026, 12, 31), None), (date(2025, 1, 1), date(2026, 1, 1))):
        with pytest.raises(ValidationError, match="in these days already"):
            given(project, by=people.a_coordinator(), term=Term("project_officer", starts_on, ends_on))
    given(project, by=people.a_coordinator(), term=Term("project_officer", date(2027, 1, 1)))
    given(an_operational_project(a_state("Borduria")), by=people.a_coordinator())
    assert project.memberships.count() == 2
    assert [one.act for one in history(project)].count("give_role") == 2


def test_it_ends_with_a_reason_once_and_is_never_made_longer():
    membership = given(an_operational_project(), by=people.a_coordinator())
    about = {"by": people.a_coordinator(), "at": people.NOON, "why": "The team is complete."}

    actions.end_role(membership, on=date(2026, 6, 30), **about)
    actions.end_role(membership, on=date(2026, 6, 30), **about)

    assert Assignment.objects.get(pk=membership.assignment_id).ends_on == date(2026, 6, 30)
    for thing, act in ((membership.project, "end_role"), (membership.assignment.user, "end role")):
        assert [one.why for one in history(thing).filter(act=act)] == ["The team is complete."]
    with pytest.raises(ValidationError, match="ends earlier already"):
        actions.end_role(membership, on=date(2026, 7, 31), **about)


def test_the_page_of_a_person_does_not_end_it_past_the_project():
    membership = a_member(an_operational_project())

    with pytest.raises(PermissionDenied):
        end_role_for_states(
            membership.assignment, on=date(2026, 6, 1), by=people.an_administrator(), at=people.NOON, why="x"
        )


def all_asked(change):
    """Do it, and ask the rules that the database asks at the end of an act."""
    with transaction.atomic(), connection.cursor() as cursor:
        change()
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


def an_organizations_focal_point():
    return people.a_focal_point_of(a_regional_organization())


def test_a_role_reaches_something_and_never_a_project_and_states_too():
    state, member = a_state(), a_member(an_operational_project(a_state()))
    desk = people.a_desk_officer(state).assignments.get()
    held = member.assignment
    new = {"user": people.a_stranger(), "role": "evaluator", "starts_on": date(2026, 1, 1)}
    for change in (
        lambda: Assignment.objects.create(**new),
        lambda: desk.states.clear(),
        lambda: member.delete(),
        lambda: held.states.add(state),
        lambda: Assignment.objects.filter(pk=held.pk).update(everywhere=True),
        lambda: Membership.objects.create(project=member.project, assignment=desk, submission=uuid4()),
        lambda: desk.organizations.add(a_regional_organization("UMS", state)),
        lambda: held.organizations.add(a_regional_organization("UMS", state)),
        lambda: an_organizations_focal_point().assignments.get().organizations.clear(),
        lambda: an_organizations_focal_point().assignments.get().states.add(state),
    ):
        with pytest.raises(DatabaseError, match="a role reaches everywhere, certain States"):
            all_asked(change)
    with pytest.raises(DatabaseError, match="not held in one project"):
        all_asked(lambda: Assignment.objects.filter(pk=held.pk).update(role="auditor"))
    of_it = an_organizations_focal_point().assignments
    with pytest.raises(DatabaseError, match="not held for an organisation"):
        all_asked(lambda: of_it.update(role="desk_officer"))


def test_roles_of_one_project_leave_everywhere_and_what_gives_roles_to_others():
    for role in roles_in_one_project():
        permitted = ROLES[role].permissions
        assert not permitted & {
            "manage people and roles",
            "read the journal",
            "move projects through their life",
        }
