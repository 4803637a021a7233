"""A request is declined or passed on for one of the listed grounds, whoever writes it."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError

from techcoop.requests import actions
from techcoop.requests.models import StateRequest
from tests.people.makers import NOON, a_coordinator
from tests.requests.makers import a_registered_request

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("ground", ["", "weather"])
@pytest.mark.parametrize("act", ["decline", "redirect"])
def test_nothing_is_turned_away_without_a_listed_ground(act, ground):
    said = actions.Said(why="No donor was found.", to="The country team", ground=ground)

    with pytest.raises(ValidationError, match="one of the listed grounds"):
        actions.decide(a_registered_request(), act, by=a_coordinator(), at=NOON, said=said)


@pytest.mark.parametrize("ground", ["", "weather"])
@pytest.mark.parametrize("status", ["declined", "redirected"])
def test_the_database_refuses_it_too(status, ground):
    decision = {
        "status": status,
        "decided_at": NOON,
        "decided_by": a_coordinator(),
        "decision_reasons": "So.",
    }
    requests = StateRequest.objects.filter(pk=a_registered_request().pk)

    with pytest.raises(IntegrityError, match="a_request_is_not_taken_up_on_one_of_the_grounds"):
        requests.update(ground=ground, redirected_to="The country team", **decision)
