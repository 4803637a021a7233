"""The clock says how long a request stood in each status, what was meant, and whose turn it is."""

import pytest

from techcoop.journal.queries import history
from techcoop.programme.models import Parameter
from techcoop.requests import actions, queries
from tests.atlas.makers import a_state
from tests.people.makers import (
    NOON,
    a_coordinator,
    a_desk_officer,
    a_focal_point,
    a_stranger,
    another_coordinator,
)
from tests.requests.makers import a_received_request, a_registered_request, days_later

pytestmark = pytest.mark.django_db


def a_screened_request_with_a_past():
    thing = a_received_request()
    actions.register(thing, by=a_coordinator(), at=days_later(2))
    actions.acknowledge(thing, by=a_coordinator(), at=days_later(12))
    return actions.screen(thing, by=a_coordinator(), at=days_later(14))


def test_each_stage_has_its_days_its_target_and_its_delay():
    thing = a_screened_request_with_a_past()

    told = queries.stages(history(thing), targets_then=queries.Targets(), now=days_later(100))

    assert [(one.status, one.days, one.target_days, one.days_late) for one in told] == [
        ("received", 2, 3, 0),
        ("registered", 10, 7, 3),
        ("acknowledged", 2, 14, 0),
        ("under_assessment", 86, 60, 26),
    ]


def test_a_past_stage_is_judged_by_the_target_that_held_when_it_began():
    Parameter.objects.create(
        name="requests.target_days.registered",
        value=1,
        effective_from=days_later(50).date(),
        source="A decision",
    )
    thing = a_screened_request_with_a_past()

    told = queries.stages(history(thing), targets_then=queries.Targets(), now=days_later(100))

    assert told[1].target_days == 7
    assert queries.targets(days_later(60).date())["registered"] == 1


def test_whose_turn_it_is_and_by_when():
    thing = a_screened_request_with_a_past()

    turn = queries.turn_of(thing, target_days=queries.targets(NOON.date()), now=days_later(15))

    assert (turn.who, turn.by, turn.days_late) == (str(a_coordinator()), days_later(74).date(), 0)


def test_what_waits_is_what_one_may_do_next_in_the_own_scope():
    registered = a_registered_request()

    def waiting(user):
        found = {one.key: list(one.things) for one in queries.waiting_for(user, NOON.date())}
        return [key for key, things in found.items() if registered in things]

    assert waiting(a_desk_officer(a_state())) == ["requests_to_acknowledge"]
    assert waiting(another_coordinator()) == ["requests_to_acknowledge"]
    assert waiting(a_desk_officer(a_state("Utopia"))) == []
    assert waiting(a_focal_point(a_state())) == []
    assert waiting(a_stranger()) == []


def test_what_an_officer_has_waits_for_nobody_else():
    officer = a_desk_officer(a_state())
    registered = a_registered_request()
    actions.assign(registered, officer=officer, by=a_coordinator(), at=NOON)

    waiting = queries.waiting_for(another_coordinator(), NOON.date())

    assert all(registered not in one.things for one in waiting)


def test_every_count_leads_to_exactly_those(client):
    a_received_request()
    a_registered_request()
    client.force_login(a_coordinator())

    for one in queries.counts_by_status(a_coordinator()):
        shown = client.get(f"/requests/{one.parameters}").context["page"]
        assert shown.total == one.number
