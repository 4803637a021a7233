"""The pages of assessments: strangers find nothing, the right role writes and approves on them."""

from uuid import uuid4

import pytest
from django.urls import reverse

from techcoop.assessments.models import Consultation, Need, NeedsAssessment
from techcoop.assessments.queries import waiting_for
from tests.assessments.makers import (
    a_begun_assessment,
    a_recommendation,
    a_validated_assessment,
    an_approved_assessment,
    an_assessment,
)
from tests.atlas.makers import a_state
from tests.people.makers import NOON, a_desk_officer, a_reviewer, a_stranger, a_trustee
from tests.requests.makers import a_declined_request, an_accepted_request

pytestmark = pytest.mark.django_db


def address(name, assessment, *about):
    return reverse(f"assessments:{name}", args=[assessment.pk, *about])


@pytest.mark.parametrize("someone", [a_stranger, a_trustee, lambda: a_desk_officer(a_state("Borduria"))])
def test_who_may_not_see_it_finds_nothing(client, someone):
    assessment = an_approved_assessment()
    client.force_login(someone())

    assert client.get(address("assessment", assessment)).status_code == 404
    assert b"prisons of Arcadia" not in client.get(reverse("assessments:assessments")).content
    export = client.get(reverse("assessments:assessments"), {"export": "csv"})
    assert b"prisons of Arcadia" not in b"".join(export.streaming_content)


def test_an_officer_commissions_from_the_page_of_a_request(client):
    state_request = an_accepted_request()
    client.force_login(a_desk_officer(state_request.state))
    page = client.get(reverse("requests:request", args=[state_request.reference]))
    new = reverse("assessments:commission", args=[state_request.pk])
    assert new in page.content.decode()

    submission = {"title": "The prisons", "terms_of_reference": "Look.", "submission": uuid4()}
    answers = [client.post(new, submission) for _ in range(2)]

    made = NeedsAssessment.objects.get()
    assert [answer.url for answer in answers] == [address("assessment", made)] * 2


def test_a_declined_request_has_no_assessment(client):
    state_request = a_declined_request()
    client.force_login(a_desk_officer(state_request.state))

    new = reverse("assessments:commission", args=[state_request.pk])
    refused = client.post(new, {"title": "The prisons", "submission": uuid4()})

    assert refused.status_code == 409


def test_needs_and_voices_are_written_on_their_pages(client):
    assessment = a_begun_assessment()
    client.force_login(a_desk_officer(assessment.state))

    need = {"component": "C2", "statement": "No inspection.", "submission": uuid4()}
    client.post(address("add_row", assessment, "needs"), need)
    voice = {
        "held_on": "2026-02-01",
        "voice": "civil_society",
        "groups": ["women", "youth"],
        "submission": uuid4(),
    }
    client.post(address("add_row", assessment, "consultations"), voice)

    assert Need.objects.get().statement == "No inspection."
    assert Consultation.objects.get().groups == ["women", "youth"]


def test_what_is_wrong_is_said_beside_the_field_and_the_rest_kept(client):
    assessment = a_begun_assessment()
    client.force_login(a_desk_officer(assessment.state))

    page = client.post(address("add_row", assessment, "needs"), {"statement": "No inspection."})

    assert {"component", "submission"} == set(page.context["form"].errors)
    assert "No inspection." in page.content.decode()


def test_recommendations_are_ticked_on_a_list(client):
    assessment = a_begun_assessment()
    cited, left = a_recommendation(assessment.state), a_recommendation(assessment.state, "Train the judges.")
    client.force_login(a_desk_officer(assessment.state))
    page = client.get(address("weigh", assessment), {"q": "judge"}).content
    assert b"Train the judges." in page
    assert b"inspect the prisons" not in page

    client.post(address("weigh", assessment), {"shown": [cited.pk, left.pk], "cited": [cited.pk]})

    assert list(assessment.recommendations.all()) == [cited]


def test_the_page_of_approval_keeps_the_remark_in_the_journal(client):
    assessment = a_validated_assessment()
    client.force_login(a_reviewer())

    client.post(address("approve", assessment), {"why": "Thorough."})

    page = client.get(address("assessment", assessment))
    assert "Thorough." in page.content.decode()
    assert page.context["assessment"].status == "approved"


def test_list_and_page_ask_few_questions(client, django_assert_max_num_queries):
    assessment = an_approved_assessment()
    client.force_login(a_desk_officer(assessment.state))

    with django_assert_max_num_queries(10):
        client.get(reverse("assessments:assessments"))
    with django_assert_max_num_queries(28):
        client.get(address("assessment", assessment))


def test_a_draft_waits_for_those_who_approve_and_not_for_its_drafter():
    assessment = a_validated_assessment()

    def piles(user):
        return {one.key: list(one.things) for one in waiting_for(user, NOON.date()) if one.things.exists()}

    assert piles(a_reviewer()) == {"assessments-approve": [assessment]}
    assert piles(a_desk_officer(assessment.state)) == {}
    mine = an_assessment(a_state("Borduria"))
    assert piles(a_desk_officer(mine.state)) == {"assessments-begin": [mine]}
