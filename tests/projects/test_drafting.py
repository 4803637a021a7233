"""A project is drafted on a request that was taken up; its request goes into formulation."""

from decimal import Decimal
from uuid import uuid4

import pgtrigger
import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import DatabaseError, connection
from hypothesis import given
from hypothesis import strategies as some

from techcoop.lifecycle import MoveNotAllowed
from techcoop.people.permissions import Permission
from techcoop.programme.models import Component
from techcoop.projects import actions
from techcoop.projects.models import Project, ProjectComponent
from tests.assessments.makers import an_approved_assessment
from tests.atlas.makers import a_region, a_state
from tests.people.makers import NOON, a_coordinator, a_desk_officer, a_trustee
from tests.projects.makers import a_draft_project, an_approved_project, some_particulars
from tests.requests.makers import a_declined_request, an_accepted_request

pytestmark = pytest.mark.django_db


def drafted(what, *, of=None, by=None):
    return actions.draft(of, by=by or a_coordinator(), at=NOON, submission=uuid4(), what=what)


def test_the_draft_puts_its_request_into_formulation():
    project = a_draft_project()

    project.state_request.refresh_from_db()
    assert project.state_request.status == "formulation"
    assert project.code == f"{project.states.get().iso3}-2026-001"


def test_codes_are_counted_for_each_state_and_year():
    state = a_state()

    codes = [a_draft_project(state).code for _ in range(2)]

    assert codes == [f"{state.iso3}-2026-001", f"{state.iso3}-2026-002"]


@pytest.mark.parametrize(("code", "prefix"), [("002", "RAF"), ("142", "RAS"), ("019", "RLA"), ("061", "RAS")])
def test_a_regional_project_is_named_after_its_part_of_the_world(code, prefix):
    region = a_region(code)
    what = some_particulars(a_state(), scope="regional", region=region, states=())

    assert drafted(what, of=an_accepted_request()).code == f"{prefix}-2026-001"


def test_a_global_project_stands_on_a_mandate():
    what = some_particulars(a_state(), scope="global", states=(), mandate="Resolution 926 (X)")

    assert drafted(what).code == "GLO-2026-001"


def test_a_double_click_makes_one_project():
    state_request, submission = an_accepted_request(), uuid4()
    what = some_particulars(state_request.state)

    for _ in range(2):
        actions.draft(state_request, by=a_coordinator(), at=NOON, submission=submission, what=what)

    assert Project.objects.count() == 1


def test_nothing_is_drafted_on_a_declined_request():
    state_request = a_declined_request()

    with pytest.raises(MoveNotAllowed):
        drafted(some_particulars(state_request.state), of=state_request)


def test_an_assessment_of_another_request_is_refused():
    other = an_approved_assessment(a_state("Borduria"))
    state_request = an_accepted_request()

    with pytest.raises(ValidationError, match="another request"):
        drafted(some_particulars(state_request.state, assessment=other), of=state_request)


@pytest.mark.parametrize("someone", [a_trustee, lambda: a_desk_officer(a_state("Borduria"))])
def test_who_does_not_cover_every_state_drafts_nothing(someone):
    state_request = an_accepted_request()
    what = some_particulars(state_request.state, states=(state_request.state, a_state("Borduria")))

    with pytest.raises(PermissionDenied):
        drafted(what, of=state_request, by=someone())


def test_a_national_project_works_in_one_state():
    state_request = an_accepted_request()
    what = some_particulars(state_request.state, states=(state_request.state, a_state("Borduria")))

    with pytest.raises(ValidationError, match="works in one State"):
        drafted(what, of=state_request, by=a_coordinator())


def test_whoever_covers_one_of_the_states_sees_it():
    here, there = a_state(), a_state("Borduria")
    state_request = an_accepted_request(here)
    project = drafted(some_particulars(here, states=(here, there), scope="multi_state"), of=state_request)

    assert list(Project.objects.visible_to(a_desk_officer(there))) == [project]
    assert not a_desk_officer(there).can_for(Permission.DRAFT_PROJECTS, project.reach_ids)


def test_an_approved_document_is_not_written_any_more():
    project = an_approved_project()

    with pytest.raises(MoveNotAllowed):
        actions.revise(project, by=a_coordinator(), at=NOON, what=some_particulars(a_state()), seen=0)


cents = some.lists(some.integers(min_value=1, max_value=10_000), min_size=1, max_size=5)


@given(shares=cents)
def test_components_are_refused_exactly_when_they_do_not_sum_to_one_hundred(shares):
    components = {
        component.value: Decimal(share) / 100 for component, share in zip(Component, shares, strict=False)
    }
    what = some_particulars(a_state(), scope="global", states=(), mandate="A mandate", components=components)

    if sum(components.values()) == 100:
        assert drafted(what).components.count() == len(components)
    else:
        with pytest.raises(ValidationError, match="100 per cent"):
            drafted(what)


@given(first=some.integers(min_value=1, max_value=9_999))
def test_two_components_that_make_a_whole_are_kept_to_the_cent(first):
    shares = {"C1": Decimal(first) / 100, "C5": Decimal(10_000 - first) / 100}
    what = some_particulars(a_state(), scope="global", states=(), mandate="A mandate", components=shares)

    assert dict(drafted(what).components.values_list("component", "per_cent")) == shares


def test_the_database_refuses_another_sum_at_the_end_of_the_transaction():
    project = an_approved_project()
    with pgtrigger.ignore("projects.ProjectComponent:stays_once_approved"):
        ProjectComponent.objects.create(project=project, component="C5", per_cent=1)

    with pytest.raises(DatabaseError, match="sum to one hundred"), connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
