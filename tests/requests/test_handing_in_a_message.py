"""The desk hands in a message that was saved as a file: it becomes a draft, or is refused in a sentence."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from techcoop.documents.models import Document
from techcoop.requests import actions
from techcoop.requests.models import RequestDraft
from tests.atlas.makers import a_state
from tests.mailbox.makers import HOSTILE, a_message, with_paper
from tests.people.makers import NOON, a_coordinator, a_desk_officer, a_focal_point, a_stranger

pytestmark = pytest.mark.django_db
ADDRESS = "/requests/new/message/"


def handed_in(client, content=None, *, by=None):
    client.force_login(by or a_desk_officer(a_state()))
    content = with_paper(a_message()).as_bytes() if content is None else content
    file = SimpleUploadedFile("note.eml", content, content_type="message/rfc822")
    return client.post(ADDRESS, {"message": file}, follow=True)


def test_it_becomes_a_draft_of_whoever_hands_it_in_with_its_papers_once(client):
    client.force_login(a_desk_officer(a_state()))
    assert ADDRESS in client.get("/requests/").text

    page = handed_in(client)

    draft = RequestDraft.objects.get()
    assert page.redirect_chain == [(f"{reverse('requests:new')}?draft={draft.key}", 302)]
    assert "Demande d’assistance" in page.text
    assert (draft.author, draft.origin) == (a_desk_officer(a_state()), "mailbox")
    assert Document.objects.of(draft).count() == 2
    assert "taken in before" in handed_in(client).text
    assert RequestDraft.objects.count() == 1


NESTING = a_message()
NESTING.add_attachment(a_message("Inner"))
NOT_READ = [
    (b"", "is empty"),
    (b"%PDF-1.7 no message", "This is no message"),
    (with_paper(a_message()).as_bytes()[:-40], "cut short"),
    (NESTING.as_bytes(), "lies inside this message"),
    *((content, "broken") for content in HOSTILE),
]


@pytest.mark.parametrize(("content", "sentence"), NOT_READ)
def test_what_cannot_be_read_is_refused_beside_the_field(client, content, sentence):
    page = handed_in(client, content)

    assert sentence in page.context["form"].errors["message"][0]
    assert not RequestDraft.objects.exists()


def test_sixty_megabytes_are_refused_in_words(client):
    page = handed_in(client, b"a" * 60 * 2**20)

    assert "larger than 50 megabytes" in page.text
    assert not RequestDraft.objects.exists()


def test_without_a_file_nothing_happens_and_it_is_said(client):
    client.force_login(a_desk_officer(a_state()))

    assert "This field is required" in client.post(ADDRESS, {}).text


def test_what_another_desk_registers_is_kept_for_it_and_not_shown(client):
    sender = a_focal_point(a_state("Utopia")).email

    page = handed_in(client, a_message(sender=sender).as_bytes())

    assert page.redirect_chain == [("/requests/", 302)]
    assert "for those who register what its sender asks" in page.text
    assert RequestDraft.objects.visible_to(a_desk_officer(a_state("Utopia"))).count() == 1


def test_what_was_set_aside_is_not_taken_up_again(client):
    handed_in(client)
    actions.set_aside(RequestDraft.objects.get(), by=a_desk_officer(a_state()), at=NOON, why="Spam.")

    assert "was set aside" in handed_in(client).text


@pytest.mark.parametrize("someone", [a_stranger, lambda: a_focal_point(a_state())])
def test_nobody_without_the_registry_hands_messages_in(client, someone):
    assert handed_in(client, by=someone()).status_code == 403
    assert not RequestDraft.objects.exists()


def test_the_coordinator_hands_in_what_comes_from_nobody_known(client):
    assert "It came by mail from" in handed_in(client, by=a_coordinator()).text
