"""SQL that compares the staged rows with one table, for kinds whose records are rows of one table."""

import json
from collections.abc import Sequence

from django.db.models import Model
from django.utils.translation import gettext_noop

SAME_AS_ROW = gettext_noop("It says the same as row %(row)s of this file.")
CONTRADICTS_ROW = gettext_noop("It contradicts row %(row)s.")
DISPUTED = gettext_noop("Rows %(rows)s of this file say different figures for the same thing; none is taken.")
# Figures that differ by less are one figure: sources compute the same average to a dozen digits or so.
SLIGHT = "0.0000000001"
NAMED_ROWS = 12


def reason_sql(text: str, /, *, column: str = "", **values: str) -> str:
    """A jsonb array of one reason; the values are SQL expressions."""
    pairs = ", ".join(f"{_literal(name)}, {expression}" for name, expression in values.items())
    return (
        f"jsonb_build_array(jsonb_build_object('text', {_literal(text)}, "
        f"'column', {_literal(column)}, 'values', jsonb_build_object({pairs})))"
    )


def difference_sql(compared: Sequence[str], *, side: str) -> str:
    """A jsonb object of the columns that differ, as they are in the table (t) or in the file (s)."""
    lines = ", ".join(f"({_literal(one)}, to_jsonb(t.{one}), to_jsonb(s.{one}))" for one in compared)
    return (
        f"(SELECT jsonb_object_agg(name, {'before' if side == 't' else 'after'}) "
        f"FROM (VALUES {lines}) AS fields (name, before, after) WHERE before IS DISTINCT FROM after)"
    )


def comparison_sql(
    model: type[Model],
    *,
    key: Sequence[str],
    compared: Sequence[str],
    refusals: Sequence[tuple[str, str]] = (),
    measured: str = "",
) -> str:
    """Create, change, skip or refuse, row by row; `refusals` are (condition over s and t, reasons)."""
    # `measured`: the one figure compared, the same if equal to ten digits; where rows differ, none is taken.
    both = ", ".join(f"s.{one}" for one in compared)
    there = ", ".join(f"t.{one}" for one in compared)
    table, on = model._meta.db_table, _same_key(model, key)
    spread = f", max({measured}) OVER whole AS most, min({measured}) OVER whole AS least" if measured else ""
    window = f"PARTITION BY {', '.join(key)} ORDER BY number"
    cases = "".join(f" WHEN {condition} THEN 'refuse'" for condition, _reasons in refusals)
    whys = "".join(f" WHEN {condition} THEN {reasons}" for condition, reasons in refusals)
    again, unlike, reasons, is_there = _sameness(key, both, there, measured)
    same = reason_sql(SAME_AS_ROW, row="s.first_row")
    return f"""
        WITH ranked AS (
            SELECT staged.*, first_value(row) OVER w AS first_row, row_number() OVER w AS place,
                   first_value(jsonb_build_array({", ".join(compared)})) OVER w AS first_content{spread}
            FROM staged WINDOW w AS ({window}), whole AS (PARTITION BY {", ".join(key)})
        ), judged AS (
            SELECT s.*, t.id AS target_id,
                   CASE WHEN {again} THEN 'skip' WHEN {unlike} THEN 'refuse' WHEN {is_there} THEN 'skip'
                        {cases}
                        WHEN t.id IS NULL THEN 'create' ELSE 'change' END AS verdict,
                   CASE WHEN {again} THEN {same} WHEN {unlike} THEN {reasons} WHEN {is_there} THEN NULL
                        {whys} END AS reasons
            FROM ranked s LEFT JOIN {table} t ON {on}
        )
        SELECT s.number, s.verdict, s.target_id, s.reasons,
               CASE WHEN s.verdict = 'change' THEN {difference_sql(compared, side="t")} END AS before,
               CASE WHEN s.verdict = 'change' THEN {difference_sql(compared, side="s")} END AS after
        FROM judged s LEFT JOIN {table} t ON t.id = s.target_id"""


def _sameness(key: Sequence[str], both: str, there: str, measured: str) -> tuple[str, str, str, str]:
    """When a row repeats another, when it disagrees and why it is then refused, and when it is there."""
    if not measured:
        return (
            f"s.place > 1 AND s.first_content = jsonb_build_array({both})",
            "s.place > 1",
            reason_sql(CONTRADICTS_ROW, row="s.first_row"),
            f"({both}) IS NOT DISTINCT FROM ({there}) AND t.id IS NOT NULL",
        )
    apart = f"s.most - s.least > s.most * {SLIGHT}"
    group = f"PARTITION BY {', '.join(f's.{one}' for one in key)}"
    rows = f"string_agg(s.row::text, ', ') FILTER (WHERE s.place <= {NAMED_ROWS}) OVER ({group})"
    more = f"CASE WHEN count(*) OVER ({group}) > {NAMED_ROWS} THEN ', …' ELSE '' END"
    return (
        f"s.place > 1 AND NOT ({apart})",
        apart,
        reason_sql(DISPUTED, rows=f"{rows} || {more}"),
        f"abs(s.{measured} - t.{measured}) <= t.{measured} * {SLIGHT}",
    )


def _same_key(model: type[Model], key: Sequence[str]) -> str:
    """Which row is meant; PostgreSQL hashes what is equal, but tries every pair for “is not distinct”."""
    may_lack = {one.column for one in model._meta.concrete_fields if one.null}
    return " AND ".join(
        f"t.{one} IS NOT DISTINCT FROM s.{one}" if one in may_lack else f"t.{one} = s.{one}" for one in key
    )


def _literal(text: str) -> str:
    """Text of our own code as an SQL literal."""
    quoted = text.replace("'", "''")
    return f"'{quoted}'"


def as_reasons(reasons: Sequence) -> str:
    """Reasons as they are kept."""
    return json.dumps([one.as_json() for one in reasons], ensure_ascii=False, default=str)
