"""A file in the shape of the Universal Human Rights Index, of any length, the same on every run."""

import json
from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path
from random import Random

SEED = 2026
SYLLABLES = (
    "ba",
    "den",
    "cor",
    "lim",
    "ra",
    "sto",
    "vel",
    "min",
    "tu",
    "gar",
    "pel",
    "ness",
    "fo",
    "hir",
    "qua",
)
KNOWN = [
    "the",
    "of",
    "and",
    "to",
    "in",
    "that",
    "ensure",
    "measures",
    "State",
    "party",
    "rights",
    "women",
    "children",
    "persons",
    "continue",
    "strengthen",
    "take",
    "law",
    "national",
    "violence",
    "access",
    "torture",
    "prevention",
    "judges",
    "education",
    "land",
    "reform",
    "witnesses",
    "discrimination",
    "protection",
    "migrants",
    "detention",
    "police",
    "training",
    "health",
    "housing",
    "freedom",
    "expression",
    "defenders",
    "disabilities",
]
THEMES = 120
BODIES = ("- UPR", "- CEDAW", "- CRC", "- CAT", "- CCPR", "- CESCR", "- CERD", "- CRPD")


def vocabulary(random: Random) -> list[str]:
    """Words of our subject, and many rare ones, as in any language."""
    made = {"".join(random.choices(SYLLABLES, k=random.randint(2, 4))) for _ in range(9_000)}
    return [*KNOWN, *sorted(made)]


def records(many: int, states: list[str]) -> Iterator[dict]:
    """Records as the index publishes them: HTML in the text, lists with hyphens, two States now and then."""
    random = Random(SEED)
    words = vocabulary(random)
    weights = list(accumulate(1 / (place + 4) for place in range(len(words))))
    for number in range(many):
        body = random.choice(BODIES[:1] * 4 + BODIES[1:])
        year = random.randint(2008, 2025)
        text = " ".join(random.choices(words, cum_weights=weights, k=random.randint(12, 42)))
        record = {
            "AnnotationId": f"{number:08x}-0000-4000-8000-{SEED:012x}",
            "DocumentId": str(number // 40),
            "Text": f"<p>{100 + number % 60}.{1 + number % 250} {text.capitalize()}.</p>",
            "Symbol": f"A/HRC/{number % 60}/{number % 30}"
            if body == "- UPR"
            else f"{body[2:]}/C/{number % 97}",
            "Body": body,
            "Countries": [f"- {random.choice(states)}"],
            "Regions": [],
            "Themes": [f"- Theme {random.randint(1, THEMES)}" for _ in range(random.randint(1, 3))],
            "AffectedPersons": [f"- {random.choice(('Women', 'Children', 'Migrants', 'Minorities'))}"],
            "Sdgs": [f"- {random.randint(1, 17)} - A goal"],
            "AnnotationType": random.choice(
                ("- Recommendations", "- Recommendations", "- Concerns/Observations")
            ),
            "PublicationDate": f"{year}-{random.randint(1, 12):02}-{random.randint(1, 28):02}T00:00:00",
        }
        if body == "- UPR":
            record["UprRecommendingCountry"] = [f"- {random.choice(states)}"]
            record["UprPosition"] = random.choice(("- Supported", "- Noted"))
            record["UprSession"] = f"- {random.randint(1, 46)}"
        yield record


def write(path: Path, *, many: int, states: list[str]) -> None:
    """The file, record by record."""
    with path.open("w", encoding="utf-8") as file:
        file.write("[")
        for number, record in enumerate(records(many, states)):
            file.write((",\n" if number else "\n") + json.dumps(record, ensure_ascii=False))
        file.write("\n]\n")
