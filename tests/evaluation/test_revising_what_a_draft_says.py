"""Findings, lessons and recommendations are reworded until the evaluation is concluded, and not after."""

from dataclasses import replace
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.urls import reverse

from techcoop.evaluation import actions
from techcoop.evaluation.actions import Advice
from techcoop.journal.actions import ChangedMeanwhile
from techcoop.journal.queries import history
from techcoop.lifecycle import MoveNotAllowed
from techcoop.web.links import page_of
from tests.atlas.makers import a_state
from tests.evaluation.makers import JUDGES_LEARNT, a_drafted_evaluation, a_finding, a_recommendation
from tests.people.makers import NOON, a_coordinator, a_stranger, a_trustee, an_auditor, an_evaluator
from tests.projects.makers import a_completed_project
from tests.web.makers import opened

pytestmark = pytest.mark.django_db
WORDS = "Judges cite the Covenant."
FIELDS = {"finding": "statement", "lesson": "statement", "recommendation": "text"}


def a_draft(**about):
    """A draft with one finding, one lesson and one recommendation."""
    evaluation = a_drafted_evaluation(**about)
    a_recommendation(evaluation, a_finding(evaluation))
    given = {"submission": uuid4(), "by": an_evaluator(), "at": NOON}
    actions.add_lesson(evaluation, statement="Plan the follow-up first.", **given)
    return evaluation


def said(evaluation, what):
    return getattr(evaluation, f"{what}s").get()


def reworded(evaluation, what, *, by=None, seen=0):
    """The same thing, said in other words."""
    how = {"by": by or an_evaluator(), "at": NOON, "seen": seen}
    if what == "finding":
        written = replace(JUDGES_LEARNT, statement=WORDS, criterion="impact", is_strength=False)
        return actions.revise_finding(said(evaluation, what), what=written, **how)
    if what == "lesson":
        return actions.revise_lesson(said(evaluation, what), statement=WORDS, component="C4", **how)
    advice = Advice(WORDS, "The desk", tuple(evaluation.findings.all()))
    return actions.revise_recommendation(said(evaluation, what), what=advice, **how)


def address(evaluation, what):
    return reverse(f"evaluation:revise_{what}", args=[said(evaluation, what).pk])


@pytest.mark.parametrize("what", FIELDS)
def test_a_draft_says_it_differently_and_the_journal_tells_so(what):
    evaluation = a_draft()

    reworded(evaluation, what)

    assert getattr(said(evaluation, what), FIELDS[what]) == WORDS
    assert history(evaluation).last().act == f"revise_{what}"
    assert evaluation.findings.get().evidence.exists()


@pytest.mark.parametrize("what", FIELDS)
def test_what_is_concluded_stays_as_it_is(what):
    evaluation = actions.finalise(a_draft(), by=an_evaluator(), at=NOON)

    with pytest.raises(MoveNotAllowed):
        reworded(evaluation, what)


@pytest.mark.parametrize("what", FIELDS)
@pytest.mark.parametrize("someone", [a_stranger, a_trustee, an_auditor])
def test_nobody_else_rewords_it(what, someone):
    with pytest.raises(PermissionDenied):
        reworded(a_draft(), what, by=someone())


@pytest.mark.parametrize("what", FIELDS)
def test_the_second_of_two_at_once_is_refused(what):
    reworded(evaluation := a_draft(), what)

    with pytest.raises(ChangedMeanwhile):
        reworded(evaluation, what, by=a_coordinator())


@pytest.mark.parametrize("what", FIELDS)
def test_the_second_sees_both_wordings_and_loses_nothing(client, what):
    evaluation = a_draft()
    client.force_login(a_coordinator())
    data = opened(client, address(evaluation, what))
    reworded(evaluation, what)

    page = client.post(address(evaluation, what), {**data, FIELDS[what]: "Mine."}).content.decode()

    assert "has changed this too" in page
    assert WORDS in page
    assert "Mine." in page


@pytest.mark.parametrize("what", FIELDS)
def test_the_page_of_a_draft_leads_to_the_form_which_keeps_the_rest(client, what):
    evaluation = a_draft()
    client.force_login(an_evaluator())
    assert address(evaluation, what) in client.get(page_of(evaluation)).content.decode()
    before = said(evaluation, what)

    data = opened(client, address(evaluation, what))
    answer = client.post(address(evaluation, what), {**data, FIELDS[what]: WORDS})

    after = said(evaluation, what)
    setattr(before, FIELDS[what], WORDS)
    assert answer.status_code == 302
    assert all(getattr(before, one.attname) == getattr(after, one.attname) for one in after._meta.fields)


def test_a_finding_moves_to_no_state_in_which_the_project_does_not_work():
    evaluation = a_draft(project=a_completed_project())
    elsewhere = replace(JUDGES_LEARNT, state=a_state("Borduria"))

    with pytest.raises(ValidationError):
        actions.revise_finding(evaluation.findings.get(), what=elsewhere, seen=0, by=an_evaluator(), at=NOON)


def test_a_recommendation_still_rests_on_a_finding_of_its_own_evaluation():
    recommendation = a_draft().recommendations.get()
    foreign = a_finding(a_drafted_evaluation())

    for findings in ((), (foreign,)):
        with pytest.raises(ValidationError):
            actions.revise_recommendation(
                recommendation, what=Advice("Go on.", "All", findings), seen=0, by=an_evaluator(), at=NOON
            )


def test_whoever_rewords_what_was_taken_out_meanwhile_is_told():
    finding = a_finding(a_drafted_evaluation())
    actions.remove_finding(type(finding).objects.get(), by=an_evaluator(), at=NOON, why="Said twice.")

    with pytest.raises(ValidationError, match="taken this out meanwhile"):
        actions.revise_finding(finding, what=JUDGES_LEARNT, seen=0, by=an_evaluator(), at=NOON)
