"""What falls due stands on a page by month, and in the own calendar under an address that can be closed."""

import re
from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from techcoop.accountability import actions
from techcoop.accountability.models import CalendarFeed
from techcoop.journal.models import Entry
from tests.accountability.accounts import a_report, facts
from tests.atlas.makers import a_regional_organization, a_state
from tests.people.makers import (
    NOON,
    a_coordinator,
    a_desk_officer,
    a_focal_point,
    a_focal_point_of,
    a_stranger,
)

pytestmark = pytest.mark.django_db
MAY = "2031-05-20"
SOON = timezone.localdate() + timedelta(days=40)


@pytest.fixture
def arcadia():
    state, _utopia = a_state("Arcadia"), a_state("Utopia")
    facts("reporting-cycles", a_report(2, Due=SOON.isoformat()),
          a_report(3, State="Utopia", Instrument="CRC", Due=SOON.isoformat()))  # fmt: skip
    facts("mechanism-sessions", {"Mechanism": "CAT", "Session": 90, "Begins": SOON.isoformat(),
                                 "Ends": (SOON + timedelta(days=11)).isoformat()})  # fmt: skip
    return state


def month(client, more=""):
    return client.get(f"/recommendations/calendar/?month={SOON:%Y-%m}{more}").content.decode()


def address_of(client):
    page = client.get("/recommendations/calendar/").content.decode()
    return re.search(r"http://testserver(/recommendations/calendar/[^<]+\.ics)", page)[1]


def test_a_month_shows_what_falls_due_of_the_own_states_or_of_all(
    client, arcadia, django_assert_max_num_queries
):
    client.force_login(a_desk_officer(arcadia))

    with django_assert_max_num_queries(18):
        page = month(client)

    assert "Arcadia</bdi>, <bdi>CAT, report 2" in page
    assert "Committee against Torture, session 90" in page
    assert "Utopia" not in page
    assert "Utopia" in month(client, "&states=all")


@pytest.mark.parametrize(
    ("kind", "row"),
    [
        ("reporting-cycles", a_report(2, Due=MAY)),
        ("reporting-cycles", a_report(2, **{"Follow-up due": MAY})),
        ("reporting-cycles", a_report(2, Dialogue=MAY)),
        (
            "mechanism-sessions",
            {"Mechanism": "CAT", "Session": 9, "Begins": "2031-05-20", "Ends": "2031-06-02"},
        ),
    ],
)
def test_an_empty_month_leads_to_the_nearest_ones_in_which_something_falls_due(client, kind, row):
    client.force_login(a_desk_officer(a_state("Arcadia")))
    facts(kind, row)

    early = client.get("/recommendations/calendar/?month=2030-01").text
    late = client.get("/recommendations/calendar/?month=2032-02&states=all").text

    assert '<a href="?month=2031-05">The next one: May 2031</a>' in early
    assert "The last one before: May 2031" in late
    assert "?month=2031-05&amp;states=all" in late


def test_what_falls_due_in_other_states_is_no_near_month(client):
    client.force_login(a_desk_officer(a_state("Arcadia")))
    a_state("Utopia")
    facts("reporting-cycles", a_report(2, State="Utopia", Due=MAY))

    assert "The next one" not in client.get("/recommendations/calendar/?month=2030-01").text
    assert "The next one" in client.get("/recommendations/calendar/?month=2030-01&states=all").text


def test_a_month_that_is_none_is_this_one(client, arcadia):
    client.force_login(a_coordinator())

    for asked in ("2026-13", "yesterday", "0000-01", "0001-01", "9999-12", ""):
        assert client.get(f"/recommendations/calendar/?month={asked}").status_code == 200


def test_a_program_that_cannot_sign_in_sees_the_states_of_the_owner(client, arcadia):
    client.force_login(a_focal_point(arcadia))
    client.post("/recommendations/calendar/open/")
    address = address_of(client)
    client.logout()

    answer = client.get(address)

    text = answer.content.decode().replace("\r\n ", "")
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    assert "SUMMARY:Arcadia: CAT\\, report 2\r\n" in text
    assert f"DTSTART;VALUE=DATE:{SOON:%Y%m%d}\r\n" in text
    assert "Utopia" not in text


def test_a_closed_address_shows_nothing_and_a_new_one_is_another(client, arcadia):
    client.force_login(a_coordinator())
    client.post("/recommendations/calendar/open/")
    old = address_of(client)

    client.post("/recommendations/calendar/close/")
    assert client.get(old).status_code == 404
    client.post("/recommendations/calendar/open/")

    assert address_of(client) != old
    assert [one.act for one in Entry.objects.filter(act__contains="calendar").order_by("pk")] == [
        "open calendar", "close calendar", "open calendar"
    ]  # fmt: skip


def test_opening_twice_gives_the_same_address(arcadia):
    first = actions.open_calendar(by=a_coordinator(), at=NOON)

    assert actions.open_calendar(by=a_coordinator(), at=NOON) == first
    assert CalendarFeed.objects.count() == 1


def test_nobody_reads_it_by_guessing_or_after_the_account_is_closed(client, arcadia):
    owner = a_coordinator()
    feed = actions.open_calendar(by=owner, at=NOON)

    for token in (feed.key.hex, f"{feed.key.hex}.x", f"{uuid4().hex}.{feed.token.split('.')[1]}", "x"):
        assert client.get(f"/recommendations/calendar/{token}.ics").status_code == 404
    owner.is_active = False
    owner.save(update_fields=["is_active"])
    assert client.get(f"/recommendations/calendar/{feed.token}.ics").status_code == 404


def test_whoever_sees_no_facts_has_no_calendar(client, arcadia):
    client.force_login(a_stranger())

    assert client.get("/recommendations/calendar/").status_code == 403
    assert client.post("/recommendations/calendar/open/").status_code == 403
    assert not CalendarFeed.objects.exists()


def test_a_focal_point_of_an_organisation_sees_what_falls_due_in_its_members(client, arcadia):
    client.force_login(a_focal_point_of(a_regional_organization("UMS", arcadia)))
    client.post("/recommendations/calendar/open/")

    feed = client.get(address_of(client)).text

    assert "Arcadia" in month(client)
    assert "Utopia" not in month(client)
    assert "SUMMARY:Arcadia" in feed
