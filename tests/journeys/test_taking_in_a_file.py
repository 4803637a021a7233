"""A file is handed in, compared, confirmed; refused rows come back, are mended and handed in again."""

import pytest

from techcoop.intake import tasks
from techcoop.intake.models import Import
from techcoop.ledger.models import ExchangeRate
from tests.intake.makers import RATES
from tests.journeys.steps import Journey
from tests.people.makers import a_coordinator

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


class TakingIn(Journey):
    """What a coordinator does with a file of rates."""

    def when_a_file_is_handed_in(self, content):
        self.page.goto("/imports/new/")
        self.page.get_by_label("Kind of records").select_option("rates")
        rates = {"name": "rates.csv", "mimeType": "text/csv", "buffer": content}
        self.page.locator("input[type=file]").set_input_files(rates)
        self.then_everybody_can_use_the_page()
        self.page.get_by_role("button", name="Hand in", exact=True).press("Enter")
        self.page.locator("#progress").wait_for()

    def when_the_worker_compares_it(self):
        # The worker is a process of its own; here it works at once.
        tasks.preview(Import.objects.latest("pk").pk, a_coordinator().pk)
        self.page.reload()

    def when_it_is_confirmed(self):
        self.page.get_by_role("button", name="Apply it").press("Enter")
        self.page.get_by_text("Confirmed: the records are being written.").wait_for()
        tasks.apply(Import.objects.latest("pk").pk, a_coordinator().pk)
        self.page.reload()
        self.page.get_by_text("Applied", exact=True).first.wait_for()

    def then_it_shows(self, *figures):
        shown = self.page.locator(".figure")
        for value, label in figures:
            figure = shown.filter(has_text=label)
            assert figure.get_by_role("link").inner_text() == str(value)
        self.then_everybody_can_use_the_page()


def test_a_file_with_a_refused_row_is_taken_in_and_then_mended(page, client, live_server):
    journey = TakingIn(page, client, live_server.url)
    journey.given_is_signed_in(a_coordinator())

    journey.when_a_file_is_handed_in(RATES.encode())
    journey.when_the_worker_compares_it()
    journey.then_it_shows((1, "refused row"), (2, "new records"))
    assert not ExchangeRate.objects.exists()

    journey.when_it_is_confirmed()
    assert ExchangeRate.objects.count() == 2

    refused = journey.downloaded("CSV")
    assert b"CHF,nothing" in refused
    assert b"XAF" not in refused
    journey.when_a_file_is_handed_in(refused.replace(b"nothing", b"0.88"))
    journey.when_the_worker_compares_it()
    journey.when_it_is_confirmed()
    assert ExchangeRate.objects.count() == 3
