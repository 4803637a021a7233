"""Facts of accountability, which come in as they do in life: by importing a file."""

import csv
import io
import json

from techcoop.accountability.models import Instrument, Recommendation, TreatyStatus
from techcoop.atlas.models import State
from techcoop.intake.models import Import
from tests.atlas.makers import a_state
from tests.intake.makers import a_previewed_import, an_applied_import

EXPORT = (
    "To",
    "To-Rgrp",
    "To-Org",
    "Text",
    "From",
    "From-Rgrp",
    "From-Org",
    "Response",
    "Action",
    "Issue",
    "Session",
)
TREATY = (
    "iso2",
    "member",
    "state party",
    "year ratification or accession",
    "signatory",
    "no action",
    "status",
    "note",
)
RECORD = {
    "AnnotationId": "5f2f1f60-0000-4000-8000-000000000001",
    "Symbol": "CEDAW/C/FRA/CO/8",
    "Text": "<p>Protect women from <b>violence</b> &amp; harm.</p>",
    "DocumentId": "77",
    "PublicationDate": "2023-11-14T00:00:00",
    "AnnotationType": "- Recommendations",
    "Countries": ["- France"],
    "AffectedPersons": ["- Women & girls"],
    "Themes": ["- Violence against women", "- Access to justice"],
    "Sdgs": ["- 16.10 - Public access to information", "- 16.9 - Legal identity", "- 5 - GENDER EQUALITY"],
    "Regions": ["- Western Europe & Others"],
    "Body": "- CEDAW",
}


def a_list(headings: tuple[str, ...], *rows: dict) -> str:
    """A comma-separated list of these rows; what a row does not say stays empty."""
    written = io.StringIO()
    writer = csv.DictWriter(written, headings)
    writer.writeheader()
    writer.writerows(rows)
    return written.getvalue()


def an_export(*rows: dict) -> str:
    """An export of UPR Info, as it is found: bare carriage returns for line ends."""
    usual = {"To": "France", "From": "Mexico", "Response": "Accepted", "Issue": "Justice", "Session": "2"}
    return a_list(EXPORT, *({**usual, **row} for row in rows)).replace("\r\n", "\r")


def an_index(*records: dict) -> str:
    """An export of the Universal Human Rights Index with these differences from the usual record."""
    return json.dumps([{**RECORD, **record} for record in records])


def taken_in(text: str | bytes, *, name: str = "list.csv", kind: str = "recommendations", **more) -> Import:
    """The file, imported."""
    return an_applied_import(text, kind=kind, name=name, **more)


def shown(text: str | bytes, *, name: str = "list.csv", kind: str = "recommendations") -> Import:
    """The file, looked at only."""
    return a_previewed_import(text, kind=kind, name=name)


def a_recommendation(
    to: State | None = None, text: str = "Ratify the Convention.", **about: str
) -> Recommendation:
    """A recommendation of the review; `about` as an export has it, e.g. Response="Noted"."""
    state = to or a_state()
    taken_in(an_export({"To": state.names["en"], "Text": text, **about}), name="upr.csv")
    return Recommendation.objects.filter(state=state, texts__en=text).latest("pk")


def a_treaty_status(
    state: State | None = None, *, code: str = "CAT", year: int | None = 1987
) -> TreatyStatus:
    """A State party since a year; without a year it has done nothing."""
    state = state or a_state()
    row = {"member": state.names["en"], "status": "state party" if year else "no action"}
    row |= {"state party": int(bool(year)), "no action": int(not year), "signatory": 0}
    row["year ratification or accession"] = year or ""
    taken_in(a_list(TREATY, row), name=f"hr_status_{code.lower()}.csv", kind="treaties")
    return TreatyStatus.objects.get(state=state, instrument=Instrument.objects.get(code=code))
