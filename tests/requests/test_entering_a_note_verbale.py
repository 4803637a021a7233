"""A note verbale is entered on one page: kept however incomplete, registered when complete, never twice."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from techcoop.documents.models import Document
from techcoop.requests.models import StateRequest
from tests.atlas.makers import a_state
from tests.people.makers import a_coordinator, a_desk_officer, a_focal_point, a_stranger
from tests.requests.makers import A_SCAN

pytestmark = pytest.mark.django_db


def the_form(client, user, **typed):
    client.force_login(user)
    page = client.get("/requests/new/").text
    submission = re.search(r'name="submission" value="([^"]+)"', page).group(1)
    given = {
        "submission": submission,
        "requester": f"state-{a_state().pk}",
        "channel": "note_verbale",
        "subject": "A commission",
        "received_on": "2026-02-20",
        "language": "en",
        "urgency": "ordinary",
        "scan_class": "unclassified",
    }
    return {**given, **typed}


COMPLETE = {
    "dated_on": "2026-02-12",
    "signatory_name": "Ines Ferreira",
    "signatory_authority": "Ministry of Foreign Affairs",
    "signatory_kind": "foreign_affairs",
    "components": ["C2"],
    "then": "register",
}


def a_scan(content=A_SCAN, name="note.pdf"):
    return SimpleUploadedFile(name, content)


def test_a_complete_note_is_registered_in_one_go_with_its_scan(client):
    typed = the_form(client, a_desk_officer(a_state()), **COMPLETE, scan=a_scan())

    answer = client.post("/requests/new/", typed, follow=True)

    kept = StateRequest.objects.get()
    assert kept.status == "registered"
    assert Document.objects.of(kept).count() == 1
    assert f"Registered as {kept.reference}." in answer.text


def test_an_incomplete_note_is_saved_and_the_page_says_what_is_missing(client):
    typed = the_form(client, a_coordinator(), then="register", scan=a_scan())

    answer = client.post("/requests/new/", typed, follow=True)

    assert StateRequest.objects.get().status == "received"
    assert "is saved, but not registered yet" in answer.text
    assert 'href="#id_dated_on"' in answer.text
    assert "Enter who signed the document." in answer.text
    assert "Attach the scan" not in answer.text


def test_a_double_click_makes_one_request_with_one_scan(client):
    typed = the_form(client, a_coordinator(), **COMPLETE)

    for _ in range(2):
        answer = client.post("/requests/new/", {**typed, "scan": a_scan()}, follow=True)

    assert answer.status_code == 200
    assert StateRequest.objects.count() == Document.objects.count() == 1


@pytest.mark.parametrize(
    ("typed", "field", "sentence"),
    [
        ({"subject": ""}, "subject", "This field is required."),
        ({"received_on": "2999-01-01"}, "received_on", "This day lies in the future."),
        ({"dated_on": "2026-02-21"}, "dated_on", "dated after the day"),
        ({"requester": "state-0"}, "requester", "Select a valid choice"),
        ({"scan": (b"\x7fELF program", "note.pdf")}, "scan", "This kind of file is not kept."),
        ({"scan": (b"", "note.pdf")}, "scan", "empty"),
    ],
)
def test_what_is_wrong_stands_beside_its_field_and_what_was_typed_is_kept(client, typed, field, sentence):
    if "scan" in typed:
        typed = {"scan": a_scan(*typed["scan"])}
    answer = client.post("/requests/new/", the_form(client, a_coordinator(), **{"summary": "Kept", **typed}))

    assert field in answer.context["form"].errors
    assert sentence in answer.text
    assert "Kept" in answer.text
    assert StateRequest.objects.count() == 0


def test_an_officer_is_offered_the_own_states_only(client):
    mine, other = a_state(), a_state("Utopia")
    typed = the_form(client, a_desk_officer(mine), requester=f"state-{other.pk}")

    assert "Select a valid choice" in client.post("/requests/new/", typed).text
    assert StateRequest.objects.count() == 0


@pytest.mark.parametrize("someone", [a_stranger, lambda: a_focal_point(a_state())])
def test_nobody_else_gets_the_form(client, someone):
    client.force_login(someone())

    assert client.get("/requests/new/").status_code == 403
