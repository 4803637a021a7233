"""Requests that resemble each other are found by their words and shown with a score, never to strangers."""

import pytest
from django.urls import reverse

from techcoop.requests import queries
from techcoop.web.links import page_of
from tests.atlas.makers import a_state
from tests.people.makers import NOON, a_coordinator, a_desk_officer, a_focal_point
from tests.requests.makers import a_received_request, a_request_under_assessment

pytestmark = pytest.mark.django_db
PRISONS = {
    "subject": "Reform of prison administration",
    "summary": "Training of wardens on the Mandela Rules.",
}
JUDGES = {"subject": "Formation des magistrats", "summary": "Un manuel pour les juges de première instance."}


def similar(thing, someone=None):
    return queries.similar_to(thing, someone or a_coordinator(), on=NOON.date())


def test_a_request_of_another_state_and_the_same_words_is_found_with_score_and_words():
    other = a_received_request(a_state("Utopia"), **PRISONS)
    a_received_request(a_state("Utopia"), **JUDGES)

    (found,) = similar(a_received_request(**{**PRISONS, "subject": "Prison administration: a reform"}))

    assert found.state_request == other
    assert found.score >= 80
    assert {"prison", "wardens", "mandela"} <= set(found.words)


def test_the_same_note_sent_twice_is_all_the_same():
    first, second = a_received_request(**PRISONS), a_received_request(**PRISONS)

    assert [(one.state_request, one.score) for one in similar(second)] == [(first, 100)]


def test_another_matter_is_not_taken_for_the_same():
    a_received_request(**JUDGES)

    assert similar(a_received_request(**PRISONS)) == []


def test_only_what_the_person_may_see_is_shown():
    a_received_request(a_state("Utopia"), **PRISONS)
    mine = a_received_request(**PRISONS)

    assert similar(mine, a_desk_officer(a_state())) == []
    assert len(similar(mine, a_desk_officer(a_state(), a_state("Utopia")))) == 1


@pytest.mark.parametrize("subject", ["'; DROP TABLE x; --", "100% {plan} \\ :* & |", "انتخابات", "a b c"])
def test_any_signs_may_stand_in_a_subject(subject):
    first, second = (a_received_request(subject=subject, summary=subject) for _ in range(2))

    assert [one.state_request for one in similar(second)] == [first]


@pytest.mark.parametrize("name", ["similar", "screening", "accept", "decline"])
def test_those_who_decide_see_it_beside_the_request(client, name):
    other = a_received_request(a_state("Utopia"), **PRISONS)
    thing = a_request_under_assessment(**PRISONS)
    client.force_login(a_coordinator())

    shown = client.get(reverse(f"requests:{name}", args=(thing.reference,))).text

    assert other.reference in shown
    assert "Words in both:" in shown
    assert "Earlier projects in these States" in shown


def test_the_page_of_the_request_fetches_it_when_it_is_there_itself(client):
    thing = a_request_under_assessment(**PRISONS)
    client.force_login(a_coordinator())

    assert f'hx-get="/requests/{thing.reference}/similar/"' in client.get(page_of(thing)).text


def test_a_government_sees_none_of_it(client):
    a_received_request(**PRISONS)
    thing = a_request_under_assessment(**PRISONS)
    client.force_login(a_focal_point(a_state()))

    assert "Words in both:" not in client.get(reverse("requests:request", args=(thing.reference,))).text
    assert client.get(reverse("requests:similar", args=(thing.reference,))).status_code == 403
