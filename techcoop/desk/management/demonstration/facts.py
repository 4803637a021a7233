"""What the mechanisms say, in the demonstration: real treaty status, invented recommendations."""

import csv
import io
import json
import uuid
from datetime import date, datetime
from pathlib import Path
from random import Random
from typing import Any

from techcoop.atlas.models import Standing, State
from techcoop.desk.management.demonstration.words import ADVICE
from techcoop.intake import actions
from techcoop.intake.models import Import
from techcoop.people.models import User

TREATIES = Path(__file__).parents[2] / "data" / "treaties.json"
RETRIEVED = date(2022, 8, 31)
HEADINGS = (
    "instrument",
    "iso2",
    "member",
    "state party",
    "year ratification or accession",
    "signatory",
    "no action",
    "status",
)
EACH = 18
PUBLISHER = "Demonstration of this system"


def take_in_treaties(*, by: User, at: datetime) -> None:
    """The status of the eighteen instruments, through the same door as any file."""
    recorded = json.loads(TREATIES.read_text())["instruments"]
    rows = [
        (name, state.iso2, state.names["en"], *_flags(standings.get(state.iso3)))
        for state in State.objects.filter(standing=Standing.MEMBER).order_by("iso3")
        for name, standings in recorded.items()
    ]
    text = io.StringIO()
    csv.writer(text).writerows([HEADINGS, *rows])
    take_in("treaties", text.getvalue().encode(), "Status of ratification", by=by, at=at)


def _flags(year: int | None) -> tuple[int, int | str, int, int, str]:
    if year is None:
        return 0, "", 0, 1, "no action"
    return (0, "", 1, 0, "signatory") if year < 0 else (1, year or "", 0, 0, "state party")


def take_in_recommendations(draw: Random, states: list[State], *, by: User, at: datetime) -> None:
    """Invented recommendations to the States of the demonstration, in the shape of the Index."""
    records = [_recommendation(draw, state, at.year) for state in states for _ in range(EACH)]
    content = json.dumps(records).encode()
    take_in("recommendations", content, "Invented recommendations", by=by, at=at)


def _recommendation(draw: Random, state: State, year: int) -> dict[str, Any]:
    advice = draw.choice(ADVICE)
    body = draw.choice(advice.bodies)
    when = date(draw.randint(year - 9, year), draw.randint(1, 12), draw.randint(1, 28))
    found: dict[str, Any] = {
        "AnnotationId": str(uuid.UUID(int=draw.getrandbits(128), version=4)),
        "Text": advice.text,
        # No real symbol: nobody shall take an invented text for a document of the United Nations.
        "Symbol": f"DEMO/{state.iso3}/{when.year}/{draw.randint(1, 99)}",
        "Body": f"- {body}",
        "Countries": [f"- {state.names['en']}"],
        "Themes": [f"- {theme}" for theme in advice.themes],
        "AffectedPersons": [],
        "Sdgs": [f"- {target}" for target in advice.targets],
        "AnnotationType": "- Recommendations",
        "PublicationDate": when.isoformat(),
    }
    if body == "UPR":
        found["UprPosition"] = draw.choice(("Supported", "Supported", "Noted"))
        found["UprCycle"] = "3" if when.year <= 2022 else "4"
    return found


def take_in(
    kind: str, content: bytes, title: str, *, by: User, at: datetime, retrieved_on: date = RETRIEVED
) -> Import:
    """A file, through the same door as any other."""
    name = f"{kind}.{'json' if content.startswith(b'[') else 'csv'}"
    handed_in = actions.Upload(
        kind=kind,
        file=io.BytesIO(content),
        file_name=name,
        retrieved_on=retrieved_on,
        title=title,
        publisher=PUBLISHER,
    )
    taken = actions.upload(handed_in, by=by, at=at, order_work=False)
    taken = actions.preview(taken, by=by, at=at)
    taken = actions.confirm(taken, by=by, at=at, order_work=False)
    return actions.apply(taken, by=by, at=at)
