"""The public counter says how many and how long, by region and year; it names no State."""

import csv
import io

import pytest
from django.urls import reverse

from techcoop.people.models import DEMONSTRATION_DOMAIN, User
from techcoop.publishing import queries
from techcoop.requests import actions
from techcoop.requests.models import StateRequest
from tests.atlas.makers import a_region, a_regional_organization, a_state
from tests.people.makers import a_coordinator
from tests.requests.makers import (
    a_received_request,
    a_registered_request,
    a_request_under_assessment,
    an_accepted_request,
    an_acknowledged_request,
    days_later,
)

pytestmark = pytest.mark.django_db


def a_declined_request(ground="funds", **different):
    said = actions.Said(why="No donor was found.", ground=ground)
    thing = a_registered_request(**different)
    return actions.decide(thing, "decline", by=a_coordinator(), at=days_later(10), said=said)


def far_away():
    return a_state("Utopia", region=a_region("902", "Far Sea"))


def page(client, language="en", **asked):
    return client.get(reverse("publishing:requests", args=(language,)), asked)


def test_requests_are_counted_by_year_region_and_ground():
    an_accepted_request(), a_declined_request(), a_request_under_assessment(far_away())
    a_received_request(a_regional_organization("UMS", a_state(), far_away()))

    found, total = queries.counter(), queries.counter().total

    assert (total.received, total.accepted, total.declined, total.pending) == (4, 1, 1, 2)
    assert [(one.label, one.received) for one in found.years] == [("2026", 4)]
    assert {one.label: one.received for one in found.regions} == {
        "Middle Sea": 2,
        "Far Sea": 1,
        "Regional organisations": 1,
    }
    assert [(one.key, one.declined, one.redirected) for one in found.grounds] == [("funds", 1, 0)]


def test_medians_run_from_the_day_of_receipt():
    an_acknowledged_request()
    a_declined_request()

    found = queries.counter().total

    # Received on 20 February, acknowledged on 2 March, declined on 12 March.
    assert (found.days_to_acknowledge, found.days_to_decide) == (10, 20)


def test_the_counter_is_narrowed_to_a_year_and_a_region():
    an_accepted_request(), an_accepted_request(far_away())

    assert queries.counter(region="902").total.received == 1
    assert queries.counter(year=2026).total.received == 2
    assert queries.counter(year=2025).total.received == 0


@pytest.mark.parametrize(
    ("language", "said"), [("en", "Requests for assistance"), ("fr", "Demandes"), ("ar", "طلبات")]
)
def test_anybody_reads_it_in_three_languages_and_no_state_is_named(client, language, said):
    a_declined_request(), an_accepted_request(far_away())

    shown = page(client, language).text

    assert said in shown
    assert f'lang="{language}"' in shown
    for name in ("Arcadia", "Utopia", "TC-2026"):
        assert name not in shown


def test_who_has_it_already_is_told_that_nothing_changed(client):
    an_accepted_request()
    first = page(client)
    address = reverse("publishing:requests", args=("en",))

    assert client.get(address, headers={"If-None-Match": first["ETag"]}).status_code == 304
    a_received_request()
    assert client.get(address, headers={"If-None-Match": first["ETag"]}).status_code == 200
    assert "public" in first["Cache-Control"]


def test_the_same_figures_are_taken_away_as_a_file(client):
    a_declined_request()

    answer = client.get(reverse("publishing:requests_file", args=("en",)))

    rows = list(csv.reader(io.StringIO(b"".join(answer.streaming_content).decode("utf-8-sig"))))
    assert rows[1][:5] == ["All", "", "1", "0", "1"]
    assert ["Ground", "No funds"] in [row[:2] for row in rows]


@pytest.mark.parametrize("asked", [{"year": "x"}, {"year": "99999"}, {"region": "'"}, {"year": "1999"}])
def test_what_is_asked_in_vain_is_left_out(client, asked):
    assert page(client, **asked).status_code == 200


def test_there_is_no_page_in_a_language_that_is_not_whole(client):
    assert page(client, "es").status_code == 404
    assert client.get(reverse("publishing:start"), headers={"Accept-Language": "fr"})["Location"].endswith(
        "/fr/requests/"
    )


def test_an_empty_counter_says_so(client):
    assert "No request was received" in page(client).text


def a_request_of_the_demonstration():
    thing = a_received_request()
    author = User.objects.create(email=f"clara{DEMONSTRATION_DOMAIN}", name="Clara")
    StateRequest.objects.filter(pk=thing.pk).update(created_by=author)


def test_figures_of_a_demonstration_say_that_they_are_invented(client):
    a_request_of_the_demonstration()
    told = "every request that is counted here is invented"

    assert told in page(client).text
    assert "inventée" in page(client, "fr").text
    answer = client.get(reverse("publishing:requests_file", args=("en",)))
    assert told in b"".join(answer.streaming_content).decode()


def test_invented_requests_among_others_are_numbered_and_without_any_nothing_is_said(client):
    a_received_request()
    assert "invented" not in page(client).text

    a_request_of_the_demonstration()

    assert "1 of all requests on record is invented for a demonstration" in page(client).text
