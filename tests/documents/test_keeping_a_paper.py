"""A paper is known by its bytes, kept under a class, and handed out only to those who may see its thing."""

import io
import zipfile
from pathlib import Path

import pytest
from django.core.exceptions import ValidationError
from django.core.files.storage import default_storage

from techcoop.atlas.models import State
from techcoop.documents import actions
from techcoop.documents.actions import Paper
from techcoop.documents.kinds import kind_of
from techcoop.documents.models import Document
from techcoop.documents.policies import Owner, documents_follow
from techcoop.documents.store import content_of
from techcoop.journal.queries import history
from tests.atlas.makers import a_state
from tests.people.makers import NOON, a_desk_officer, a_stranger, an_auditor

PDF = b"%PDF-1.7 a note verbale"


@pytest.fixture(autouse=True)
def _papers_of_states(monkeypatch):
    monkeypatch.setattr("techcoop.documents.policies._owners", {})
    seen = lambda user: State.objects.filter(pk__in=user.states_for("see requests"))  # noqa: E731
    documents_follow(State, Owner(seen, lambda user, asked, state: user.can_for(asked, (state.pk,))))


def a_paper(of: State, classification: str = "unclassified") -> Document:
    paper = Paper("Note", "../../etc/no\u202ete.exe", PDF, classification)
    return actions.keep(paper, of=of, by=a_desk_officer(of), at=NOON)


@pytest.mark.django_db
def test_a_paper_keeps_its_bytes_and_loses_the_tricks_of_its_name():
    kept = a_paper(a_state())

    assert content_of(kept) == PDF
    assert kept.file_name == "note.pdf"
    assert [entry.act for entry in history(kept)] == ["keep"]


@pytest.mark.django_db
def test_a_file_that_a_crash_has_cut_short_is_written_anew():
    kept = a_paper(a_state())
    Path(default_storage.path(kept.stored_as)).write_bytes(PDF[:7])

    again = a_paper(a_state())

    assert again.stored_as == kept.stored_as
    assert content_of(again) == PDF


@pytest.mark.django_db
def test_the_bytes_of_a_strictly_confidential_paper_lie_sealed_in_the_store():
    kept = a_paper(a_state(), "strictly_confidential")

    with default_storage.open(kept.stored_as) as stored:
        assert PDF not in stored.read()
    assert content_of(kept) == PDF


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("someone", "classification", "status"),
    [
        (lambda state: a_desk_officer(state), "unclassified", 200),
        (lambda state: a_desk_officer(state), "confidential", 200),
        (lambda state: a_desk_officer(state), "strictly_confidential", 200),
        (lambda state: a_desk_officer(a_state("Utopia")), "strictly_confidential", 404),
        (lambda state: a_desk_officer(a_state("Utopia")), "unclassified", 404),
        (lambda state: a_stranger(), "unclassified", 404),
        (lambda state: an_auditor(), "confidential", 404),
    ],
)
def test_a_paper_is_handed_out_within_scope_and_class_only(client, someone, classification, status):
    state = a_state()
    kept = a_paper(state, classification)
    client.force_login(someone(state))

    response = client.get(f"/documents/{kept.pk}/")

    assert response.status_code == status


def a_package(*names: str, content: bytes = b"x") -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for name in names:
            package.writestr(name, content)
    return buffer.getvalue()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\x7fELF program",
        b"<html><script>alert(1)</script></html>",
        b"PK\x03\x04 cut short",
        a_package("word/document.xml", "word/vbaProject.bin"),
        a_package("anything.exe"),
        a_package("word/document.xml", content=b"0" * (401 * 2**20)),
    ],
)
def test_what_is_empty_foreign_broken_or_hostile_is_refused_in_a_sentence(content):
    with pytest.raises(ValidationError, match=r"\w{3,}.*\."):
        kind_of(content)


@pytest.mark.django_db
@pytest.mark.parametrize("classification", ["confidential", "strictly_confidential"])
def test_the_journal_does_not_say_the_title_of_a_paper_under_a_class(classification):
    paper = Paper("Testimony of a witness", "memo.pdf", PDF, classification)
    kept = actions.keep(paper, of=a_state(), by=a_desk_officer(a_state()), at=NOON)

    told = [(entry.thing_name, entry.details) for entry in history(kept)]

    assert told
    assert "Testimony" not in str(told)
