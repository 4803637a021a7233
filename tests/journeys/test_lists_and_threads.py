"""What a list shows is taken away; the thread is followed from a request and from a recommendation."""

import csv
import io

import pytest

from techcoop.web.links import page_of
from tests.atlas.makers import a_state
from tests.desk.test_the_thread import a_whole_thread
from tests.requests.makers import a_declined_request, a_registered_request

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


def test_the_file_of_a_list_holds_exactly_what_is_shown(journey):
    for subject in ("Training of judges", "Training of police"):
        a_registered_request(a_state(), subject=subject)
    a_declined_request(a_state(), subject="A hall")
    journey.page.goto("/requests/?status=registered&sort=-reference")
    journey.then_everybody_can_use_the_page()

    shown = journey.page.locator("main tbody th").all_inner_texts()
    lines = list(csv.reader(io.StringIO(journey.downloaded("CSV").decode("utf-8-sig"))))

    place = lines[0].index("Reference")
    assert [line[place] for line in lines[1:]] == [one.strip() for one in shown]
    assert len(shown) == 2


def test_the_thread_runs_from_the_request_and_from_the_recommendation(journey):
    recommendation, project = a_whole_thread(a_state())
    page, request = journey.page, project.state_request

    for address in (f"/requests/{request.reference}/", f"/recommendations/{recommendation.pk}/"):
        page.goto(address)
        page.get_by_role("link", name="Follow the thread").first.press("Enter")
        page.get_by_role("heading", name="The thread", exact=True).wait_for()
        journey.then_everybody_can_use_the_page()
        page.locator("ol.thread").get_by_role("link", name=project.code).first.press("Enter")
        page.get_by_role("heading", name=project.title).first.wait_for()


def test_what_resembles_a_request_comes_after_its_page_and_leaves_its_title(journey):
    one, other = (a_registered_request(a_state(), subject="Inspection of prisons") for _twice in range(2))
    journey.page.goto(page_of(one))

    journey.page.locator("#similar").get_by_text(other.reference).wait_for()

    assert journey.page.title().startswith(f"{one.reference} Inspection of prisons")
