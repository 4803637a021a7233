"""A file that is not what its name says is refused beside its field; a message that brings one is kept."""

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile

from techcoop.documents.forms import PaperField
from techcoop.documents.kinds import require_honest
from techcoop.requests.models import StateRequest
from tests.documents.test_keeping_a_paper import PDF, a_package
from tests.people.makers import a_coordinator
from tests.requests.test_entering_a_note_verbale import COMPLETE, the_form

WORDS, PNG = b"Only some words.", b"\x89PNG\r\n\x1a\n picture"
WORD = a_package("word/document.xml")


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("note.pdf", WORDS, "called .pdf, but its content is plain text"),
        ("NOTE.PDF", PNG, "called .pdf, but its content is a picture"),
        ("note.docx", WORDS, "called .docx, but its content is plain text"),
        ("note.docx", PDF, "called .docx, but its content is PDF"),
        ("scan.jpeg", WORDS, "called .jpeg, but its content is plain text"),
        ("scan.png", WORD, "called .png, but its content is Word"),
        ("note.txt", PDF, "called .txt, but its content is PDF"),
        ("note.pdf. ", WORDS, "called .pdf"),
    ],
)
def test_what_is_called_something_that_it_is_not_is_refused(name, content, told):
    with pytest.raises(ValidationError, match=told):
        require_honest(name, content)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("note.pdf", PDF),
        ("Note.DOCX", WORD),
        ("scan.jpg", PNG),
        ("scan.TIFF", b"II*\x00 picture"),
        ("list.csv", WORDS),
        ("without an ending", PDF),
        ("", WORDS),
    ],
)
def test_what_is_honest_is_taken(name, content):
    require_honest(name, content)


def test_every_field_for_papers_asks():
    with pytest.raises(ValidationError, match="but its content is"):
        PaperField().clean(SimpleUploadedFile("note.pdf", WORDS))


@pytest.mark.django_db
def test_the_form_of_a_request_says_it_beside_the_scan(client):
    form = the_form(client, a_coordinator(), **COMPLETE)

    answer = client.post("/requests/new/", form | {"scan": SimpleUploadedFile("note.pdf", WORDS)})

    assert "but its content is plain text" in str(answer.context["form"].errors["scan"])
    assert not StateRequest.objects.exists()
