"""A project is given to somebody who manages projects in all the States that it reaches; to nobody else."""

from datetime import date
from uuid import uuid4

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from techcoop.people.models import Assignment
from techcoop.programme.models import Scope
from techcoop.projects import actions
from techcoop.projects.policies import desk_officer_on
from techcoop.requests.models import StateRequest
from tests.atlas.makers import a_state
from tests.people.makers import (
    NOON,
    a_coordinator,
    a_desk_officer,
    a_finance_officer,
    a_focal_point,
    a_stranger,
    a_trustee,
)
from tests.projects.makers import a_draft_project, some_particulars
from tests.requests.makers import an_accepted_request

pytestmark = pytest.mark.django_db


def drafted_for(officer, *states):
    about = {"states": states, "scope": Scope.MULTI_STATE} if states else {}
    what = some_particulars(a_state(), desk_officer=officer, **about)
    return actions.draft(an_accepted_request(), by=a_coordinator(), at=NOON, submission=uuid4(), what=what)


def an_officer_who_has_left():
    officer = a_desk_officer(a_state())
    Assignment.objects.filter(user=officer).update(ends_on=date(2025, 12, 31))
    return officer


NOT_THEIRS = [
    a_stranger,
    a_trustee,
    a_finance_officer,
    an_officer_who_has_left,
    lambda: a_focal_point(a_state()),
    lambda: a_desk_officer(a_state("Utopia")),
]


@pytest.mark.parametrize("someone", NOT_THEIRS)
def test_it_is_given_to_nobody_who_does_not_manage_it(someone):
    with pytest.raises(ValidationError, match="does not manage projects") as refused:
        drafted_for(someone())

    assert "desk_officer" in refused.value.message_dict


def test_who_has_one_of_its_states_only_is_not_enough():
    both = (a_state(), a_state("Utopia"))
    with pytest.raises(ValidationError, match="in all the States"):
        drafted_for(a_desk_officer(both[0]), *both)

    assert drafted_for(a_desk_officer(*both), *both).desk_officer == a_desk_officer(*both)


def test_only_those_who_manage_projects_are_offered(client):
    for make in NOT_THEIRS[:3]:
        make()
    asked = an_accepted_request()
    client.force_login(a_coordinator())

    form = client.get(reverse("projects:draft", args=(asked.pk,))).context["form"]

    offered = set(form.fields["desk_officer"].queryset)
    assert a_coordinator() in offered
    assert offered.isdisjoint(make() for make in NOT_THEIRS[:3])


def test_an_officer_who_has_left_stays_named_until_somebody_else_is_chosen(client):
    project = a_draft_project()
    left = an_officer_who_has_left()
    client.force_login(a_coordinator())

    form = client.get(reverse("projects:revise", args=(project.code,))).context["form"]

    assert project.desk_officer == left
    assert left in form.fields["desk_officer"].queryset


def test_a_project_on_a_request_begins_with_its_officer_unless_that_one_has_left():
    asked = an_accepted_request()
    StateRequest.objects.filter(pk=asked.pk).update(desk_officer=a_desk_officer(a_state()))
    asked = StateRequest.objects.get(pk=asked.pk)
    assert desk_officer_on(asked, a_coordinator()) == a_desk_officer(a_state())

    an_officer_who_has_left()
    asked = StateRequest.objects.get(pk=asked.pk)
    assert desk_officer_on(asked, a_coordinator()) == a_coordinator()
