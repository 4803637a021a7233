"""What the system proposes is confirmed or refused by a person, and remembered."""

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from techcoop.journal.queries import history
from techcoop.matching.models import Judgement
from techcoop.matching.queries import record_of_the_matcher
from techcoop.requests import actions
from techcoop.requests.queries import proposed_for
from tests.atlas.makers import a_state
from tests.people.makers import NOON, a_coordinator, a_desk_officer, a_focal_point, a_reviewer, a_stranger
from tests.requests.makers import a_recommendation_to, a_registered_request

pytestmark = pytest.mark.django_db

TEXT = "Establish a national human rights institution in line with the Paris Principles."


def post(client, thing, act, recommendation):
    return client.post(reverse(f"requests:{act}", args=(thing.reference, recommendation.pk)))


def test_what_is_refused_is_not_proposed_again_until_it_is_reconsidered(client):
    thing, wanted = a_registered_request(), a_recommendation_to(a_state(), TEXT)
    client.force_login(a_desk_officer(a_state()))
    assert [one.recommendation for one in proposed_for(thing)] == [wanted]

    post(client, thing, "refuse", wanted)
    assert proposed_for(thing) == []

    post(client, thing, "reconsider", wanted)
    assert [one.recommendation for one in proposed_for(thing)] == [wanted]
    acts = [entry.act for entry in history(thing)]
    assert acts[-2:] == ["refuse_recommendation", "reconsider_recommendation"]


def test_what_is_linked_is_remembered_with_what_the_system_had_said(client):
    thing, wanted = a_registered_request(), a_recommendation_to(a_state(), TEXT)
    (proposal,) = proposed_for(thing)

    actions.link_recommendation(thing, wanted, by=a_coordinator(), at=NOON)

    said = Judgement.objects.get()
    assert (said.verdict, said.confidence) == ("confirmed", proposal.confidence)
    assert said.words == list(proposal.reasons)
    (judged,) = record_of_the_matcher()
    assert (judged.confirmed, judged.refused) == (1, 0)


def test_refusing_twice_is_refusing_once(client):
    thing, wanted = a_registered_request(), a_recommendation_to(a_state(), TEXT)
    for _time in range(2):
        actions.refuse_recommendation(thing, wanted, by=a_coordinator(), at=NOON)

    assert Judgement.objects.count() == 1


@pytest.mark.parametrize(
    "someone",
    [a_stranger, a_reviewer, lambda: a_focal_point(a_state()), lambda: a_desk_officer(a_state("Utopia"))],
)
@pytest.mark.parametrize("act", [actions.refuse_recommendation, actions.reconsider_recommendation])
def test_nobody_else_judges(someone, act):
    thing, wanted = a_registered_request(), a_recommendation_to(a_state(), TEXT)

    with pytest.raises(PermissionDenied):
        act(thing, wanted, by=someone(), at=NOON)


def test_the_page_says_why_something_is_proposed(client):
    thing, _wanted = a_registered_request(), a_recommendation_to(a_state(), TEXT)
    client.force_login(a_desk_officer(a_state()))

    page = client.get(reverse("requests:recommendations", args=(thing.reference,))).content.decode()

    assert "National human rights institution" in page
    assert reverse("matching:subjects") in page
