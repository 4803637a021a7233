"""On the page of its request a Government reads where it stands, writes, adds papers, and takes it back."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from techcoop.documents.models import Document
from techcoop.journal.queries import history
from techcoop.requests import actions
from tests.atlas.makers import a_state
from tests.people.makers import NOON, a_coordinator, a_desk_officer, a_focal_point, a_trustee
from tests.requests.makers import A_SCAN, a_declined_request, a_registered_request

pytestmark = pytest.mark.django_db


def form_of(client, user, known):
    client.force_login(user)
    page = client.get(f"/requests/{known.reference}/write/").text
    return {"submission": re.search(r'name="submission" value="([^"]+)"', page).group(1)}


def test_it_writes_and_adds_a_paper_and_a_double_click_does_so_once(client):
    known = a_registered_request()
    sent = form_of(client, a_focal_point(known.state), known) | {"text": "The list of judges follows."}

    for _ in range(2):
        paper = SimpleUploadedFile("judges.pdf", A_SCAN)
        page = client.post(f"/requests/{known.reference}/write/", sent | {"paper": paper}, follow=True)

    assert "Your message lies in the file of the request." in page.text
    titles = sorted(one.title for one in Document.objects.of(known))
    assert titles == ["Message from the Government", "judges"]
    assert [entry.act for entry in history(known)].count("write") == 1


def test_an_empty_message_is_asked_for_beside_its_field(client):
    known = a_registered_request()
    sent = form_of(client, a_focal_point(known.state), known)

    assert "Write something, or add a paper." in client.post(f"/requests/{known.reference}/write/", sent).text


def test_the_desk_finds_it_until_something_is_done(client):
    known, officer = a_registered_request(), a_desk_officer(a_state())
    sent = form_of(client, a_focal_point(known.state), known) | {"text": "We wait."}
    client.post(f"/requests/{known.reference}/write/", sent)

    client.force_login(officer)
    assert "Requests whose Government has written" in client.get("/desk/").text
    actions.file_message(known, why="Told by telephone.", by=officer, at=NOON)
    assert "Requests whose Government has written" not in client.get("/desk/").text


def test_the_focal_point_withdraws_in_writing(client):
    known = a_registered_request()
    client.force_login(a_focal_point(known.state))
    assert f"/requests/{known.reference}/withdraw/" in client.get(f"/requests/{known.reference}/").text

    client.post(f"/requests/{known.reference}/withdraw/", {"why": "Our plans have changed."})

    known.refresh_from_db()
    assert (known.status, known.withdrawal_reasons) == ("withdrawn", "Our plans have changed.")


def test_what_is_decided_is_not_withdrawn_and_the_page_says_why(client):
    known = a_declined_request()
    client.force_login(a_focal_point(known.state))

    page = client.get(f"/requests/{known.reference}/")

    assert "Possible while the status is" in page.text
    assert client.post(f"/requests/{known.reference}/withdraw/", {"why": "No."}).status_code == 409


@pytest.mark.parametrize(
    ("someone", "status"),
    [
        (a_coordinator, 403),
        (lambda: a_desk_officer(a_state()), 403),
        (a_trustee, 404),
        (lambda: a_focal_point(a_state("Utopia")), 404),
    ],
)
def test_nobody_else_writes_in_its_name(client, someone, status):
    known = a_registered_request()
    client.force_login(someone())

    assert client.get(f"/requests/{known.reference}/write/").status_code == status
    assert client.post(f"/requests/{known.reference}/write/", {"text": "x"}).status_code == status
