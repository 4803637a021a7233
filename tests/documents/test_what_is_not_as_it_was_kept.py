"""A paper whose file was changed or lost is not handed out as if it were whole; the audit lists it."""

from io import StringIO
from pathlib import Path

import pytest
from django.core.files.storage import default_storage
from django.core.management import CommandError, call_command

from techcoop.journal.queries import history
from tests.atlas.makers import a_state
from tests.documents.test_keeping_a_paper import PDF, _papers_of_states, a_paper  # noqa: F401
from tests.people.makers import a_desk_officer

pytestmark = pytest.mark.django_db
CLASSES = ("unclassified", "confidential", "strictly_confidential")


def file_of(paper):
    return Path(default_storage.path(paper.stored_as))


def changed(paper):
    file_of(paper).write_bytes(file_of(paper).read_bytes()[:-1] + b"!")


def lost(paper):
    file_of(paper).unlink()


def asked_for(client, paper):
    client.force_login(a_desk_officer(a_state()))
    sealed = paper.classification == "strictly_confidential"
    return (client.post if sealed else client.get)(f"/documents/{paper.pk}/")


def audit():
    said = StringIO()
    call_command("audit_papers", stdout=said)
    return said.getvalue()


@pytest.mark.parametrize("fate", [changed, lost])
@pytest.mark.parametrize("classification", CLASSES)
def test_it_is_not_handed_out(client, classification, fate):
    paper = a_paper(a_state(), classification)
    fate(paper)

    answer = asked_for(client, paper)

    assert answer.status_code == 409
    assert "was changed or lost" in answer.text
    assert f"document {paper.pk} must be brought back from a backup" in answer.text
    assert "Administrator" in answer.text


def test_what_nobody_could_read_is_not_recorded_as_read(client):
    paper = a_paper(a_state(), "strictly_confidential")
    changed(paper)

    asked_for(client, paper)

    assert [entry.act for entry in history(paper)] == ["keep"]


@pytest.mark.parametrize("classification", CLASSES)
def test_what_is_whole_is_handed_out(client, classification):
    paper = a_paper(a_state(), classification)

    answer = asked_for(client, paper)

    assert (answer.status_code, answer.content) == (200, PDF)


def test_whoever_hands_the_same_paper_in_again_brings_its_bytes_back(client):
    paper = a_paper(a_state())
    changed(paper)

    a_paper(a_state())

    assert asked_for(client, paper).content == PDF


def test_the_audit_lists_it_and_tells_no_title():
    a_paper(a_state())
    paper = a_paper(a_state(), "strictly_confidential")
    assert "2 papers: all as they were kept." in audit()

    changed(paper)
    said = StringIO()
    with pytest.raises(CommandError, match="1 paper is not what was kept"):
        call_command("audit_papers", stdout=said)

    assert f"Document {paper.pk} (of atlas.state" in said.getvalue()
    assert "Note" not in said.getvalue()
