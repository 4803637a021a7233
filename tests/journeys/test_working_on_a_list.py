"""Several rows of a list are ticked and acted on at once; a list is kept as it is narrowed; by keyboard."""

import pytest

from techcoop.people.models import SavedView
from techcoop.requests.models import StateRequest
from tests.atlas.makers import a_state
from tests.journeys.steps import Journey
from tests.people.makers import a_coordinator, a_desk_officer
from tests.requests.makers import a_declined_request, a_registered_request

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def journey(page, client, live_server):
    """A coordinator before the list of requests."""
    journey = Journey(page, client, live_server.url)
    journey.waiting = [
        a_registered_request(a_state(), subject=one) for one in ("judges", "Police", "Wardens")
    ]
    a_declined_request(a_state(), subject="A hall")
    journey.given_is_signed_in(a_coordinator())
    page.goto("/requests/")
    return journey


def test_on_a_telephone_each_row_is_a_card_and_still_a_table(journey):
    page = journey.page
    page.set_viewport_size({"width": 390, "height": 844})
    page.reload()

    status = page.get_by_role("table").get_by_role("cell").and_(page.locator("[data-label='Status']")).first
    said = status.evaluate("cell => getComputedStyle(cell, '::before').content")
    assert "Status" in said
    assert page.get_by_role("rowheader").count() == page.locator("tbody tr").count()
    journey.then_everybody_can_use_the_page()


def test_ticked_requests_are_given_to_an_officer(journey):
    page, officer, (first, second, third) = journey.page, a_desk_officer(a_state()), journey.waiting
    for one in (first, third):
        page.get_by_label(f"Tick {one.reference}").press("Space")
    page.get_by_text("Ticked: 2").wait_for()
    journey.then_everybody_can_use_the_page()
    page.get_by_role("button", name="Give to an officer").press("Enter")

    page.get_by_label("Desk officer", exact=True).select_option(str(officer.pk))
    assert page.locator("tbody tr").count() == 2
    journey.then_everybody_can_use_the_page()
    page.get_by_role("button", name="Give all of these").press("Enter")

    page.get_by_text("2 requests are given.").wait_for()
    given = StateRequest.objects.filter(desk_officer=officer).order_by("pk")
    assert list(given) == [first, third]
    assert second.reference not in page.locator("tbody").inner_text()


def test_a_list_is_kept_as_it_is_narrowed_and_opened_again(journey):
    page = journey.page
    page.get_by_label("Words").fill("judges")
    page.get_by_label("Words").press("Enter")
    page.wait_for_url("**judges**")
    page.get_by_role("link", name="Save this view").press("Enter")
    page.get_by_label("Name of the view").fill("The judiciary")
    journey.then_everybody_can_use_the_page()
    page.get_by_role("button", name="Save", exact=True).press("Enter")
    page.locator(".tabs [aria-current]", has_text="The judiciary").wait_for()
    journey.then_everybody_can_use_the_page()

    page.goto("/people/views/")
    journey.then_everybody_can_use_the_page()
    page.get_by_role("link", name="The judiciary").press("Enter")
    page.get_by_text("1 found").wait_for()
    assert page.locator("tbody tr").all_inner_texts()[0].count("judges") == 1

    page.goto("/people/views/")
    page.get_by_role("button", name="Remove The judiciary").press("Enter")
    page.get_by_text("You have saved no view yet").wait_for()
    assert not SavedView.objects.exists()
