"""A project moves along its table and no other way."""

from functools import partial

import pgtrigger
import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import DatabaseError, connection, transaction

from techcoop.journal.queries import history
from techcoop.lifecycle import MoveNotAllowed
from techcoop.projects import actions
from techcoop.projects.statuses import LIFECYCLE, WITH_REASONS
from tests.atlas.makers import a_state
from tests.people.makers import (
    NOON,
    a_coordinator,
    a_desk_officer,
    a_finance_officer,
    a_trustee,
    another_coordinator,
)
from tests.projects.makers import (
    BY_STATUS,
    a_closed_project,
    a_completed_project,
    a_draft_project,
    an_operational_project,
)

pytestmark = pytest.mark.django_db
WHO = {"approve": another_coordinator, "close": a_finance_officer}


@pytest.mark.parametrize("act", LIFECYCLE.acts)
@pytest.mark.parametrize("status", BY_STATUS)
def test_an_act_is_possible_exactly_where_the_table_says(status, act):
    project = BY_STATUS[status]()
    who = WHO.get(act, a_coordinator)()

    if act in LIFECYCLE.allowed_acts(status):
        moved = getattr(actions, act)(project, by=who, at=NOON, why="It is time.")
        assert moved.status == LIFECYCLE.after(status, act)
    else:
        with pytest.raises(MoveNotAllowed):
            getattr(actions, act)(project, by=who, at=NOON, why="It is time.")


def test_the_whole_life_is_in_the_journal():
    closed = a_closed_project()

    assert [one.act for one in history(closed)] == ["draft", "approve", "start", "complete", "close"]


def test_the_database_refuses_another_way_too():
    project = an_operational_project()

    with pytest.raises(DatabaseError, match="does not become"), transaction.atomic():
        type(project).objects.filter(pk=project.pk).update(status="closed")


@transaction.atomic
def written_past_the_acts(change):
    """A change that no act makes, looked at as at the end of a transaction."""
    with pgtrigger.ignore("projects.ProjectComponent:stays_once_approved"):
        change()
    connection.check_constraints()


def test_the_database_refuses_a_project_beyond_draft_that_loses_its_components():
    project = an_operational_project()

    with pytest.raises(DatabaseError, match="sum to one hundred"):
        written_past_the_acts(project.components.all().delete)


def test_the_database_refuses_to_approve_a_project_without_components():
    drafts = type(project := a_draft_project(components={})).objects.filter(pk=project.pk)
    approval = partial(drafts.update, status="approved", approved_on=NOON, approved_by=a_coordinator())

    with pytest.raises(DatabaseError, match="sum to one hundred"):
        written_past_the_acts(approval)


@pytest.mark.parametrize("act", WITH_REASONS)
def test_some_acts_need_reasons(act):
    (source, *_others) = LIFECYCLE.sources_of(act)

    with pytest.raises(ValidationError):
        getattr(actions, act)(BY_STATUS[source](), by=a_coordinator(), at=NOON, why="  ")


@pytest.mark.parametrize("someone", [a_trustee, a_coordinator, lambda: a_desk_officer(a_state())])
def test_only_a_finance_officer_closes_accounts(someone):
    with pytest.raises(PermissionDenied):
        actions.close(a_completed_project(), by=someone(), at=NOON)


def test_an_officer_of_another_state_moves_nothing():
    with pytest.raises(PermissionDenied):
        actions.complete(an_operational_project(), by=a_desk_officer(a_state("Borduria")), at=NOON)
