"""The service clock over all requests: what is late, with whom, how long; counts lead to the list."""

import pytest
from django.urls import reverse
from django.utils import timezone

from techcoop.requests import actions, queries
from tests.atlas.makers import a_state
from tests.people.makers import (
    NOON,
    a_coordinator,
    a_desk_officer,
    a_focal_point,
    a_stranger,
    an_auditor,
)
from tests.requests.makers import a_received_request, a_registered_request, days_later

pytestmark = pytest.mark.django_db


def test_what_is_late_is_counted_by_status_and_officer_within_the_own_scope():
    officer = a_desk_officer(a_state())
    actions.assign(a_registered_request(), officer=officer, by=a_coordinator(), at=NOON)
    a_registered_request(a_state("Utopia"), at=days_later(30))
    on = days_later(31).date()

    everywhere = queries.lateness(a_coordinator(), on=on)

    assert [(one.status, one.officer, one.number) for one in everywhere] == [("registered", str(officer), 1)]
    assert queries.lateness(a_desk_officer(a_state("Utopia")), on=on) == []


def test_the_median_days_of_a_stage_are_those_of_the_stays_that_ended():
    for days in (2, 4, 12):
        thing = a_received_request()
        actions.register(thing, by=a_coordinator(), at=days_later(days))

    told = queries.stage_times(a_coordinator(), since=NOON.date(), on=days_later(20).date())

    assert [(one.label, one.number, one.median_days, one.target_days) for one in told] == [
        ("Received", 3, 4.0, 3)
    ]
    assert queries.stage_times(a_stranger(), since=NOON.date(), on=days_later(20).date()) == []


def test_every_count_of_late_requests_leads_to_exactly_those(client):
    a_registered_request()
    assigned = actions.assign(
        a_registered_request(), officer=a_desk_officer(a_state()), by=a_coordinator(), at=NOON
    )
    client.force_login(a_coordinator())

    for one in queries.lateness(a_coordinator(), on=timezone.localdate()):
        shown = client.get(f"/requests/{one.parameters}").context["page"]
        assert (shown.total, shown.complaints) == (one.number, ())
    assert assigned.desk_officer is not None


@pytest.mark.parametrize(
    ("someone", "status"),
    [
        (a_coordinator, 200),
        (an_auditor, 200),
        (lambda: a_desk_officer(a_state()), 200),
        (lambda: a_focal_point(a_state()), 403),
        (a_stranger, 403),
    ],
)
def test_the_page_is_seen_inside_the_programme(client, someone, status):
    a_registered_request()
    client.force_login(someone())

    assert client.get(reverse("requests:clock")).status_code == status
