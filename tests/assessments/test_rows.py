"""The rows of every table are written, changed and taken out while the assessment is open."""

from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction

from techcoop.assessments import actions
from techcoop.assessments.models import LegalGap, Need, ProposedProject, Risk
from techcoop.journal.actions import ChangedMeanwhile
from techcoop.journal.queries import history
from techcoop.lifecycle import MoveNotAllowed
from tests.assessments.makers import (
    a_begun_assessment,
    a_need,
    a_recommendation,
    a_row,
    an_approved_assessment,
    an_assessment,
    edit_of,
)
from tests.atlas.makers import a_state
from tests.people.makers import NOON, a_desk_officer

pytestmark = pytest.mark.django_db


def test_a_row_is_written_down_once_however_often_it_is_sent():
    assessment, submission = a_begun_assessment(), uuid4()
    officer, what = a_desk_officer(assessment.state), {"component": "C1", "statement": "A law of 1931."}

    for _ in range(2):
        actions.add_row(assessment, kind=Need, what=what, submission=submission, by=officer, at=NOON)

    assert Need.objects.get().statement == "A law of 1931."
    assert [entry.act for entry in history(assessment)].count("add_need") == 1


def test_a_row_is_changed_and_the_journal_says_which():
    need = a_need(a_begun_assessment())
    officer = a_desk_officer(need.assessment.state)

    what = {"component": "C4", "statement": "Judges."}
    changed = actions.change_row(need, what=what, seen=edit_of(need), by=officer, at=NOON)

    assert (changed.component, changed.statement) == ("C4", "Judges.")
    last = history(need.assessment).last()
    assert (last.act, last.details) == ("change_need", {"part": f"need {need.pk}"})


def test_who_saves_at_the_same_moment_writes_over_nobody():
    need, other = (a_need(assessment := a_begun_assessment()), a_need(assessment, "No lawyers."))
    officer, seen = a_desk_officer(need.assessment.state), edit_of(need)
    actions.change_row(other, what={"statement": "Few."}, seen=edit_of(other), by=officer, at=NOON)
    actions.change_row(need, what={"statement": "The first."}, seen=seen, by=officer, at=NOON)

    with pytest.raises(ChangedMeanwhile):
        actions.change_row(need, what={"statement": "The second."}, seen=seen, by=officer, at=NOON)

    need.refresh_from_db()
    assert need.statement == "The first."


def test_a_row_is_taken_out_and_the_journal_says_so():
    need = a_need(a_begun_assessment())

    actions.remove_row(need, by=a_desk_officer(need.assessment.state), at=NOON)

    assert not Need.objects.exists()
    assert history(need.assessment).last().act == "remove_need"


def test_an_officer_of_another_state_writes_no_row():
    with pytest.raises(PermissionDenied):
        actions.remove_row(a_need(a_begun_assessment()), by=a_desk_officer(a_state("Borduria")), at=NOON)


def test_what_was_approved_takes_no_further_row():
    with pytest.raises(MoveNotAllowed):
        a_need(an_approved_assessment())


def test_a_need_names_recommendations_that_the_assessment_cites():
    assessment, said = a_begun_assessment(), a_recommendation(a_state())
    with pytest.raises(ValidationError):
        a_need(assessment, recommendations=[said])
    officer = a_desk_officer(assessment.state)
    actions.weigh(assessment, by=officer, at=NOON, cite={said.pk})

    need = a_need(assessment, recommendations=[said])
    project = a_row(
        assessment, ProposedProject, title="A visiting body", needs=[need], recommendations=[said]
    )
    assert [list(one.recommendations.all()) for one in (need, project)] == [[said], [said]]

    actions.weigh(assessment, by=officer, at=NOON, cite=set(), leave={said.pk})
    assert not need.recommendations.exists()
    assert not project.recommendations.exists()


def test_a_project_answers_needs_of_its_own_assessment():
    elsewhere = a_need(a_begun_assessment(a_state("Borduria")))

    with pytest.raises(ValidationError):
        a_row(a_begun_assessment(), ProposedProject, title="A visiting body", needs=[elsewhere])


def test_a_gap_rests_on_what_was_said_to_the_same_state():
    elsewhere = a_recommendation(a_state("Borduria"))

    with pytest.raises(ValidationError):
        a_row(a_begun_assessment(), LegalGap, right="Liberty", gap="No law.", recommendation=elsewhere)


def test_likelihood_and_impact_go_from_one_to_five():
    assessment = a_begun_assessment()
    with pytest.raises(IntegrityError), transaction.atomic():
        a_row(
            assessment,
            Risk,
            statement="Elections",
            kind="political",
            likelihood=6,
            impact=1,
            response="accept",
        )

    assert not Risk.objects.exists()


def test_the_outset_is_frozen_on_the_day_of_the_commission():
    state = a_state()
    a_recommendation(state)
    assessment = an_assessment(state)
    a_recommendation(state, "Train the judges.")

    assessment.refresh_from_db()
    assert assessment.outset["recommendations"]["all"] == 1
    assert assessment.outset["on"] == "2026-03-02"
    with pytest.raises(Exception, match="not rewritten"), transaction.atomic():
        type(assessment).objects.filter(pk=assessment.pk).update(outset={})
