"""From what the mechanisms recommend to papers, to needs, and to what nothing addresses; by keyboard."""

import pytest
from django.urls import reverse

from techcoop.web.links import page_of
from tests.accountability.makers import a_recommendation
from tests.assessments.makers import a_begun_assessment, a_need
from tests.atlas.makers import a_state
from tests.journeys.steps import Journey
from tests.people.makers import a_coordinator, a_desk_officer

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]
PRISONS, COURTS, POLICE = "Reduce overcrowding in prisons.", "Train judges.", "Pay the police."


@pytest.fixture
def journey(page, client, live_server):
    """An officer who keeps the file of a State to which three recommendations were made."""
    journey = Journey(page, client, live_server.url)
    journey.state = a_state()
    journey.made = [a_recommendation(journey.state, text, Issue="NHRI") for text in (PRISONS, COURTS, POLICE)]
    journey.given_is_signed_in(a_desk_officer(journey.state))
    return journey


def test_what_is_ticked_is_cited_and_taken_away(journey):
    page = journey.page
    page.goto("/recommendations/")
    for text in (PRISONS, POLICE):
        page.get_by_label(f"Tick {text}").press("Space")
    page.get_by_text("Ticked: 2").wait_for()
    journey.then_everybody_can_use_the_page()
    page.get_by_role("button", name="Cite", exact=True).press("Enter")

    page.get_by_role("heading", name="Citations").wait_for()
    assert page.locator("#citations li").count() == 2
    journey.then_everybody_can_use_the_page()
    taken = journey.downloaded("Take away as a text").decode()
    assert PRISONS in taken
    assert page_of(journey.made[0]) in taken


def test_a_need_is_traced_to_what_names_it(journey):
    page, need = journey.page, a_need(a_begun_assessment(journey.state), "Prisons are overcrowded.")
    page.goto(page_of(need.assessment))
    page.get_by_role("link", name="Recommendations that name it: Prisons are overcrowded.").press("Enter")
    page.get_by_role("checkbox", name="Choose").first.press("Space")
    journey.then_everybody_can_use_the_page()
    page.get_by_role("button", name="Keep the choice").press("Enter")

    page.wait_for_url("**/#needs")
    assert [one.text for one in need.recommendations.all()] == [PRISONS]
    page.reload()
    page.get_by_text("Recommendations of a need chosen").wait_for()


def test_a_figure_of_what_nothing_addresses_opens_what_it_counts(journey):
    journey.given_is_signed_in(a_coordinator())
    page = journey.page
    page.goto(reverse("desk:unaddressed"))
    journey.then_everybody_can_use_the_page()
    page.get_by_role("row", name=journey.state.name).get_by_role("link", name="3").first.press("Enter")

    page.get_by_text("3 found").wait_for()
    assert PRISONS in page.locator("tbody").inner_text()
    journey.then_everybody_can_use_the_page()
