"""An evaluator records what was found, has the review composed, and follows a number to its records."""

from pathlib import Path

import pytest
from django.conf import settings
from django.db import transaction

from techcoop.evaluation import tasks
from techcoop.evaluation.models import Evaluation, Review
from tests.evaluation.makers import take_from_the_queue
from tests.evaluation.worlds import a_small_world
from tests.journeys.accessibility import assert_accessible
from tests.people.makers import an_evaluator

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]
COOKIE = settings.SESSION_COOKIE_NAME


class TestAnEvaluatorsWay:
    """From an empty form to a number in the synthesis report."""

    def test_from_a_finding_to_the_records_behind_a_number(self, page, client, live_server):
        self.page = page
        self.given_a_programme_and_an_evaluator(client, live_server.url)
        self.when_the_evaluation_is_recorded()
        self.when_a_review_is_composed()
        self.then_a_number_in_it_opens_its_records()

    def given_a_programme_and_an_evaluator(self, client, site):
        with transaction.atomic():
            a_small_world(projects=12)
        client.force_login(an_evaluator())
        cookie = {"name": COOKIE, "value": client.cookies[COOKIE].value, "url": site}
        self.page.context.add_cookies([cookie])

    def when_the_evaluation_is_recorded(self):
        page = self.page
        page.goto("/evaluation/plan/")
        page.get_by_label("Title").fill("What remains of the academy")
        page.get_by_label("Conducted by").fill("An independent team")
        page.get_by_label("Completed on").fill("2023-05-31")
        page.get_by_label("Method and its limits").fill("Documents, and conversations with forty judges.")
        page.get_by_role("button", name="Save").click()
        page.get_by_role("button", name="Begin the draft").click()
        page.get_by_role("link", name="Add a finding").click()
        page.get_by_role("textbox", name="Finding").fill("The academy still teaches the course.")
        page.get_by_label("What worked").check()
        page.get_by_label("The evidence").fill("The curriculum of 2023")
        page.get_by_role("button", name="Save").click()
        page.get_by_role("button", name="Make final").click()
        page.get_by_text("Final", exact=True).first.wait_for()
        assert Evaluation.objects.get(title="What remains of the academy").status == "final"

    def when_a_review_is_composed(self):
        page = self.page
        page.goto("/evaluation/reviews/")
        page.get_by_role("link", name="Compose a review").click()
        page.get_by_label("From the year").fill("2019")
        page.get_by_label("To the year").fill("2024")
        page.get_by_role("button", name="Compose").click()
        page.get_by_text("Waiting for the worker.").wait_for()
        # The worker is a process of its own; here it works at once.
        tasks.compose(Review.objects.get().pk, an_evaluator().pk)
        page.get_by_role("heading", name="Synthesis Report of the Global Review").wait_for()
        page.get_by_text("The files are being made").wait_for()
        assert_accessible(page)
        tasks.print_files(Review.objects.get().pk, an_evaluator().pk)
        take_from_the_queue()
        take_from_the_queue()
        with page.expect_download() as download:
            page.get_by_role("link", name="PDF").click()
        assert Path(download.value.path()).read_bytes().startswith(b"%PDF")

    def then_a_number_in_it_opens_its_records(self):
        page = self.page
        sentence = page.locator("p", has_text="evaluations were completed").first
        number = sentence.get_by_role("link").first
        counted = int(number.inner_text())
        number.click()
        page.get_by_text(f"{counted} found").wait_for()
        assert page.locator("tbody tr").count() == counted
        page.get_by_role("link", name="What remains of the academy").wait_for()
