"""A project is drafted on an approved assessment, another approves it, and finance closes its accounts."""

import pytest
from django.conf import settings

from tests.assessments.makers import an_approved_assessment
from tests.atlas.makers import a_state
from tests.journeys.accessibility import assert_accessible, assert_fits
from tests.people.makers import a_coordinator, a_desk_officer, a_finance_officer
from tests.requests.makers import an_accepted_request

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


class Journey:
    """What people do between a request and the closing of accounts, step by step."""

    def __init__(self, page, client, address):
        self.page, self.client, self.address = page, client, address

    def given_is_signed_in(self, person):
        self.client.force_login(person)
        value = self.client.cookies[settings.SESSION_COOKIE_NAME].value
        self.page.context.add_cookies(
            [{"name": settings.SESSION_COOKIE_NAME, "value": value, "url": self.address}]
        )

    def follow(self, name):
        self.page.get_by_role("link", name=name, exact=True).click()

    def press(self, name):
        self.page.get_by_role("button", name=name, exact=True).click()

    def when_a_state_is_found_by_a_few_letters(self, letters, name):
        self.page.get_by_label("Find among the choices").fill(letters)
        one = self.page.get_by_role("checkbox", name=name)
        one.check()
        self.page.locator("[data-ticked]", has_text=name).wait_for()
        assert self.page.get_by_role("checkbox", name="Arcadia").count() == 0
        one.uncheck()

    def when_a_project_is_drafted(self, state_request):
        self.page.goto(f"/requests/{state_request.reference}/")
        self.follow("Draft a project")
        for label, text in (
            ("Starts on", "2026-01-01"),
            ("Ends on", "2027-12-31"),
            ("National institutions for human rights and democracy", "100"),
            ("Voluntary Fund", "250000"),
            ("Why no recommendation is addressed", "None concerns prisons."),
        ):
            self.page.get_by_label(label).fill(text)
        assert self.page.locator(".sum.whole output").inner_text() == "100"
        self.when_a_state_is_found_by_a_few_letters("nar", "Narnia")
        assert_accessible(self.page)
        self.press("Save the draft")
        assert_accessible(self.page)
        return self.page.url.rstrip("/").split("/")[-1]

    def then_the_page_of_approval_says_what_is_missing(self, code):
        self.page.goto(f"/projects/{code}/")
        self.follow("Approve")
        self.page.get_by_text("At least one national structure").wait_for()
        assert_accessible(self.page)
        assert self.page.get_by_role("button", name="Approve").count() == 0

    def when_the_structure_is_named(self, code):
        self.page.goto(f"/projects/{code}/")
        self.follow("Write the document")
        self.page.get_by_label("Name of the structure").first.fill("National Preventive Mechanism")
        self.page.get_by_label("Kind").first.select_option("national_institution")
        self.press("Save the draft")

    def when_it_moves(self, code, *acts):
        for act in acts:
            self.page.goto(f"/projects/{code}/")
            self.follow(act)
            self.press(act)

    def then_it_is(self, status):
        self.page.locator("header .tag", has_text=status).wait_for()
        assert_accessible(self.page)
        assert_fits(self.page)


def test_a_project_from_the_assessment_to_the_closing_of_accounts(page, client, live_server):
    journey, state_request = Journey(page, client, live_server.url), an_accepted_request()
    officer, _neighbour = a_desk_officer(a_state()), a_state("Narnia")

    an_approved_assessment(of=state_request)
    journey.given_is_signed_in(officer)
    code = journey.when_a_project_is_drafted(state_request)
    journey.given_is_signed_in(a_coordinator())
    journey.then_the_page_of_approval_says_what_is_missing(code)
    journey.given_is_signed_in(officer)
    journey.when_the_structure_is_named(code)
    journey.given_is_signed_in(a_coordinator())
    journey.when_it_moves(code, "Approve", "Start", "Mark as completed")
    journey.given_is_signed_in(a_finance_officer())
    journey.when_it_moves(code, "Close the accounts")
    journey.then_it_is("Closed")
