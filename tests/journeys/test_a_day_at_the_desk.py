"""A desk officer's day: what waits, a State's file, the portfolio, an activity, and the thread."""

import pytest
from django.conf import settings

from tests.accountability.makers import a_recommendation
from tests.atlas.makers import a_state
from tests.journeys.accessibility import assert_accessible, assert_fits
from tests.people.makers import a_desk_officer
from tests.projects.makers import an_operational_project
from tests.requests.makers import a_registered_request

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


class Journey:
    """What the officer does, step by step."""

    def __init__(self, page, client, address):
        self.page, self.client, self.address = page, client, address

    def given_the_officer_is_signed_in(self, officer):
        self.client.force_login(officer)
        value = self.client.cookies[settings.SESSION_COOKIE_NAME].value
        self.page.context.add_cookies(
            [{"name": settings.SESSION_COOKIE_NAME, "value": value, "url": self.address}]
        )

    def when_the_count_on_my_desk_is_clicked(self):
        self.page.goto("/")
        assert_accessible(self.page)
        self.page.get_by_role("heading", name="receipt is to be acknowledged").get_by_role("link").click()

    def then_exactly_that_request_is_there(self, reference):
        assert self.page.locator(".things li").count() == 1
        assert reference in self.page.locator(".things").inner_text()

    def when_the_words_are_searched_in_the_file_of_the_state(self, state):
        self.page.goto(f"/states/{state.iso3}/")
        assert_accessible(self.page)
        self.page.get_by_label("Search the recommendations to this State").fill("torture")
        self.page.get_by_role("button", name="Search", exact=True).click()

    def then_the_recommendation_is_found(self):
        assert self.page.get_by_text("Investigate every case of torture.").count()

    def when_a_figure_of_the_portfolio_is_clicked(self):
        self.page.goto("/portfolio/")
        assert_accessible(self.page)
        self.page.get_by_role("link", name="National institutions for human rights").click()

    def then_the_project_is_in_the_list(self, project):
        self.page.get_by_role("link", name=project.code).click()
        assert_accessible(self.page)

    def when_an_activity_is_planned_and_recorded(self):
        self.page.get_by_role("link", name="Plan an activity").click()
        self.page.get_by_label("Training courses").check()
        self.page.get_by_label("Title").fill("Course for wardens")
        self.page.get_by_label("Starts on").fill("2026-02-02")
        self.page.get_by_label("Ends on").fill("2026-02-04")
        self.page.get_by_role("button", name="Save").click()
        self.page.get_by_role("link", name="Record what came of it").click()
        assert_accessible(self.page)
        self.page.get_by_label("What came of it").fill("Wardens keep the register.")
        self.page.get_by_label("Women reached").fill("11")
        self.page.get_by_role("button", name="Save").click()
        self.page.get_by_text("Wardens keep the register.").wait_for()

    def then_it_stands_on_the_calendar(self):
        self.page.goto("/activities/calendar/?month=2026-02")
        assert self.page.get_by_role("link", name="Course for wardens").count() == 3
        assert_accessible(self.page)

    def then_the_thread_shows_it_and_what_is_missing(self, project):
        self.page.goto(f"/thread/project/{project.pk}/")
        assert self.page.get_by_role("link", name="Course for wardens").count() == 1
        assert self.page.get_by_text("No recommendation is named.").count() == 1
        assert_accessible(self.page)

    def then_it_all_fits_a_telephone(self, *addresses):
        self.page.set_viewport_size({"width": 390, "height": 800})
        for address in addresses:
            self.page.goto(address)
            assert_fits(self.page)


def test_a_day_at_the_desk(page, client, live_server):
    state = a_state()
    a_recommendation(to=state, text="Investigate every case of torture.")
    waiting, project = a_registered_request(state), an_operational_project(state)
    journey = Journey(page, client, live_server.url)
    journey.given_the_officer_is_signed_in(a_desk_officer(state))

    journey.when_the_count_on_my_desk_is_clicked()
    journey.then_exactly_that_request_is_there(waiting.reference)
    journey.when_the_words_are_searched_in_the_file_of_the_state(state)
    journey.then_the_recommendation_is_found()
    journey.when_a_figure_of_the_portfolio_is_clicked()
    journey.then_the_project_is_in_the_list(project)
    journey.when_an_activity_is_planned_and_recorded()
    journey.then_it_stands_on_the_calendar()
    journey.then_the_thread_shows_it_and_what_is_missing(project)
    journey.then_it_all_fits_a_telephone(
        "/", f"/states/{state.iso3}/", "/portfolio/", f"/projects/{project.code}/"
    )
