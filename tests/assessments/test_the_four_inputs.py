"""Each of the four inputs is weighed, or it is written why there was nothing; never both."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction

from techcoop.assessments import actions
from techcoop.assessments.actions import Weighing
from techcoop.assessments.models import Input, WeighedInput
from techcoop.journal.actions import ChangedMeanwhile
from techcoop.journal.queries import history, last_edit
from tests.assessments.makers import a_begun_assessment
from tests.atlas.makers import a_state
from tests.people.makers import NOON, a_desk_officer

pytestmark = pytest.mark.django_db


def weighed(assessment, *, seen=0, by=None, **texts):
    officer = by or a_desk_officer(assessment.state)
    what = Weighing(Input.BOARD, **texts)
    return actions.weigh_input(assessment, what=what, seen=seen, by=officer, at=NOON)


def test_what_was_considered_and_concluded_is_kept_with_its_history():
    assessment = a_begun_assessment()

    first = weighed(assessment, considered="The report of the Chair.", conclusion="Institutions first.")

    assert first.is_weighed
    assert history(assessment).last().details == {"part": "input board"}


def test_a_reason_why_there_is_nothing_is_enough():
    assert weighed(a_begun_assessment(), why_none="The Board has not spoken of Arcadia.").is_weighed


def test_considered_without_a_conclusion_is_not_weighed():
    assert not weighed(a_begun_assessment(), considered="The report of the Chair.").is_weighed


def test_both_at_once_contradict_each_other():
    with pytest.raises(ValidationError):
        weighed(a_begun_assessment(), considered="A report.", why_none="Nothing.")


def test_the_database_refuses_the_contradiction_too():
    one = weighed(a_begun_assessment(), considered="A report.")

    with pytest.raises(IntegrityError), transaction.atomic():
        WeighedInput.objects.filter(pk=one.pk).update(why_none="Nothing.")


def test_of_two_who_weigh_it_first_the_second_is_told():
    assessment = a_begun_assessment()
    weighed(assessment, considered="The first.")

    with pytest.raises(ChangedMeanwhile):
        weighed(assessment, considered="The second.")

    seen = last_edit(assessment, part="input board").number
    assert weighed(assessment, seen=seen, considered="Both.").considered == "Both."


def test_an_officer_of_another_state_weighs_nothing():
    with pytest.raises(PermissionDenied):
        weighed(a_begun_assessment(), by=a_desk_officer(a_state("Borduria")), why_none="Nothing.")
