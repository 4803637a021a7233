"""A note verbale arrives, is registered, screened and accepted in part; the Government looks at it."""

import pytest
from django.conf import settings

from techcoop.requests.models import Question
from tests.atlas.makers import a_state
from tests.journeys.accessibility import assert_accessible, assert_fits
from tests.people.makers import a_desk_officer, a_focal_point
from tests.requests.makers import A_SCAN

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


class Journey:
    """What people do with a request, step by step."""

    def __init__(self, page, client, address):
        self.page, self.client, self.address = page, client, address

    def given_is_signed_in(self, person):
        self.client.force_login(person)
        value = self.client.cookies[settings.SESSION_COOKIE_NAME].value
        self.page.context.add_cookies(
            [{"name": settings.SESSION_COOKIE_NAME, "value": value, "url": self.address}]
        )

    def when_the_note_is_registered_without_its_date(self):
        self.page.goto("/requests/new/")
        assert_accessible(self.page)
        self.page.get_by_label("Subject").fill("Training of judges")
        self.page.get_by_label("Ministry or authority").fill("Ministry of Foreign Affairs")
        self.page.get_by_label("Signed by").fill("Ines Ferreira")
        self.page.get_by_label("Kind of authority").select_option("foreign_affairs")
        scan = {"name": "note.pdf", "mimeType": "application/pdf", "buffer": A_SCAN}
        self.page.locator("input[type=file]").set_input_files(scan)
        self.page.get_by_role("button", name="Save and register").click()

    def then_the_date_is_asked_for_and_nothing_typed_is_lost(self):
        self.page.get_by_text("is saved, but not registered yet").wait_for()
        assert self.page.get_by_label("Subject").input_value() == "Training of judges"
        assert_accessible(self.page)

    def when_the_date_is_added(self):
        self.page.get_by_label("Date on the document").fill("2026-02-12")
        self.page.get_by_role("button", name="Save and register").click()
        self.page.get_by_text("Registered as").wait_for()

    def when_its_receipt_is_acknowledged(self):
        assert_accessible(self.page)
        self.page.get_by_role("link", name="Acknowledge", exact=True).click()
        self.page.get_by_role("button", name="Acknowledge with this letter").click()

    def when_it_is_screened(self):
        assert_accessible(self.page)
        self.page.get_by_role("link", name="Screen").click()
        self.page.get_by_label("Notes of the screening").fill("Within the mandate.")
        assert_accessible(self.page)
        self.page.get_by_role("button", name="Screened; begin the assessment").click()

    def when_every_question_is_answered_by_keyboard(self):
        self.page.get_by_role("link", name="Give verdicts on these questions").press("Enter")
        assert_accessible(self.page)
        assert_fits(self.page)
        for question in Question.values:
            self.page.locator(f"[name={question}-verdict][value=holds]").press("Space")
        self.page.get_by_role("button", name="Save the sheet").press("Enter")
        self.page.get_by_text("The screening sheet is saved.").wait_for()
        self.page.get_by_role("link", name="TC-").first.click()

    def when_it_is_accepted_in_part(self):
        self.page.get_by_role("link", name="Accept in part").click()
        self.page.get_by_label("The part that is accepted").fill("The training of first-instance judges.")
        self.page.get_by_label("Reasons").fill("Equipment lies outside the forms of assistance.")
        self.page.get_by_role("button", name="Look at the letter first").click()
        self.page.get_by_role("heading", name="The letter as it would be sent").wait_for()
        assert_accessible(self.page)
        self.page.get_by_role("button", name="Decide and keep the letter").click()
        self.page.get_by_role("link", name="Decision on a request for technical cooperation").wait_for()

    def then_the_government_reads_the_decision_and_not_the_notes(self):
        self.page.goto("/requests/")
        self.page.get_by_role("link", name="TC-").click()
        self.page.get_by_text("The request was accepted in part.").wait_for()
        assert self.page.get_by_text("Equipment lies outside the forms of assistance.").is_visible()
        assert self.page.get_by_text("Within the mandate.").count() == 0
        assert_accessible(self.page)
        assert_fits(self.page)


def test_a_request_from_the_note_verbale_to_the_decision(page, client, live_server):
    journey = Journey(page, client, live_server.url)

    journey.given_is_signed_in(a_desk_officer(a_state()))
    journey.when_the_note_is_registered_without_its_date()
    journey.then_the_date_is_asked_for_and_nothing_typed_is_lost()
    journey.when_the_date_is_added()
    journey.when_its_receipt_is_acknowledged()
    journey.when_it_is_screened()
    journey.when_every_question_is_answered_by_keyboard()
    journey.when_it_is_accepted_in_part()
    journey.given_is_signed_in(a_focal_point(a_state()))
    journey.then_the_government_reads_the_decision_and_not_the_notes()
