"""A message becomes a draft, once and whole; the desk completes it and registers the request."""

import pytest
from django.core.exceptions import PermissionDenied
from django.core.management import CommandError, call_command

from techcoop.documents.models import Document
from techcoop.mailbox.reading import parsed
from techcoop.people.queries import the_machine
from techcoop.requests import actions
from techcoop.requests.models import RequestDraft, StateRequest
from techcoop.requests.tasks import look_into_the_mailbox
from tests.atlas.makers import a_state
from tests.mailbox.makers import HOSTILE, a_message, with_paper
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


def test_what_cannot_be_kept_is_left_out_and_named_and_the_message_is_not_lost(client):
    message = with_paper(with_paper(a_message()), "old.doc", b"\xd0\xcf\x11\xe0 a note of 1998")
    message = with_paper(message, "smime.p7s", b"\x30\x80", kind="application/pkcs7-signature")

    draft, _new = taken_in(message)

    assert draft.left_out == [["smime.p7s", "signature"], ["old.doc", "kind"]]
    assert {paper.title for paper in Document.objects.of(draft)} == {"The message", "note"}
    client.force_login(a_coordinator())
    page = client.get(f"/requests/new/?draft={draft.key}").text
    assert "old.doc</bdi>: a kind of file that is not kept" in page
    assert "smime.p7s</bdi>: a signature, which nobody has checked" in page


def test_another_message_under_a_known_name_is_marked_and_never_dropped(client):
    first, _new = taken_in()
    other, is_new = taken_in(with_paper(a_message(text="Le montant a changé."), "annex.pdf"))

    assert (is_new, other.perhaps_same_as) == (True, first)
    assert Document.objects.of(other).count() == 2
    client.force_login(a_coordinator())
    assert "Perhaps the same message again" in client.get(f"/requests/new/?draft={other.key}").text
    assert "perhaps the same as another message" in client.get("/desk/").text


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


@pytest.mark.parametrize("content", HOSTILE)
def test_the_command_goes_on_after_a_hostile_file(tmp_path, capsys, content):
    with pytest.raises(CommandError, match="1 of 2 not taken in"):
        call_command("take_in_mail", str(put(tmp_path, "a.eml", content)), str(put(tmp_path, "b.eml")))

    assert RequestDraft.objects.count() == 1
    assert "broken" in capsys.readouterr().err


def test_the_command_goes_on_where_the_system_stumbles(tmp_path, capsys, monkeypatch):
    def stumble(message, **given):
        if message.identity == parsed(a_message().as_bytes()).identity:
            raise RuntimeError("a fault")
        return take_in(message, **given)

    take_in = actions.take_in
    monkeypatch.setattr(actions, "take_in", stumble)
    other = put(tmp_path, "b.eml", a_message(identity="<2@example.org>").as_bytes())
    with pytest.raises(CommandError, match="1 of 2 not taken in"):
        call_command("take_in_mail", str(put(tmp_path, "a.eml")), str(other))

    assert RequestDraft.objects.count() == 1
    assert "a fault" in capsys.readouterr().err


def test_the_worker_looks_into_the_folder(tmp_path, settings):
    settings.MAILBOX = str(tmp_path)
    put(tmp_path, "one.eml")

    look_into_the_mailbox(0)

    assert RequestDraft.objects.get().origin == "mailbox"
    assert names(tmp_path / "taken") == ["one.eml"]
