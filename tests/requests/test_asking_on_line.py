"""The pages on which a focal point asks on line: saved as it comes, in the background too, never lost."""

import re
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from techcoop.documents.models import Document
from techcoop.requests import actions
from techcoop.requests.models import RequestDraft, StateRequest
from tests.atlas.makers import a_state
from tests.people.makers import (
    NOON,
    a_coordinator,
    a_desk_officer,
    a_focal_point,
    a_stranger,
    another_focal_point,
)
from tests.requests.makers import A_SCAN, a_draft, an_endorsed_request, some_facts

pytestmark = pytest.mark.django_db
HIDDEN = re.compile(r'<input type="hidden" name="([\w-]+)"(?: value="([^"]*)")?')
AUTOSAVE = {"headers": {"Autosave": "yes"}}


def address(key, more=""):
    return f"/requests/drafts/{key}/{more}"


def opened(client, user, key):
    """The page as somebody opens it, with what it sends back when nothing is typed."""
    client.force_login(user)
    page = client.get(address(key))
    form = page.context["form"]
    plain = {name: form[name].value() for name in form.fields if form[name].value() not in (None, "")}
    return {**plain, **dict(HIDDEN.findall(page.text))}


def test_asking_begins_at_an_address_of_its_own_and_keeps_nothing_until_something_is_typed(client):
    client.force_login(a_focal_point(a_state()))

    page = client.get("/requests/ask/", follow=True)

    assert page.redirect_chain[0][0].startswith("/requests/drafts/")
    assert "What you type is saved by itself." in page.text
    assert RequestDraft.objects.count() == 0


def test_what_is_typed_is_saved_in_the_background_and_says_when_and_what_is_missing(client):
    key = uuid4()
    typed = opened(client, a_focal_point(a_state()), key) | {"subject": "Judges"}

    for _ in range(2):
        answer = client.post(address(key), typed, **AUTOSAVE)

    assert "Saved at" in answer.text
    assert 'href="#id_summary"' in answer.text
    assert "<html" not in answer.text
    kept = RequestDraft.objects.get()
    assert (kept.typed["subject"], kept.version) == ("Judges", 1)


def test_the_page_that_typed_goes_on_even_where_an_answer_was_lost(client):
    key = uuid4()
    typed = opened(client, a_focal_point(a_state()), key)

    for subject in ("J", "Jud", "Judges"):
        answer = client.post(address(key), typed | {"subject": subject}, **AUTOSAVE)

    assert answer.status_code == 200
    assert RequestDraft.objects.get().typed["subject"] == "Judges"


def test_the_second_of_two_focal_points_is_told_and_loses_nothing(client):
    draft = a_draft(summary="At first.")
    typed = opened(client, draft.author, draft.key) | {"summary": "Mine."}
    words = actions.Typed(
        origin="on_line", requester=draft.state, fields={**draft.typed, "summary": "Theirs."}
    )
    actions.save_draft(draft.key, words, by=another_focal_point(draft.state), at=NOON, seen=draft.version)

    alone = client.post(address(draft.key), typed, **AUTOSAVE)
    told = client.post(address(draft.key), typed)
    client.post(address(draft.key), typed | dict(HIDDEN.findall(told.text)))

    assert alone.status_code == 409
    assert "has changed this too" in alone.text
    assert "Take theirs for “What is asked for”" in told.text
    draft.refresh_from_db()
    assert draft.typed["summary"] == "Mine."


def test_a_paper_of_a_wrong_kind_is_refused_beside_its_field_and_the_words_are_kept(client):
    key = uuid4()
    typed = opened(client, a_focal_point(a_state()), key) | {"subject": "Judges"}

    refused = client.post(address(key), typed | {"paper": SimpleUploadedFile("a.pdf", b"\x7fELF program")})
    client.post(address(key), typed | {"paper": SimpleUploadedFile("note.pdf", A_SCAN)})

    assert "This kind of file is not kept." in refused.text
    draft = RequestDraft.objects.get()
    paper = Document.objects.of(draft).get()
    assert (draft.typed["subject"], paper.title) == ("Judges", "note")
    client.post(address(key), typed | {"remove": paper.pk})
    assert not Document.objects.of(draft).exists()


def test_going_on_says_what_is_missing_beside_the_fields(client):
    draft = a_draft(subject="")
    typed = opened(client, draft.author, draft.key)

    page = client.post(address(draft.key), typed | {"then": "endorse"}, follow=True)

    assert "Say in one line what is asked for." in page.text
    assert set(page.context["form"].errors) == {"subject", "summary"}


def test_a_complete_draft_is_looked_at_endorsed_and_has_its_reference(client):
    draft = a_draft(summary="Former cent juges.", urgency="urgent", components=["C2"])
    typed = opened(client, draft.author, draft.key)
    page = client.post(address(draft.key), typed | {"then": "endorse"}, follow=True)
    assert "Former cent juges." in page.text
    assert "I am entitled to ask on behalf of the authority named here." in page.text

    signed = {"signatory_name": "A. Ba", "signatory_authority": "Ministry of Justice", "confirmed": "on"}
    sent = dict(HIDDEN.findall(page.text)) | signed | {"signatory_kind": "ministry"}
    page = client.post(address(draft.key, "endorse/"), sent, follow=True)

    made = StateRequest.objects.get()
    assert f"Its reference is {made.reference}." in page.text
    assert (made.urgency, made.components, made.language) == ("urgent", ["C2"], "fr")
    assert client.get(address(draft.key)).url == f"/requests/{made.reference}/"
    assert client.post(address(draft.key), typed, **AUTOSAVE).status_code == 409


def test_without_confirming_nothing_is_endorsed(client):
    draft = a_draft(summary="Former cent juges.")
    client.force_login(draft.author)
    signed = {"signatory_name": "A. Ba", "signatory_authority": "UNDP", "confirmed": "on", "seen": 1}
    signed["signatory_kind"] = "united_nations"

    refused = client.post(address(draft.key, "endorse/"), signed)
    signed.pop("confirmed")

    assert "Only a Government or a regional organisation asks" in refused.text
    assert client.post(address(draft.key, "endorse/"), signed).status_code == 200
    assert StateRequest.objects.count() == 0


@pytest.mark.parametrize("more", ["", "endorse/", "set-aside/"])
@pytest.mark.parametrize("someone", [a_stranger, a_coordinator, lambda: a_focal_point(a_state("Utopia"))])
def test_nobody_else_finds_the_draft(client, someone, more):
    client.force_login(someone())

    assert client.get(address(a_draft().key, more)).status_code == 404
    assert client.get("/requests/ask/").status_code in (302, 403)


def test_the_government_finds_its_drafts_again_and_the_desk_does_not_see_them(client):
    draft = a_draft()

    client.force_login(draft.author)
    assert "Formation des juges" in client.get("/requests/").text
    client.force_login(a_desk_officer(draft.state))
    assert "Formation des juges" not in client.get("/requests/").text


def test_what_was_endorsed_cannot_be_typed_over_at_the_desk(client):
    made = an_endorsed_request()
    client.force_login(a_desk_officer(made.state))
    there = f"/requests/{made.reference}/revise/"

    assert client.get(there).text.count("disabled") == 14
    typed = {"subject": "Clearer", "signatory_name": "Nobody", "language": "fr", "components": "C4"}
    client.post(there, typed | {"scan_class": "unclassified"})

    made.refresh_from_db()
    assert (made.subject, made.signatory_name) == (some_facts().subject, "Ines Ferreira")
    assert (made.language, made.components) == ("fr", ["C4"])
