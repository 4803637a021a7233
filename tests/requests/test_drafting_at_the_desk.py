"""The form of the desk saves itself too; what was begun is found again, and becomes one request."""

import re

import pytest

from techcoop.requests.models import RequestDraft, StateRequest
from tests.atlas.makers import a_state
from tests.people.makers import a_coordinator, a_desk_officer, a_focal_point
from tests.requests.test_entering_a_note_verbale import COMPLETE, the_form

pytestmark = pytest.mark.django_db
AUTOSAVE = {"headers": {"Autosave": "yes"}}


def begun(client, user, **typed):
    """Half a note, saved by the page itself."""
    sent = the_form(client, user, **typed)
    assert "Saved at" in client.post("/requests/new/", sent, **AUTOSAVE).text
    return sent, RequestDraft.objects.get()


def test_half_a_note_is_found_again_with_everything_that_was_typed(client):
    _sent, draft = begun(client, a_coordinator(), subject="Half a no", dated_on="2026-02-12")

    page = client.get("/requests/")
    again = client.get(f"/requests/new/?draft={draft.key}")

    assert f"/requests/new/?draft={draft.key}" in page.text
    assert 'value="Half a no"' in again.text
    assert 'value="2026-02-12"' in again.text
    assert re.search(rf'name="submission" value="{draft.key}"', again.text)


def test_the_draft_becomes_the_request_and_is_closed(client):
    sent, draft = begun(client, a_coordinator())

    for _ in range(2):
        page = client.post("/requests/new/", sent | COMPLETE | {"summary": "Advice."}, follow=True)

    made = StateRequest.objects.get()
    draft.refresh_from_db()
    assert (draft.state_request, made.submission, made.status) == (made, draft.key, "registered")
    assert made.reference in page.text
    assert client.post("/requests/new/", sent, **AUTOSAVE).status_code == 409
    assert draft.subject not in client.get("/requests/").context["drafts"]


def test_a_colleague_of_the_same_desk_goes_on_with_it_and_others_do_not_find_it(client):
    sent, draft = begun(client, a_coordinator())

    client.force_login(a_focal_point(draft.state))
    assert client.get(f"/requests/new/?draft={draft.key}").status_code == 403
    client.force_login(a_desk_officer(a_state("Borduria")))
    assert client.get(f"/requests/new/?draft={draft.key}").status_code == 404
    client.force_login(a_desk_officer(draft.state))
    assert client.get(f"/requests/new/?draft={draft.key}").status_code == 200
    client.post("/requests/new/", sent)
    assert StateRequest.objects.get().created_by == a_desk_officer(draft.state)


def test_it_is_set_aside_with_a_reason(client):
    _sent, draft = begun(client, a_coordinator())

    page = client.post(f"/requests/drafts/{draft.key}/set-aside/", {"why": "Entered twice."}, follow=True)

    assert "The draft is set aside." in page.text
    assert not RequestDraft.objects.open().exists()
    assert client.get(f"/requests/new/?draft={draft.key}").status_code == 404
