"""The words of the demonstration: what is asked, found and recommended, all of it invented."""

import json
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Advice:
    """A recommendation as mechanisms make them."""

    text: str
    themes: list[str]
    targets: list[str]
    bodies: list[str]


@dataclass(frozen=True)
class Need:
    """What a State asks help with: the request, the project, and the structure that is strengthened."""

    subject: str
    title: str
    summary: str
    structure: str
    kind: str
    components: list[tuple[str, int]]
    forms: list[str]


WORDS = json.loads((Path(__file__).parents[2] / "data" / "demonstration.json").read_text())
ADVICE = [Advice(**one) for one in WORDS["advice"]]
NEEDS = [Need(**one) for one in WORDS["needs"]]
