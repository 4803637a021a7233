"""Needs are ranked by several assessors, each scoring alone, unseen by the others until all have scored."""

from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.urls import reverse

from techcoop.assessments import actions
from techcoop.assessments.models import Score
from techcoop.assessments.queries import contents_of, missing_in
from techcoop.journal.queries import history
from techcoop.lifecycle import MoveNotAllowed
from tests.assessments.makers import (
    CRITERIA,
    a_begun_assessment,
    a_drafted_assessment,
    a_need,
    scored,
)
from tests.atlas.makers import a_state
from tests.people.makers import NOON, a_coordinator, a_desk_officer, a_reviewer, a_trustee

pytestmark = pytest.mark.django_db


def with_assessors():
    """An assessment with one need, and the officer and the coordinator to score it."""
    assessment = a_begun_assessment()
    need, officer = a_need(assessment), a_desk_officer(assessment.state)
    people = (officer, a_coordinator())
    return actions.name_assessors(assessment, people=people, by=officer, at=NOON), need, officer


def give(assessment, need, value, by, criteria=CRITERIA):
    return actions.score(assessment, marks={need.pk: dict.fromkeys(criteria, value)}, by=by, at=NOON)


def ranking(assessment):
    return contents_of(assessment).priorities.lines


def test_nobody_sees_what_one_gave_before_all_have_scored(client):
    assessment, need, officer = with_assessors()
    give(assessment, need, 4, officer)

    (line,) = ranking(assessment)
    assert (line.scored_by, line.mean, line.each) == (1, None, ())
    client.force_login(a_coordinator())
    assert "4.00" not in client.get(reverse("assessments:assessment", args=[assessment.pk])).text
    form = client.get(reverse("assessments:score", args=[assessment.pk])).context["form"]
    assert not any(field.value() for field in form)


def test_once_all_have_scored_mean_and_spread_are_seen():
    assessment, need, officer = with_assessors()
    give(assessment, need, 5, officer)
    give(assessment, need, 2, a_coordinator())

    (line,) = ranking(assessment)

    assert (line.rank, line.mean, line.lowest, line.highest) == (1, Decimal("3.5"), 2, 5)
    assert dict(line.each) == {str(officer): 5, "Clara Coordinator": 2}


def test_what_is_seen_is_not_scored_anew():
    assessment, need, officer = with_assessors()
    give(assessment, need, 5, officer)
    give(assessment, need, 2, a_coordinator())

    give(assessment, need, 5, a_coordinator())

    assert ranking(assessment)[0].lowest == 2


def test_the_draft_that_is_handed_in_shows_what_was_given():
    assessment, need, officer = with_assessors()
    give(assessment, need, 4, officer)
    actions.draft(assessment, by=officer, at=NOON)
    assessment.refresh_from_db()

    assert ranking(assessment)[0].mean == 4
    with pytest.raises(MoveNotAllowed):
        give(assessment, need, 1, a_coordinator())


def test_needs_stand_in_the_order_of_their_means():
    assessment = a_begun_assessment()
    less, more = a_need(assessment), a_need(assessment, "No lawyers.")
    scored(assessment)
    officer = a_desk_officer(assessment.state)
    Score.objects.filter(need=more).update(value=5)

    assert [line.need for line in ranking(assessment)] == [more, less]
    assert officer in contents_of(assessment).priorities.assessors


def test_one_assessor_or_half_a_scale_is_not_enough_for_approval():
    assessment, need, officer = with_assessors()
    give(assessment, need, 4, officer)
    give(assessment, need, 4, a_coordinator(), criteria=CRITERIA[:3])
    assert "priorities" in [one.section for one in missing_in(contents_of(assessment))]

    give(assessment, need, 4, a_coordinator())

    assert "priorities" not in [one.section for one in missing_in(contents_of(assessment))]


@pytest.mark.parametrize("someone", [a_reviewer, a_trustee, lambda: a_desk_officer(a_state("Borduria"))])
def test_who_is_not_named_does_not_score(someone):
    assessment, need, officer = with_assessors()

    with pytest.raises(PermissionDenied):
        give(assessment, need, 4, someone())
    with pytest.raises(ValidationError):
        actions.name_assessors(assessment, people=(someone(),), by=officer, at=NOON)


def test_who_has_scored_stays_named():
    assessment, need, officer = with_assessors()
    give(assessment, need, 4, a_coordinator())

    with pytest.raises(ValidationError):
        actions.name_assessors(assessment, people=(officer,), by=officer, at=NOON)


@pytest.mark.parametrize("value", [0, 6])
def test_a_score_outside_the_scale_is_refused(value):
    assessment, need, officer = with_assessors()

    with pytest.raises(ValidationError):
        give(assessment, need, value, officer)


def test_the_database_refuses_a_second_score_and_a_score_of_nought():
    assessment, need, officer = with_assessors()
    give(assessment, need, 4, officer)

    with pytest.raises(IntegrityError), transaction.atomic():
        Score.objects.update(value=0)
    with pytest.raises(IntegrityError), transaction.atomic():
        Score.objects.create(need=need, assessor=officer, criterion="people", value=3)


def test_the_journal_says_who_scored_and_not_what():
    assessment, need, officer = with_assessors()
    give(assessment, need, 4, officer)

    assert (history(assessment).last().act, history(assessment).last().details) == ("score", {})


def test_scores_are_typed_on_their_page(client):
    assessment, need, officer = with_assessors()
    client.force_login(officer)
    where = reverse("assessments:score", args=[assessment.pk])

    wrong = client.post(where, {f"{need.pk}-people": "9"})
    client.post(where, {f"{need.pk}-{one}": "3" for one in CRITERIA})

    assert f"{need.pk}-people" in wrong.context["form"].errors
    assert set(Score.objects.values_list("value", flat=True)) == {3}
    assert "criteria" in wrong.text.lower()


def test_the_drafted_assessment_of_the_makers_is_scored():
    assert contents_of(a_drafted_assessment()).priorities.are_scored
