"""Those who audit read every act, narrow the list, take it away, and go on to the thing itself."""

import pytest
from django.urls import reverse
from django.utils import timezone

from techcoop.journal.actions import record
from techcoop.journal.models import Entry
from tests.architecture.one_world import a_world
from tests.atlas.makers import a_state
from tests.intake.makers import an_applied_import
from tests.people.makers import (
    NOON,
    a_coordinator,
    a_person,
    a_stranger,
    a_trustee,
    an_administrator,
    an_auditor,
)
from tests.requests.makers import a_draft

pytestmark = pytest.mark.django_db
BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


@pytest.fixture
def auditor(client):
    record("light", a_state("Atlantis"), by=a_coordinator(), at=NOON, why="It was dark", details={"lamps": 3})
    record("name", a_trustee(), by=an_administrator(), at=timezone.now())
    client.force_login(an_auditor(), backend=BACKEND)
    return client


def found(client, **asked):
    return client.get(reverse("desk:journal"), asked).context["page"]


def test_every_act_is_listed_with_its_reason_and_details(auditor):
    page = auditor.get(reverse("desk:journal")).content.decode()

    assert "It was dark" in page
    assert "&quot;lamps&quot;: 3" in page
    assert "2026-03-02" in page


@pytest.mark.parametrize(
    ("asked", "count"),
    [
        ({"act": "light"}, 1),
        ({"kind": "people.user"}, 1),
        ({"thing": "tomas"}, 1),
        ({"from": "2026-03-02", "to": "2026-03-02"}, 1),
        ({"to": "2026-03-01"}, 0),
        ({}, 2),
    ],
)
def test_the_list_is_narrowed(auditor, asked, count):
    assert found(auditor, **asked).total == count


def test_it_is_narrowed_to_one_person(auditor):
    assert found(auditor, by="clara").total == 1


def test_what_is_shown_is_taken_away(auditor):
    response = auditor.get(reverse("desk:journal"), {"act": "light", "export": "csv"})

    lines = b"".join(response.streaming_content).decode("utf-8-sig").splitlines()
    assert len(lines) == 2
    assert "It was dark" in lines[1]


def test_an_entry_leads_to_the_page_of_its_thing(auditor):
    state = a_state("Atlantis")

    response = auditor.get(reverse("desk:journal_thing", args=["atlas.state", state.pk]))

    assert response.url == reverse("desk:state", args=[state.iso3])
    assert auditor.get(reverse("desk:journal_thing", args=["atlas.state", 0])).status_code == 404
    assert auditor.get(reverse("desk:journal_thing", args=["no.such", 1])).status_code == 404


def test_the_list_asks_few_questions(auditor, at_most_questions):
    with at_most_questions(10):
        assert auditor.get(reverse("desk:journal")).status_code == 200


@pytest.mark.parametrize(
    "someone",
    [
        a_stranger,
        a_coordinator,
        an_administrator,
        lambda: a_person("Amy", role="auditor", covering=(a_state("Atlantis"),)),
    ],
)
def test_nobody_else_reads_it(client, someone):
    client.force_login(someone(), backend=BACKEND)

    assert client.get(reverse("desk:journal")).status_code == 403
    assert client.get(reverse("desk:journal"), {"export": "csv"}).status_code == 403
    assert client.get(reverse("desk:journal_thing", args=["atlas.state", 1])).status_code == 403


def test_the_journal_of_a_whole_programme_shows_no_raw_word(client):
    a_world()
    client.force_login(an_auditor(), backend=BACKEND)

    page = client.get(reverse("desk:journal")).context["page"]
    raw = {act for act in Entry.objects.values_list("act", flat=True) if "_" in act}
    shown = {str(cell.text) for row in page.rows for cell in row}

    assert raw
    assert not raw & shown
    assert not {"under_assessment", "start_again", "accepted_in_part"} & shown


def test_every_thing_to_which_the_journal_leads_opens_for_the_auditor(client):
    a_world(), an_applied_import(), a_draft(a_state())
    client.force_login(an_auditor(), backend=BACKEND)

    rows = [row for number in (1, 2, 3, 4) for row in found(client, page=number).rows]
    ways = {cell.link for row in rows for cell in row if cell.link}
    closed = {way: client.get(way, follow=True).status_code for way in ways}

    assert len(ways) > 5
    assert set(closed.values()) == {200}
    told = {str(cell.text) for row in rows for cell in row if not cell.link}
    assert "rates.csv" in told
