"""Calendars that programs subscribe to are as RFC 5545 wants them, whatever people write."""

import re
from datetime import UTC, date, datetime

from hypothesis import given
from hypothesis import strategies as st

from techcoop.web.icalendar import LONGEST, Event, escaped, folded, icalendar

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
A_REPORT = Event(
    "report-1@x", "Arcadia: CAT, report 2", date(2026, 6, 30), date(2026, 6, 30), "1; a\nb", "https://x/"
)


def unfolded(text):
    return text.replace("\r\n ", "")


def test_a_day_begins_and_ends_as_the_standard_counts():
    lines = icalendar("What falls due", [A_REPORT], at=NOON).split("\r\n")

    assert lines[:3] == ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//techcoop//accountability//EN"]
    assert lines[lines.index("BEGIN:VEVENT") : lines.index("END:VEVENT")] == [
        "BEGIN:VEVENT",
        "UID:report-1@x",
        "DTSTAMP:20260302T120000Z",
        "DTSTART;VALUE=DATE:20260630",
        "DTEND;VALUE=DATE:20260701",
        "SUMMARY:Arcadia: CAT\\, report 2",
        "DESCRIPTION:1\\; a\\nb",
        "URL:https://x/",
        "TRANSP:TRANSPARENT",
    ]
    assert lines[-2:] == ["END:VCALENDAR", ""]


def test_a_calendar_in_which_nothing_falls_due_still_has_a_component():
    lines = icalendar("What falls due", [], at=NOON).split("\r\n")

    begun, ended = ([one[-9:] for one in lines if one.startswith(f"{mark}:")] for mark in ("BEGIN", "END"))
    assert "BEGIN:VTIMEZONE" in lines
    assert sorted(begun) == sorted(ended)
    assert "TZID:UTC" not in icalendar("What falls due", [A_REPORT], at=NOON)


@given(st.text())
def test_no_text_breaks_out_of_its_line_and_every_text_comes_back(text):
    value = escaped(text)

    assert not {"\n", "\r"} & set(value)
    plain = re.sub(r"\\(.)", lambda found: "\n" if found[1] == "n" else found[1], value)
    said = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    assert plain == re.sub(r"[\x00-\x09\x0b-\x1f\x7f]", "", said)


@given(st.text(alphabet=st.characters(blacklist_characters="\r\n", blacklist_categories=["Cs"])))
def test_lines_are_folded_by_octets_and_no_letter_is_cut_through(text):
    line = f"SUMMARY:{text}"

    pieces = folded(line).split("\r\n")

    assert all(len(piece.encode()) <= LONGEST for piece in pieces)
    assert pieces[0] + "".join(piece[1:] for piece in pieces[1:]) == line
    assert all(piece.startswith(" ") for piece in pieces[1:])


def test_a_long_arabic_name_is_read_back_whole():
    name = "الاستعراض الدوري الشامل " * 12
    event = Event("one", name.strip(), date(2026, 1, 1), date(2026, 1, 1))

    assert f"SUMMARY:{name.strip()}\r\n" in unfolded(icalendar("تقويم", [event], at=NOON))
