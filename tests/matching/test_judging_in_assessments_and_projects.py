"""What is proposed for the needs of an assessment, or for a project, is chosen or refused, and remembered."""

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from techcoop.assessments import actions as assessments
from techcoop.assessments.queries import proposed_for as proposed_for_needs
from techcoop.assessments.queries import proposed_for_need
from techcoop.matching.models import Judgement
from techcoop.projects import actions as projects
from techcoop.projects.queries import proposed_for as proposed_for_project
from tests.assessments.makers import a_begun_assessment, a_need
from tests.atlas.makers import a_state
from tests.people.makers import NOON, a_desk_officer, a_reviewer, a_stranger
from tests.projects.makers import a_draft_project
from tests.requests.makers import a_recommendation_to

pytestmark = pytest.mark.django_db

PRISONS, COURTS = "Reduce overcrowding in prisons.", "Strengthen the independence of the judiciary."


def test_needs_are_answered_by_what_is_proposed_or_not(client):
    assessment = a_begun_assessment()
    a_need(assessment, "Prisons are overcrowded and judges are not independent.")
    wanted, unwanted = a_recommendation_to(a_state(), PRISONS), a_recommendation_to(a_state(), COURTS)
    client.force_login(a_desk_officer(a_state()))
    address = reverse("assessments:weigh", args=[assessment.pk])
    assert {one.recommendation for one in client.get(address).context["proposals"]} == {wanted, unwanted}

    client.post(
        address,
        {"shown": [wanted.pk, unwanted.pk], "cited": [wanted.pk], "refused": [unwanted.pk]},
    )

    assert list(assessment.recommendations.all()) == [wanted]
    assert dict(Judgement.objects.values_list("recommendation", "verdict")) == {
        wanted.pk: "confirmed",
        unwanted.pk: "refused",
    }
    assert proposed_for_needs(assessment) == []


def test_a_project_is_offered_what_it_may_serve():
    project = a_draft_project(a_state())
    wanted = a_recommendation_to(a_state(), f"{project.title} {PRISONS}")
    assert [one.recommendation for one in proposed_for_project(project)] == [wanted]

    projects.address(project, by=a_desk_officer(a_state()), at=NOON, cite=[], refuse=[wanted.pk])

    assert proposed_for_project(project) == []
    assert Judgement.objects.get().thing_kind == "projects.project"


def test_what_was_never_proposed_is_no_judgement():
    assessment, other = a_begun_assessment(), a_recommendation_to(a_state(), "Digitise the land register.")

    assessments.weigh(assessment, by=a_desk_officer(a_state()), at=NOON, cite=[other.pk])

    assert list(assessment.recommendations.all()) == [other]
    assert not Judgement.objects.exists()


@pytest.fixture
def two_needs():
    assessment = a_begun_assessment()
    prisons, courts = (
        a_need(assessment, "Prisons are overcrowded."),
        a_need(assessment, "Judges lack independence."),
    )
    return prisons, courts, a_recommendation_to(a_state(), PRISONS), a_recommendation_to(a_state(), COURTS)


def test_each_need_is_offered_what_names_it_and_remembers_what_was_said(client, two_needs):
    prisons, courts, on_prisons, on_courts = two_needs
    client.force_login(a_desk_officer(a_state()))
    address = reverse("assessments:trace_need", args=[prisons.assessment_id, prisons.pk])
    assert [one.recommendation for one in client.get(address).context["proposals"]] == [on_prisons]

    client.post(address, {"shown": [on_prisons.pk], "cited": [on_prisons.pk]})

    assert list(prisons.recommendations.all()) == [on_prisons]
    assert list(prisons.assessment.recommendations.all()) == [on_prisons]
    assert (Judgement.objects.get().thing_kind, Judgement.objects.get().thing_id) == (
        "assessments.need",
        prisons.pk,
    )
    assert [one.recommendation for one in proposed_for_need(courts)] == [on_courts]


def test_what_does_not_name_a_need_is_not_proposed_for_it_again_but_for_others(two_needs):
    prisons, courts, on_prisons, _on_courts = two_needs
    given = {"by": a_desk_officer(a_state()), "at": NOON}

    assessments.trace_need(prisons, cite=(), refuse=[on_prisons.pk], **given)

    assert proposed_for_need(prisons) == []
    assert not prisons.recommendations.exists()
    assert on_prisons in [one.recommendation for one in proposed_for_needs(prisons.assessment)]


def test_a_need_is_named_by_nothing_that_was_said_to_another_state(two_needs):
    prisons, *_others = two_needs
    foreign = a_recommendation_to(a_state("Elsewhere"), PRISONS)

    assessments.trace_need(prisons, cite=[foreign.pk], by=a_desk_officer(a_state()), at=NOON)

    assert not prisons.recommendations.exists()
    assert not Judgement.objects.exists()


@pytest.mark.parametrize("person", [a_stranger, a_reviewer, lambda: a_desk_officer(a_state("Elsewhere"))])
def test_only_who_assesses_these_needs_traces_them(two_needs, person):
    prisons, _courts, on_prisons, _on_courts = two_needs

    with pytest.raises(PermissionDenied):
        assessments.trace_need(prisons, cite=[on_prisons.pk], by=person(), at=NOON)
