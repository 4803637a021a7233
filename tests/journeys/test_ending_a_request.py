"""A request is declined, passed on, or taken back; by keyboard, with reasons that its Government reads."""

import pytest

from techcoop.requests.models import StateRequest
from tests.atlas.makers import a_state
from tests.journeys.steps import Journey
from tests.people.makers import a_coordinator, a_focal_point
from tests.requests.makers import a_request_under_assessment

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]
REASONS = "What was asked for lies outside the forms of assistance."


@pytest.fixture
def journey(page, client, live_server):
    """A coordinator on the page of a request that is being assessed."""
    journey = Journey(page, client, live_server.url)
    journey.request = a_request_under_assessment(a_state())
    journey.given_is_signed_in(a_coordinator())
    page.goto(f"/requests/{journey.request.reference}/")
    return journey


def decide(journey, act, *, by, passed_on_to=""):
    """Open the form, type it, look at the letter and send it."""
    page = journey.page
    page.get_by_role("link", name=act, exact=True).press("Enter")
    if passed_on_to:
        page.get_by_label("To whom it is passed on").fill(passed_on_to)
    page.get_by_label("Ground").select_option("components")
    page.get_by_label("Reasons").fill(REASONS)
    page.get_by_role("button", name="Look at the letter first").press("Enter")
    page.get_by_role("heading", name="The letter as it would be sent").wait_for()
    journey.then_everybody_can_use_the_page()
    page.get_by_role("button", name=by, exact=True).press("Enter")
    page.get_by_role("link", name="Decision on a request for technical cooperation").wait_for()


def then_its_government_reads(journey, *sentences):
    journey.given_is_signed_in(a_focal_point(a_state()))
    journey.page.goto(f"/requests/{journey.request.reference}/")
    for one in sentences:
        journey.page.get_by_text(one).first.wait_for()
    journey.then_everybody_can_use_the_page()


def status(journey):
    return StateRequest.objects.get(pk=journey.request.pk).status


def test_a_request_is_declined(journey):
    decide(journey, "Decline", by="Send the refusal")

    assert status(journey) == "declined"
    then_its_government_reads(journey, "The request was declined.", REASONS)


def test_a_request_is_passed_on(journey):
    decide(journey, "Redirect", by="Decide and keep the letter", passed_on_to="UNDP")

    assert status(journey) == "redirected"
    then_its_government_reads(journey, "UNDP", REASONS)


def test_a_request_is_taken_back(journey):
    page = journey.page
    page.get_by_role("link", name="Record its withdrawal").press("Enter")
    journey.then_everybody_can_use_the_page()
    page.get_by_label("What the requester wrote").fill("The Government has found other help.")
    page.get_by_role("button", name="Record the withdrawal").press("Enter")
    page.get_by_text("Withdrawn", exact=True).first.wait_for()

    assert status(journey) == "withdrawn"
    then_its_government_reads(journey, "Withdrawn")
