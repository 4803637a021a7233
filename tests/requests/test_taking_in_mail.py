"""A message becomes a draft, once and whole; the desk completes it and registers the request."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.management import CommandError, call_command

from techcoop.documents.models import Document
from techcoop.mailbox.reading import parsed
from techcoop.people.queries import the_machine
from techcoop.requests import actions
from techcoop.requests.models import RequestDraft, StateRequest
from techcoop.requests.tasks import look_into_the_mailbox
from tests.atlas.makers import a_state
from tests.mailbox.makers import a_message, with_paper
from tests.mailbox.test_the_watched_folder import names, put
from tests.people.makers import NOON, a_coordinator, a_desk_officer, a_focal_point, a_stranger
from tests.requests.test_entering_a_note_verbale import COMPLETE

pytestmark = pytest.mark.django_db


def taken_in(message=None, by=None):
    message = parsed((message or with_paper(a_message())).as_bytes())
    return actions.take_in(message, by=by or the_machine(), at=NOON)


def from_the_focal_point(state=None):
    return with_paper(a_message(sender=f"Somebody <{a_focal_point(state or a_state()).email.upper()}>"))


def test_a_message_with_its_papers_becomes_a_draft_once():
    first, is_new = taken_in()
    again, is_new_again = taken_in()

    assert (first, is_new, is_new_again) == (again, True, False)
    assert first.typed["subject"] == "Demande d’assistance"
    assert first.sender == "gina@example.org"
    papers = Document.objects.of(first)
    assert {(paper.title, paper.classification) for paper in papers} == {
        ("The message", "confidential"),
        ("note", "confidential"),
    }


def test_the_address_of_a_focal_point_proposes_its_state_and_no_other_does():
    known, _new = taken_in(from_the_focal_point())
    unknown, _new = taken_in(a_message(identity="<2@example.org>", sender="x@y.org"))

    assert (known.state, known.typed["requester"]) == (a_state(), f"state-{a_state().pk}")
    assert (unknown.requester, unknown.typed.get("requester")) == (None, None)


def test_it_waits_for_those_who_register_for_that_state_and_without_a_state_for_the_coordinator():
    known, _new = taken_in(from_the_focal_point())
    unknown, _new = taken_in(a_message(identity="<2@example.org>"))

    def seen_by(user):
        return set(RequestDraft.objects.visible_to(user))

    assert seen_by(a_desk_officer(a_state())) == {known}
    assert seen_by(a_coordinator()) == {known, unknown}
    assert seen_by(a_desk_officer(a_state("Utopia"))) == set()
    assert seen_by(a_focal_point(a_state())) == seen_by(a_stranger()) == set()


def test_one_paper_that_is_not_kept_refuses_the_whole_message():
    message = with_paper(with_paper(a_message()), "run.pdf", b"\x7fELF program")

    with pytest.raises(ValidationError, match=r"run\.pdf: This kind of file is not kept\."):
        taken_in(message)

    assert not RequestDraft.objects.exists()
    assert not Document.objects.exists()


def test_a_paper_that_is_not_what_its_name_says_is_kept_and_marked():
    draft, _new = taken_in(with_paper(a_message(), "note.pdf", b"Only some words."))

    marked = Document.objects.of(draft).get(title__startswith="note")
    assert marked.title == "note (called .pdf, but its content is plain text)"
    assert (marked.file_name, marked.media_type) == ("note.txt", "text/plain")


def test_nobody_without_the_registry_takes_messages_in():
    with pytest.raises(PermissionDenied):
        taken_in(by=a_focal_point(a_state()))


def test_the_desk_finds_it_completes_it_and_its_papers_are_in_the_file(client):
    draft, _new = taken_in(from_the_focal_point())
    client.force_login(a_desk_officer(a_state()))

    assert "Demande d’assistance" in client.get("/desk/").text
    page = client.get(f"/requests/new/?draft={draft.key}")
    assert "It came by mail from" in page.text
    form = page.context["form"]
    typed = {name: form[name].value() for name in form.fields if form[name].value() not in (None, "")}
    client.post("/requests/new/", typed | COMPLETE | {"channel": "letter"})

    made = StateRequest.objects.get()
    assert (made.status, made.subject) == ("registered", "Demande d’assistance")
    assert Document.objects.of(made).count() == 2


def test_the_command_takes_each_file_by_itself(tmp_path, capsys):
    good, bad = put(tmp_path, "good.eml"), put(tmp_path, "bad.eml", b"")

    with pytest.raises(CommandError, match="1 of 3 not taken in"):
        call_command("take_in_mail", str(bad), str(good), str(good))

    said = capsys.readouterr()
    assert "draft for nobody known yet" in said.out
    assert "taken in before" in said.out
    assert "This is no message" in said.err
    assert names(tmp_path) == ["bad.eml", "good.eml"]


def test_the_worker_looks_into_the_folder(tmp_path, settings):
    settings.MAILBOX = str(tmp_path)
    put(tmp_path, "one.eml")

    look_into_the_mailbox(0)

    assert RequestDraft.objects.get().origin == "mailbox"
    assert names(tmp_path / "taken") == ["one.eml"]
