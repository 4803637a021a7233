"""The components of the pages can be used by everybody: any window, either direction, no scripts."""

import pytest

from tests.journeys.accessibility import assert_accessible, assert_fits
from tests.people.makers import a_coordinator

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def signed_in(page, client, live_server):
    client.force_login(a_coordinator())
    put_cookie(page, live_server, "sessionid", client.cookies["sessionid"].value)
    return page


def put_cookie(page, server, name, value):
    page.context.add_cookies([{"name": name, "value": value, "url": server.url}])


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("language", ["en", "ar"])
def test_every_component_is_accessible_in_both_directions(signed_in, live_server, width, language):
    put_cookie(signed_in, live_server, "django_language", language)
    signed_in.set_viewport_size({"width": width, "height": 900})

    signed_in.goto("/web/gallery/")

    assert_fits(signed_in)
    assert_accessible(signed_in)


def test_the_focus_goes_to_the_first_field_that_is_wrong(signed_in):
    signed_in.goto("/web/gallery/")

    assert signed_in.evaluate("document.activeElement.name") == "wrong-subject"


def test_the_language_is_changed_from_any_page_and_stays_there(signed_in):
    signed_in.goto("/web/gallery/?status=running")
    signed_in.get_by_text("English").first.click()
    signed_in.get_by_role("button", name="Français").click()

    assert signed_in.url.endswith("/web/gallery/?status=running")
    assert signed_in.get_attribute("html", "lang") == "fr"


def test_a_filter_narrows_the_list_at_once_and_its_chip_takes_it_away(signed_in):
    signed_in.goto("/web/gallery/")
    signed_in.locator("#listing").get_by_label("Status").select_option("running")
    signed_in.wait_for_url("**/web/gallery/?**status=running**")

    signed_in.get_by_role("link", name="Take away the filter Status: Running").click()

    signed_in.wait_for_url(lambda address: "status" not in address)


def test_several_choices_are_shown_together_when_their_menu_is_closed(signed_in):
    signed_in.goto("/web/gallery/")
    several = signed_in.locator("#listing .several")
    several.locator("summary").click()
    several.get_by_label("Drafted").check()
    several.get_by_label("Closed").check()
    signed_in.keyboard.press("Escape")

    signed_in.wait_for_url("**parts=drafted&parts=closed**")
