"""A message in the watched folder becomes a draft that the desk completes; one too large is refused."""

import os

import pytest

from techcoop.requests.models import RequestDraft, StateRequest
from techcoop.requests.tasks import look_into_the_mailbox
from tests.atlas.makers import a_state
from tests.journeys.steps import Journey
from tests.mailbox.makers import a_message, with_paper
from tests.mailbox.test_the_watched_folder import names, put
from tests.people.makers import a_desk_officer, a_focal_point

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]
SUBJECT, SIXTY_MEGABYTES = "Demande d’assistance", 60 * 2**20


@pytest.fixture
def mailbox(tmp_path, settings):
    """The folder into which a mail server puts messages."""
    settings.MAILBOX = str(tmp_path)
    return tmp_path


def test_a_message_becomes_a_draft_and_the_desk_registers_it(page, client, live_server, mailbox):
    journey, state = Journey(page, client, live_server.url), a_state()
    message = with_paper(a_message(SUBJECT, sender=f"Gina <{a_focal_point(state).email}>"))
    put(mailbox, "note.eml", message.as_bytes())
    look_into_the_mailbox(0)
    assert names(mailbox / "taken") == ["note.eml"]

    journey.given_is_signed_in(a_desk_officer(state))
    page.goto("/desk/")
    page.get_by_role("link", name=SUBJECT).first.press("Enter")
    page.get_by_text("It came by mail from").wait_for()
    assert page.get_by_label("Subject").input_value() == SUBJECT
    journey.then_everybody_can_use_the_page()
    page.get_by_label("Date on the document").fill("2026-02-12")
    page.get_by_label("Ministry or authority").press_sequentially("Ministry of Foreign Affairs")
    page.get_by_label("Signed by").press_sequentially("Ines Ferreira")
    page.get_by_label("Kind of authority").select_option("foreign_affairs")
    page.get_by_role("button", name="Save and register").press("Enter")

    page.get_by_text("Registered as").wait_for()
    journey.then_everybody_can_use_the_page()
    assert StateRequest.objects.get().status == "registered"


def test_a_message_of_sixty_megabytes_is_refused_in_words_and_leaves_no_draft(
    page, client, live_server, mailbox
):
    large = put(mailbox, "large.eml")
    os.truncate(large, SIXTY_MEGABYTES)
    os.utime(large, (0, 0))
    look_into_the_mailbox(0)

    refused = (mailbox / "refused" / "large.txt").read_text()
    assert refused == "The message is larger than 50 megabytes. Ask for its papers in another way.\n"
    assert not RequestDraft.objects.exists()
    journey = Journey(page, client, live_server.url)
    journey.given_is_signed_in(a_desk_officer(a_state()))
    page.goto("/desk/")
    assert page.get_by_text(SUBJECT).count() == 0
    journey.then_everybody_can_use_the_page()
