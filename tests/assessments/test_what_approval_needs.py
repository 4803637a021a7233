"""An assessment is approved when somebody was heard and recommendations, or their lack, are named."""

import pytest
from django.core.exceptions import ValidationError

from techcoop.assessments import actions
from techcoop.assessments.actions import Content
from techcoop.assessments.queries import missing_for_approval
from techcoop.lifecycle import MoveNotAllowed
from tests.assessments.makers import (
    a_begun_assessment,
    a_consultation,
    a_recommendation,
    an_approved_assessment,
)
from tests.atlas.makers import a_state
from tests.people.makers import NOON, a_desk_officer, a_reviewer

pytestmark = pytest.mark.django_db


def handed_in(assessment):
    officer = a_desk_officer(assessment.state)
    actions.draft(assessment, by=officer, at=NOON)
    return actions.validate(assessment, by=officer, at=NOON, on=NOON.date())


def test_without_recommendation_and_voice_it_is_not_approved():
    with pytest.raises(ValidationError) as refused:
        actions.approve(handed_in(a_begun_assessment()), by=a_reviewer(), at=NOON)

    assert len(refused.value.messages) == 2


def test_a_cited_recommendation_is_enough_with_a_voice():
    assessment = a_begun_assessment()
    officer, cited = a_desk_officer(assessment.state), a_recommendation(assessment.state)
    a_consultation(assessment)

    actions.weigh(assessment, by=officer, at=NOON, cite={cited.pk})

    assert missing_for_approval(assessment) == ()


def test_a_recommendation_to_another_state_is_not_cited():
    assessment, elsewhere = a_begun_assessment(), a_recommendation(a_state("Borduria"))

    actions.weigh(assessment, by=a_desk_officer(assessment.state), at=NOON, cite={elsewhere.pk})

    assert not assessment.recommendations.exists()


def test_a_recommendation_is_left_out_again():
    assessment = a_begun_assessment()
    officer, cited = a_desk_officer(assessment.state), a_recommendation(assessment.state)
    actions.weigh(assessment, by=officer, at=NOON, cite={cited.pk})

    actions.weigh(assessment, by=officer, at=NOON, cite=set(), leave={cited.pk})

    assert not assessment.recommendations.exists()


def test_what_was_approved_is_not_written_any_more():
    approved = an_approved_assessment()

    with pytest.raises(MoveNotAllowed):
        actions.revise(approved, by=a_desk_officer(approved.state), at=NOON, content=Content("Other"))
