"""Asked on line in French, answered in French, assessed with real recommendations: by the keyboard alone."""

import re

import pytest
from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext, pgettext

from techcoop.accountability.queries import checksum
from techcoop.assessments.models import NeedsAssessment
from techcoop.requests.models import Question, SentLetter, StateRequest
from tests.desk.real import ACCOUNTS, COMMISSION, account_as_told, assert_it_cites_the_review
from tests.journeys.accessibility import assert_accessible, assert_fits
from tests.people.makers import a_desk_officer, a_focal_point

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]
COOKIE = settings.SESSION_COOKIE_NAME
WHY = "La demande répond à des recommandations acceptées."


def french(sentence, context=""):
    """What a page says in French."""
    with translation.override("fr"):
        return pgettext(context, sentence) if context else gettext(sentence)


class Journey:
    """What a Government and an officer do, key by key, on pages in French."""

    def __init__(self, page, client, address):
        self.page, self.client, self.address = page, client, address

    def given_is_signed_in(self, person):
        person.language = "fr"
        person.save(update_fields=["language"])
        self.client.force_login(person)
        cookie = {"name": COOKIE, "value": self.client.cookies[COOKIE].value, "url": self.address}
        self.page.context.add_cookies([cookie])

    def on(self, thing, key):
        thing.first.focus()
        self.page.keyboard.press(key)

    def follow(self, sentence, context=""):
        self.on(self.page.get_by_role("link", name=french(sentence, context), exact=True), "Enter")

    def press(self, sentence, context=""):
        self.on(self.page.get_by_role("button", name=french(sentence, context), exact=True), "Enter")

    def write(self, name, text):
        self.page.locator(f"[name={name}]").first.focus()
        self.page.keyboard.insert_text(text)

    def looks_right(self):
        assert self.page.locator("html").get_attribute("lang") == "fr"
        assert_accessible(self.page)
        assert_fits(self.page)

    def when_the_government_asks(self):
        self.page.goto("/requests/")
        self.follow("Ask for assistance")
        self.write("subject", COMMISSION)
        self.write("summary", "Conseils sur la loi fondatrice, conforme aux Principes de Paris.")
        self.looks_right()
        self.press("Look at it and endorse it")
        self.write("signatory_authority", "Ministère de la justice")
        self.page.locator("[name=signatory_kind]").select_option("ministry")
        self.on(self.page.locator("[name=confirmed]"), "Space")
        self.looks_right()
        self.press("Endorse and send")
        self.page.get_by_text("Votre demande est arrivée.").wait_for()

    def when_the_officer_answers(self, state_request):
        self.page.goto(f"/requests/{state_request.reference}/")
        self.press("Register", "act on a request")
        self.follow("Acknowledge", "act on a request")
        self.looks_right()
        self.press("Acknowledge with this letter")
        self.follow("Screen", "act on a request")
        self.write("why", "Dans le mandat.")
        self.press("Screened; begin the assessment")
        self.follow("Give verdicts on these questions")
        self.page.wait_for_url("**/screening/")
        self.looks_right()
        for question in Question.values:
            self.on(self.page.locator(f"[name={question}-verdict][value=holds]"), "Space")
        self.press("Save the sheet")
        self.page.get_by_text(french("The screening sheet is saved.")).wait_for()

    def when_the_officer_accepts(self, state_request):
        self.page.goto(f"/requests/{state_request.reference}/")
        self.follow("Accept", "act on a request")
        self.write("why", WHY)
        self.press("Look at the letter first")
        self.page.get_by_role("heading", name=french("The letter as it would be sent")).wait_for()
        self.looks_right()
        self.press("Decide and keep the letter")

    def when_needs_are_assessed(self):
        self.follow("Commission an assessment of needs")
        self.write("terms_of_reference", "Établir ce qui manque.")
        self.press("Commission")
        self.follow("Weigh recommendations")
        self.page.get_by_role("heading", name=french("Proposed by the system")).wait_for()
        self.looks_right()
        self.on(self.page.get_by_role("checkbox", name=re.compile("^Choisir")), "Space")
        self.press("Keep the choice of this page")
        self.page.get_by_text(french("The choice is kept.")).wait_for()

    def then_the_file_of_the_state_says_the_same(self, state):
        self.page.goto(f"/states/{state.iso3}/")
        self.looks_right()
        assert (
            self.page.get_by_text("Convention against Torture")
            .or_(self.page.get_by_text("Convention contre la torture"))
            .count()
        )


@pytest.mark.parametrize("account", ACCOUNTS)
def test_a_request_in_french_is_answered_and_assessed_and_the_account_stays_as_it_was(
    page, client, live_server, account
):
    state = ACCOUNTS[account]()
    journey, before, told = Journey(page, client, live_server.url), checksum(), account_as_told(state)

    journey.given_is_signed_in(a_focal_point(state))
    journey.when_the_government_asks()
    state_request = StateRequest.objects.get()
    journey.given_is_signed_in(a_desk_officer(state))
    journey.when_the_officer_answers(state_request)
    journey.when_the_officer_accepts(state_request)
    journey.when_needs_are_assessed()
    journey.then_the_file_of_the_state_says_the_same(state)

    assert set(SentLetter.objects.values_list("occasion", "language")) == {
        ("acknowledge", "fr"),
        ("accept", "fr"),
    }
    assert_it_cites_the_review(NeedsAssessment.objects.get())
    assert (checksum(), account_as_told(state)) == (before, told)
