"""Desk and division sign off by two persons; what takes the place of an assessment is named."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import DatabaseError, transaction
from django.urls import reverse

from techcoop.assessments import actions
from techcoop.assessments.models import NeedsAssessment
from techcoop.assessments.queries import waiting_for
from techcoop.journal.queries import history
from techcoop.lifecycle import MoveNotAllowed
from techcoop.people.models import Assignment
from tests.assessments.makers import (
    TOGETHER,
    a_drafted_assessment,
    a_validated_assessment,
    an_approved_assessment,
)
from tests.atlas.makers import a_state
from tests.people.makers import (
    NOON,
    a_coordinator,
    a_desk_officer,
    a_person,
    a_reviewer,
    a_stranger,
    a_trustee,
)

pytestmark = pytest.mark.django_db


def address(name, assessment):
    return reverse(f"assessments:{name}", args=[assessment.pk])


def test_the_desk_signs_with_the_validation_and_the_division_with_its_approval():
    approved = an_approved_assessment()

    assert approved.validated_by == a_desk_officer(approved.state)
    assert (approved.cleared_by, approved.cleared_on) == (a_reviewer(), NOON.date())
    assert approved.validated_with == TOGETHER


def test_a_coordinator_approves_only_what_a_division_has_signed_off():
    assessment = a_validated_assessment()
    with pytest.raises(PermissionDenied, match="No substantive division"):
        actions.approve(assessment, by=a_coordinator(), at=NOON)

    actions.clear(assessment, by=a_reviewer(), at=NOON, why="The treaties are right.")
    approved = actions.approve(assessment, by=a_coordinator(), at=NOON)

    assert (approved.cleared_by, approved.approved_by) == (a_reviewer(), a_coordinator())
    assert [entry.act for entry in history(approved)][-2:] == ["clear", "approve"]


@pytest.mark.parametrize("someone", [a_coordinator, a_trustee, a_stranger, lambda: a_desk_officer(a_state())])
def test_nobody_else_signs_for_a_division(someone):
    with pytest.raises(PermissionDenied):
        actions.clear(a_validated_assessment(), by=someone(), at=NOON)


def test_who_signed_for_the_desk_does_not_sign_for_a_division():
    both = a_person("Berta Both", role="desk_officer", covering=(a_state(),))
    Assignment.objects.create(user=both, role="reviewer", everywhere=True, starts_on=date(2020, 1, 1))
    assessment = a_drafted_assessment()
    actions.validate(assessment, by=both, at=NOON, on=NOON.date(), validated_with=TOGETHER)

    with pytest.raises(PermissionDenied):
        actions.clear(assessment, by=both, at=NOON)
    with pytest.raises(DatabaseError, match="by_two_persons"), transaction.atomic():
        NeedsAssessment.objects.update(cleared_by=both, cleared_on=NOON.date())


def test_nothing_is_signed_off_before_it_is_validated():
    with pytest.raises(MoveNotAllowed):
        actions.clear(a_drafted_assessment(), by=a_reviewer(), at=NOON)


def test_it_waits_for_the_coordinator_once_a_division_has_signed(client):
    assessment = a_validated_assessment()
    assert "assessments-approve" not in waiting_piles(a_coordinator())
    client.force_login(a_reviewer())

    assert "Sign off for a substantive division" in client.get(address("assessment", assessment)).text
    client.post(address("clear", assessment), {"why": "Sound."})

    assert waiting_piles(a_coordinator())["assessments-approve"] == [assessment]


def waiting_piles(user):
    return {one.key: list(one.things) for one in waiting_for(user, NOON.date()) if one.things.exists()}


def test_a_superseded_assessment_says_why_and_by_which():
    state = a_state()
    older, newer = an_approved_assessment(state), an_approved_assessment(state)

    superseded = actions.supersede(older, by=a_reviewer(), at=NOON, why="A new law.", successor=newer)

    assert (superseded.status, superseded.superseded_by) == ("superseded", newer)
    assert history(superseded).last().why == "A new law."


def test_no_earlier_assessment_and_none_of_another_state_is_a_successor():
    state = a_state()
    older, newer = an_approved_assessment(state), an_approved_assessment(state)
    elsewhere, open_one = an_approved_assessment(a_state("Borduria")), a_validated_assessment(state)

    for assessment, successor in ((newer, older), (older, elsewhere), (older, open_one), (older, older)):
        with pytest.raises(ValidationError):
            actions.supersede(assessment, by=a_reviewer(), at=NOON, why="A new law.", successor=successor)
        rows = NeedsAssessment.objects.filter(pk=assessment.pk)
        with pytest.raises(DatabaseError), transaction.atomic():
            rows.update(status="superseded", superseded_by=successor)


def test_whoever_approves_says_which_earlier_ones_it_takes_the_place_of(client):
    state = a_state()
    older, newer = an_approved_assessment(state), a_validated_assessment(state)
    client.force_login(a_reviewer())

    refused = client.post(address("approve", newer), {"replaces": [older.pk], "why": ""})
    assert "why" in refused.context["form"].errors
    client.post(address("approve", newer), {"replaces": [older.pk], "why": "The prisons were moved."})

    older.refresh_from_db()
    assert (older.status, older.superseded_by) == ("superseded", newer)
    assert f'href="{address("assessment", newer)}"' in client.get(address("assessment", older)).text


def test_the_page_of_superseding_offers_later_ones_and_is_off_where_there_is_none(client):
    state = a_state()
    older = an_approved_assessment(state)
    client.force_login(a_reviewer())
    assert "No later assessment of this State is approved" in client.get(address("assessment", older)).text
    newer = an_approved_assessment(state)

    client.post(address("supersede", older), {"successor": newer.pk, "why": "A new law."})

    older.refresh_from_db()
    assert older.superseded_by == newer
