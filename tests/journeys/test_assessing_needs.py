"""Needs are assessed from the commission to the approval, by the keyboard alone."""

import re

import pytest
from django.conf import settings

from techcoop.assessments.models import NeedsAssessment
from tests.assessments.makers import a_recommendation
from tests.atlas.makers import a_state
from tests.journeys.accessibility import assert_accessible, assert_fits
from tests.people.makers import a_coordinator, a_desk_officer, a_reviewer
from tests.requests.makers import an_accepted_request

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]
COOKIE = settings.SESSION_COOKIE_NAME


class Journey:
    """What an officer and a reviewer do with an assessment, key by key."""

    def __init__(self, page, client, address):
        self.page, self.client, self.address = page, client, address

    def given_is_signed_in(self, person):
        self.client.force_login(person)
        cookie = {"name": COOKIE, "value": self.client.cookies[COOKIE].value, "url": self.address}
        self.page.context.add_cookies([cookie])

    def on(self, thing, key):
        thing.first.focus()
        self.page.keyboard.press(key)

    def follow(self, name):
        self.on(self.page.get_by_role("link", name=name, exact=True), "Enter")

    def press(self, name):
        self.on(self.page.get_by_role("button", name=name, exact=True), "Enter")

    def tick(self, name):
        self.on(self.page.get_by_label(name), "Space")

    def write(self, **texts):
        for label, text in texts.items():
            named = re.compile(rf"^\s*{label.replace('_', ' ')}\s*(\(optional\))?\s*$")
            self.page.get_by_label(named).first.focus()
            self.page.keyboard.insert_text(text)

    def when_it_is_commissioned(self, state_request):
        self.page.goto(f"/requests/{state_request.reference}/")
        self.follow("Commission an assessment of needs")
        self.write(Terms_of_reference="Find out what the prisons need.")
        assert_accessible(self.page)
        self.press("Commission")
        self.press("Begin")

    def when_the_four_inputs_are_weighed(self):
        self.follow("What the treaty bodies recommend is not weighed, nor why there is nothing.")
        self.write(What_was_considered="The concluding observations.", Conclusion="Prisons first.")
        assert_accessible(self.page)
        self.press("Save")
        for name in ("the Council and its mechanisms recommend", "the Board of Trustees recommends",
                     "national voices say"):  # fmt: skip
            self.follow(f"What {name} is not weighed, nor why there is nothing.")
            self.write(Why_there_is_none="Nothing was said of prisons.")
            self.press("Save")

    def when_somebody_is_heard_in_confidence(self):
        self.follow("Record a consultation")
        self.page.get_by_label("Held on").fill("2026-02-01")
        self.tick("Civil society")
        self.write(Women="6", Names_and_functions="Asha Witness")
        assert_accessible(self.page)
        self.press("Seal and keep")
        self.page.get_by_text("Conversation by conversation").wait_for()
        assert self.page.get_by_text("Asha Witness").count() == 0

    def when_a_recommendation_is_cited(self):
        self.follow("Weigh recommendations")
        self.on(self.page.get_by_role("checkbox", name="Choose"), "Space")
        assert_accessible(self.page)
        self.press("Keep the choice of this page")
        self.follow("Back to the assessment")

    def when_the_tables_are_filled(self):
        self.follow("Add an institution")
        self.write(Institution="Ombudsman of Arcadia")
        self.press("Add")
        self.follow("Add a legal gap")
        self.write(Right="Liberty", Gap="No limit of custody.")
        self.press("Add")
        self.follow("Add a risk")
        self.write(Risk="Elections", Likelihood="3", Impact="9")
        self.press("Add")
        self.page.get_by_role("alert").wait_for()
        assert_accessible(self.page)
        self.page.get_by_label("Impact").fill("4")
        self.tick("Reduce")
        self.press("Add")
        self.follow("Add a need")
        self.tick("National institutions for human rights and democracy")
        self.write(Need="Nobody inspects the prisons.")
        assert_accessible(self.page)
        self.press("Add")

    def when_two_score_it_unseen_by_each_other(self, officer, coordinator):
        self.follow("Name the assessors")
        self.tick(officer.name)
        self.tick(coordinator.name)
        assert_accessible(self.page)
        self.press("Save")
        self.page.wait_for_url("**/#priorities")
        for person, value in ((officer, "5"), (coordinator, "3")):
            self.given_is_signed_in(person)
            self.page.goto(f"/assessments/{NeedsAssessment.objects.get().pk}/")
            assert self.page.get_by_text("5.00").count() == 0
            self.follow("Score the needs")
            self.page.get_by_role("heading", name="Score the needs").wait_for()
            for field in self.page.get_by_role("spinbutton").all():
                field.focus()
                self.page.keyboard.insert_text(value)
            assert_accessible(self.page)
            self.press("Save")
            # The next person signs in only when what the first one said has arrived.
            self.page.wait_for_url("**/#priorities")
        self.page.get_by_role("cell", name="4.00").wait_for()
        self.given_is_signed_in(officer)
        self.page.goto(f"/assessments/{NeedsAssessment.objects.get().pk}/")

    def when_a_project_is_proposed(self):
        self.follow("Propose a project")
        self.write(Title="A visiting body")
        self.tick("Nobody inspects the prisons.")
        self.press("Add")
        self.follow("The proposed project “A visiting body” serves no recommendation.")
        self.on(self.page.get_by_role("checkbox", name="Let independent persons"), "Space")
        assert_accessible(self.page)
        self.press("Save")

    def when_what_is_missing_is_put_right(self):
        self.follow("The legal gap “Liberty” names neither an instrument nor a recommendation.")
        self.page.get_by_label("Recommendation").select_option(index=1)
        self.press("Save")
        self.follow("The context of the country is not written.")
        self.write(Context="Four prisons, all of them full.")
        self.press("Save")
        assert self.page.locator(".parts .tag.waiting").count() == 0

    def when_the_draft_is_handed_in_and_validated(self):
        self.press("Hand in the draft")
        self.follow("Record the validation")
        self.page.get_by_label("Validated on").fill("2026-02-20")
        self.page.get_by_label("Validated with").fill("The Ministry of Justice and the Ombudsman.")
        self.press("Record the validation")

    def when_the_sealed_record_is_opened(self):
        self.press("Open; this reading is recorded")
        self.page.get_by_text("Asha Witness").wait_for()
        self.follow("Back to the assessment")
        self.page.get_by_text("Record of a consultation opened").wait_for()

    def then_another_approves_it(self):
        self.page.goto(f"/assessments/{NeedsAssessment.objects.get().pk}/")
        assert self.page.get_by_text("Conversation by conversation").count() == 0
        self.follow("Approve")
        self.press("Approve")
        self.page.locator("header .tag", has_text="Approved").wait_for()
        assert_accessible(self.page)
        assert_fits(self.page)


def test_needs_are_assessed_by_the_keyboard_alone(page, client, live_server):
    state = a_state()
    a_recommendation(state)
    journey, state_request = Journey(page, client, live_server.url), an_accepted_request(state)

    journey.given_is_signed_in(a_desk_officer(state))
    journey.when_it_is_commissioned(state_request)
    journey.when_the_four_inputs_are_weighed()
    journey.when_somebody_is_heard_in_confidence()
    journey.when_a_recommendation_is_cited()
    journey.when_the_tables_are_filled()
    journey.when_two_score_it_unseen_by_each_other(a_desk_officer(state), a_coordinator())
    journey.when_a_project_is_proposed()
    journey.when_what_is_missing_is_put_right()
    journey.when_the_draft_is_handed_in_and_validated()
    journey.when_the_sealed_record_is_opened()
    journey.given_is_signed_in(a_reviewer())
    journey.then_another_approves_it()
