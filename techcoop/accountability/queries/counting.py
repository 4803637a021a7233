"""How many of what a search finds fall to each mechanism, State, theme: the counts beside a list."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db import connection
from django.db.models import QuerySet

from techcoop.accountability.models import Recommendation
from techcoop.accountability.queries.gathering import gathered_themes
from techcoop.accountability.queries.searching import named
from techcoop.accountability.queries.words import query_of

# So many values of each kind are shown, the most frequent ones.
MOST_SHOWN = 12

# What is found is read once; what hangs on the State or the mechanism is counted from their few lines.
COUNTS = """
    WITH found AS MATERIALIZED (
        SELECT state_id, mechanism_id, kind, year, upr_cycle, upr_position, theme_ids, affected_groups
          FROM ({rows}) AS one WHERE {searched}
    ), of_mechanism AS (
        SELECT mechanism.kind, mechanism.code, count(*) AS number FROM found
          JOIN accountability_mechanism AS mechanism ON mechanism.id = mechanism_id GROUP BY mechanism.id
    ), of_state AS (
        SELECT state_id, count(*) AS number FROM found GROUP BY state_id
    ), meaning (theme, subject) AS MATERIALIZED (
        SELECT * FROM unnest(%(themes)s::bigint[], %(subjects)s::text[])
    ), counted (facet, value, number) AS (
        SELECT 'mechanism_kind', kind, sum(number)::bigint FROM of_mechanism GROUP BY kind
        UNION ALL SELECT 'mechanism', code, number FROM of_mechanism
        UNION ALL SELECT 'region', region.code, sum(number)::bigint FROM of_state
            JOIN atlas_state_regions USING (state_id)
            JOIN atlas_region AS region ON region.id = region_id GROUP BY region.code
        UNION ALL SELECT 'state', state.iso3, number FROM of_state
            JOIN atlas_state AS state ON state.id = state_id
        UNION ALL SELECT 'kind', kind, count(*) FROM found GROUP BY kind
        UNION ALL SELECT 'position', upr_position, count(*) FROM found
            WHERE upr_position <> '' GROUP BY upr_position
        UNION ALL SELECT 'cycle', upr_cycle::text, count(*) FROM found
            WHERE upr_cycle IS NOT NULL GROUP BY upr_cycle
        UNION ALL SELECT 'year', year::text, count(*) FROM found GROUP BY year
        UNION ALL SELECT 'theme', theme::text, sum(number)::bigint FROM (
            SELECT theme_ids, count(*) AS number FROM found GROUP BY theme_ids) AS alike,
            LATERAL (SELECT DISTINCT unnest(theme_ids) AS theme) AS each GROUP BY theme
        UNION ALL SELECT 'subject', subject, sum(number)::bigint FROM (
            SELECT theme_ids, count(*) AS number FROM found GROUP BY theme_ids) AS alike,
            LATERAL (SELECT DISTINCT subject FROM meaning WHERE theme = ANY(theme_ids)) AS each
             GROUP BY subject
        UNION ALL SELECT 'concerned', concerned, sum(number)::bigint FROM (
            SELECT affected_groups, count(*) AS number FROM found GROUP BY affected_groups) AS alike,
            LATERAL (SELECT DISTINCT unnest(affected_groups) AS concerned) AS each GROUP BY concerned
    )
    SELECT facet, value, number, known FROM (
        SELECT *, count(*) OVER facet AS known,
               row_number() OVER (facet ORDER BY number DESC, value DESC) AS place
          FROM counted WINDOW facet AS (PARTITION BY facet)) AS placed
     WHERE place <= %(shown)s
    UNION ALL SELECT '', '', count(*), 1 FROM found
     ORDER BY facet, number DESC, value DESC"""


@dataclass(frozen=True)
class Counts:
    """How often the most frequent values of one kind stand in what is found, and how many there are."""

    numbers: tuple[tuple[str, int], ...] = ()
    known: int = 0

    @property
    def others(self) -> int:
        """So many rarer values are not shown."""
        return self.known - len(self.numbers)


@dataclass(frozen=True)
class Counted:
    """All that is found, and its counts by the filter that narrows to them."""

    total: int
    by: Mapping[str, Counts]


def _meaning() -> dict[str, list[Any]]:
    """Which theme means which subject, as two lists."""
    pairs = [(theme, one.code) for one in gathered_themes() for theme in one.theme_ids]
    return {"themes": [theme for theme, _code in pairs], "subjects": [code for _theme, code in pairs]}


def counts(rows: QuerySet[Recommendation], words: str) -> Counted:
    """The counts of everything that fits, however much it is; one query, and the subjects of themes."""
    asked = query_of(words)
    if words and asked is None:
        return Counted(0, {})
    read = ("state_id", "mechanism_id", "kind", "year", "upr_cycle", "upr_position")
    narrowed = named(
        rows.order_by()
        .values(*read, "theme_ids", "affected_groups", *(["search"] if asked else []))
        .query.sql_with_params(),
        "row",
    )
    searched = named((f"search @@ {asked.sql}", asked.values) if asked else ("true", ()), "word")
    values = {**narrowed.values, **searched.values, "shown": MOST_SHOWN, **_meaning()}
    with connection.cursor() as cursor:
        cursor.execute(COUNTS.format(rows=narrowed.sql, searched=searched.sql), values)
        found = cursor.fetchall()
    lines: dict[str, list] = defaultdict(list)
    for facet, value, number, known in found:
        lines[facet].append((value, number, known))
    total = lines.pop("")[0][1]
    return Counted(
        total,
        {
            facet: Counts(tuple((value, number) for value, number, _known in each), each[0][2])
            for facet, each in lines.items()
        },
    )
