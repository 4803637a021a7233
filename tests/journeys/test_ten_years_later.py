"""Two assessments of one State, ten years apart; the later takes the place of the earlier; by keyboard."""

from datetime import date

import pytest

from techcoop.assessments import actions
from techcoop.assessments.models import NeedsAssessment
from techcoop.web.links import page_of
from tests.assessments import makers
from tests.atlas.makers import a_state
from tests.journeys.steps import Journey
from tests.people.makers import NOON, a_coordinator, a_desk_officer, a_reviewer

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]
TEN_YEARS_LATER = NOON.replace(year=NOON.year + 10)


def approved(institution, at):
    """An assessment that found this institution, approved."""
    assessment = makers.a_written_assessment(a_state())
    makers.an_institution(assessment, institution)
    officer = a_desk_officer(assessment.state)
    actions.draft(assessment, by=officer, at=at)
    actions.validate(assessment, by=officer, at=at, on=date(2026, 2, 20), validated_with=makers.TOGETHER)
    return actions.approve(assessment, by=a_reviewer(), at=at)


@pytest.fixture
def ten_years(page, client, live_server, monkeypatch):
    """A coordinator before the window, an assessment of then, and one of now."""
    journey = Journey(page, client, live_server.url)
    journey.then = approved("House of Mediation", NOON)
    monkeypatch.setattr(makers, "NOON", TEN_YEARS_LATER)
    journey.now = approved("Council of the Judiciary", TEN_YEARS_LATER)
    journey.given_is_signed_in(a_coordinator())
    return journey


def test_two_assessments_ten_years_apart_are_read_beside_each_other(ten_years):
    page = ten_years.page
    page.goto(page_of(ten_years.then))
    page.get_by_role("link", name="Beside: ").press("Enter")

    page.get_by_role("heading", name="Two assessments beside each other").wait_for()
    assert page.get_by_text("10 years lie between them.").is_visible()
    page.get_by_role("link", name="Institutions", exact=True).press("Enter")
    became = page.locator("#institutions + ul li").all_inner_texts()
    assert ["".join(one.split()) for one in became] == [
        "NewCounciloftheJudiciary",
        "GoneHouseofMediation",
        "ThesameOmbudsmanofArcadia",
    ]
    assert page.get_by_role("cell", name="3.50 (3.00–4.00)").count() == 2
    ten_years.then_everybody_can_use_the_page()


def test_the_later_takes_the_place_of_the_earlier_with_reasons(ten_years):
    page = ten_years.page
    page.goto(page_of(ten_years.then))
    page.get_by_role("link", name="Supersede", exact=True).press("Enter")
    ten_years.then_everybody_can_use_the_page()
    page.get_by_role("button", name="Supersede", exact=True).press("Enter")
    page.locator("[name=why]").press_sequentially("Ten years have passed.")
    page.get_by_label("Superseded by").select_option(str(ten_years.now.pk))
    page.get_by_role("button", name="Supersede", exact=True).press("Enter")

    page.locator("header .tag", has_text="Superseded").wait_for()
    assert NeedsAssessment.objects.get(pk=ten_years.then.pk).superseded_by == ten_years.now
    assert page.get_by_text("Ten years have passed.").count()
    ten_years.then_everybody_can_use_the_page()
