"""A recommendation on its way in, as a row of the staging table; and what all rows are looked up in."""

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from django.db import connection
from django.utils.translation import gettext_noop

from techcoop.accountability.models import Mechanism, Theme
from techcoop.atlas.queries import Resolver, resolver
from techcoop.sheets.cells import folded
from techcoop.sheets.errors import Problems

UNKNOWN_STATE = gettext_noop("“%(text)s” means no State that is known here.")
UNKNOWN_BODY = gettext_noop("“%(text)s” is no mechanism that is known here.")

# A source that keeps its own keys is taken at its word; texts copied by several are pooled; a file in
# another language gives words only.
WHOLE, FULL, POOLED, WORDS = "whole", "full", "pooled", "words"


class Staged(NamedTuple):
    """One recommendation to one State, as one row of a file says it."""

    mode: str
    source_key: str
    state_id: int
    mechanism_id: int | None = None
    kind: str | None = None
    texts: str = "{}"
    symbol: str = ""
    paragraph: str = ""
    published_on: date | None = None
    year: int | None = None
    upr_cycle: int | None = None
    upr_session: int | None = None
    upr_position: str = ""
    recommending_state_ids: list[int] = []  # noqa: RUF012
    theme_ids: list[int] = []  # noqa: RUF012
    affected_groups: list[str] = []  # noqa: RUF012
    sdg_targets: list[str] = []  # noqa: RUF012
    new_themes: str | None = None


COLUMNS = {
    "mode": "text",
    "source_key": "text",
    "state_id": "bigint",
    "mechanism_id": "bigint",
    "kind": "text",
    "texts": "jsonb",
    "symbol": "text",
    "paragraph": "text",
    "published_on": "date",
    "year": "smallint",
    "upr_cycle": "smallint",
    "upr_session": "smallint",
    "upr_position": "text",
    "recommending_state_ids": "bigint[]",
    "theme_ids": "bigint[]",
    "affected_groups": "varchar[]",
    "sdg_targets": "varchar[]",
    "new_themes": "jsonb",
}


def number_of_a_new_theme() -> int:
    """The number that a theme will have; numbers of refused imports are never used again."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT nextval(pg_get_serial_sequence('accountability_theme', 'id'))")
        return cursor.fetchone()[0]


@dataclass
class Lookups:
    """States, mechanisms and themes by every label under which sources know them."""

    states: Resolver
    mechanisms: dict[str, int]
    themes: dict[tuple[str, str], int]
    next_theme: Callable[[], int] = number_of_a_new_theme
    met: dict[str, int | None] = field(default_factory=dict)
    codes: dict[int, str] = field(default_factory=dict)

    def state_id(self, name: str) -> int | None:
        """The State that a name means; asked once for each spelling."""
        if name not in self.met:
            found = self.states.resolve(name) or self.states.resolve(name.rstrip("* "))
            self.met[name] = found.pk if found else None
        return self.met[name]

    def code(self, state_id: int) -> str:
        """The code of a State, which is the same in every installation."""
        if not self.codes:
            self.codes = {one.pk: one.iso3 for one in self.states.codes.values()}
        return self.codes[state_id]

    def is_state(self, name: str) -> bool:
        """Whether a name means a State."""
        return self.state_id(name) is not None

    def state_ids(self, names: Iterable[str], problems: Problems, column: str) -> list[int]:
        """The States that names mean, each once; a name that means none is said."""
        found = set()
        for name in names:
            if (one := self.state_id(name)) is not None:
                found.add(one)
            else:
                problems.add(UNKNOWN_STATE, column=column, text=name[:80])
        return sorted(found)

    def mechanism_id(self, label: str, problems: Problems, column: str) -> int | None:
        """The mechanism that a label means."""
        found = self.mechanisms.get(folded(label))
        if found is None:
            problems.add(UNKNOWN_BODY, column=column, text=label[:120])
        return found

    def theme_ids(self, taxonomy: str, labels: Iterable[str]) -> tuple[list[int], str | None]:
        """The themes of these labels; those new to the taxonomy get a number and are listed.

        Called last, when the row is sure to be staged: the row carries the new themes with it.
        """
        new: dict[str, int] = {}
        found = set()
        for label in (one[:200] for one in labels):
            key = (taxonomy, label)
            if key not in self.themes:
                self.themes[key] = new[label] = self.next_theme()
            found.add(self.themes[key])
        listed = json.dumps({"taxonomy": taxonomy, "labels": new}, ensure_ascii=False) if new else None
        return sorted(found), listed


def look_up() -> Lookups:
    """Everything at once; four queries."""
    mechanisms = {folded(label): one.pk for one in Mechanism.objects.all() for label in one.every_label}
    themes = {
        (taxonomy, label): pk for pk, taxonomy, label in Theme.objects.values_list("pk", "taxonomy", "label")
    }
    return Lookups(resolver(), mechanisms, themes)


def in_one_language(language: str, text: str) -> str:
    """A text as it is kept."""
    return json.dumps({language: text}, ensure_ascii=False)
