"""Letters, the public counter, the service clock, the calendar and the handover of a desk, by keyboard."""

import pytest

from techcoop.requests import actions
from techcoop.requests.models import StateRequest
from tests.atlas.makers import a_state
from tests.people.makers import NOON, a_coordinator, a_desk_officer, another_coordinator
from tests.requests.makers import a_declined_request, a_registered_request

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


def test_a_letter_is_looked_at_changed_and_kept_as_it_was_sent(journey):
    page, reference = journey.page, a_registered_request(a_state()).reference
    page.goto(f"/requests/{reference}/acknowledge/")
    page.get_by_text("Change the wording of this letter").press("Enter")
    page.get_by_label("Subject").fill("Your note of 12 February")
    page.get_by_role("button", name="Look at the letter again").press("Enter")
    page.locator(".letter").get_by_text("Your note of 12 February").first.wait_for()
    journey.then_everybody_can_use_the_page()

    page.get_by_role("button", name="Acknowledge with this letter").press("Enter")
    page.get_by_role("link", name="Your note of 12 February").first.press("Enter")
    page.get_by_role("link", name="Open the PDF to print it").wait_for()
    journey.then_everybody_can_use_the_page()
    assert StateRequest.objects.get(reference=reference).status == "acknowledged"


def test_everybody_reads_the_public_counter_without_signing_in(journey):
    a_declined_request(a_state())
    page = journey.page
    page.context.clear_cookies()

    page.goto("/public/en/requests/")
    page.get_by_role("heading", name="Requests for assistance, counted").wait_for()
    journey.then_everybody_can_use_the_page()
    lines = journey.downloaded("CSV").decode("utf-8-sig").splitlines()
    assert len(lines) > 1
    assert a_state().name not in "".join(lines)


def test_the_service_clock_leads_to_the_late_requests(journey):
    late = a_registered_request(a_state())
    page = journey.page
    page.goto("/requests/clock/")
    journey.then_everybody_can_use_the_page()

    page.get_by_role("table", name="Late requests").get_by_role("link").first.press("Enter")
    page.get_by_role("link", name=late.reference).wait_for()


def test_the_calendar_is_subscribed_and_the_address_closed_again(journey):
    page = journey.page
    page.goto("/recommendations/calendar/")
    journey.then_everybody_can_use_the_page()
    page.get_by_role("button", name="Open an address").press("Enter")
    page.get_by_role("button", name="Close this address").wait_for()

    address = page.locator("bdi.code").inner_text().strip()
    assert page.request.get(address).text().startswith("BEGIN:VCALENDAR")
    page.get_by_role("button", name="Close this address").press("Enter")
    page.get_by_role("button", name="Open an address").wait_for()
    assert page.request.get(address).status == 404


def test_a_desk_is_handed_over_with_its_sheet(journey):
    page, officer, successor = journey.page, a_desk_officer(a_state()), another_coordinator()
    given = actions.assign(a_registered_request(a_state()), officer=officer, by=a_coordinator(), at=NOON)
    page.goto("/requests/desks/")
    page.get_by_role("link", name=officer.name).press("Enter")
    journey.then_everybody_can_use_the_page()

    page.get_by_label("To whom").select_option(str(successor.pk))
    page.get_by_label("What the successor should know").fill("The ministry waits for a call.")
    page.get_by_role("button", name="Hand over all of it").press("Enter")
    page.get_by_text("The desk is handed over.").wait_for()
    page.get_by_text("The ministry waits for a call.").wait_for()
    journey.then_everybody_can_use_the_page()
    assert StateRequest.objects.get(pk=given.pk).desk_officer == successor
