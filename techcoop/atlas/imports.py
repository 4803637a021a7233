"""States from outside: the M49 table, the names in six languages, the follow-up mechanisms."""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.backends.utils import CursorWrapper
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from techcoop.atlas.models import Region, State
from techcoop.atlas.queries import Resolver, resolver
from techcoop.sheets.comparing import CONTRADICTS_ROW, difference_sql, reason_sql
from techcoop.sheets.errors import Problems, Refused
from techcoop.sheets.kinds import Context, Kind, Origin, Shape
from techcoop.sheets.reading import Record

NO_CODE = gettext_noop("“%(text)s” is no code of three capital letters.")
NO_M49 = gettext_noop("“%(text)s” is no M49 code of three digits.")
UNKNOWN_REGION = gettext_noop("The region with the code %(text)s is not known.")
UNKNOWN_STATE = gettext_noop("“%(text)s” is not known as the name of a State.")
UNKNOWN_CODE = gettext_noop("No State has the code %(text)s, and the row does not say enough to add one.")
NAMES = {
    "en": "english",
    "fr": "french",
    "es": "spanish",
    "ru": "russian",
    "zh-hans": "chinese",
    "ar": "arabic",
}
ARTICLE = re.compile(r"\s*\((the|le|la|l['’]|les|el|los|las)\)\s*$", re.IGNORECASE)
REGIONS = ("regioncode", "subregioncode", "intermediateregioncode")
FLAGS = {
    "is_least_developed": "leastdevelopedcountriesldc",
    "is_landlocked": "landlockeddevelopingcountrieslldc",
    "is_small_island": "smallislanddevelopingstatessids",
}
# What a file may say of a State; what it does not say stays as it is.
COMPARED = ("iso2", "m49", "names", "formal_names", "region_codes", *FLAGS, "has_follow_up_mechanism")


@dataclass(frozen=True)
class Known:
    """The States and regions that are there."""

    states: Resolver
    regions: frozenset[str]


def row_of(iso3: str, **said: Any) -> tuple[Any, ...]:
    """A row of the staging table from what a record says."""
    return (iso3, *(said.get(name) for name in list(StatesKind.columns)[1:]))


def m49_rows(record: Record, context: Context) -> Iterable[tuple[Any, ...]]:
    """A row of the statistical list of countries and areas."""
    problems = Problems()
    iso3, m49 = record.text("isoalpha3code").upper(), record.text("m49code").zfill(3)
    if not re.fullmatch("[A-Z]{3}", iso3):
        problems.add(NO_CODE, column="ISO-alpha3 Code", text=iso3[:60])
    if not re.fullmatch("[0-9]{3}", m49):
        problems.add(NO_M49, column="M49 Code", text=m49[:60])
    codes = sorted(code.zfill(3) for heading in REGIONS if (code := record.text(heading)))
    for code in set(codes) - context.lookups.regions:
        problems.add(UNKNOWN_REGION, column="Region Code", text=code)
    problems.refuse()
    flags = {name: bool(record.text(heading)) for name, heading in FLAGS.items()}
    name = record.text("countryorarea")
    yield row_of(
        iso3, first_name=name, iso2=record.text("isoalpha2code"), m49=m49, region_codes=codes, **flags
    )


def bare_name(text: str) -> str:
    """A name without the article that stands behind it in parentheses, and without marks of footnotes."""
    return ARTICLE.sub("", text.replace("*", "").strip()).strip()


def name_rows(record: Record, context: Context) -> Iterable[tuple[Any, ...]]:
    """A row of the list of names in six languages."""
    given = record.text("englishshort")
    if not record.text("frenchshort"):
        # A footnote of the list.
        return
    state = context.lookups.states.resolve(bare_name(given))
    if state is None:
        raise Refused(UNKNOWN_STATE, column="English short", text=given[:60])
    short = {code: bare_name(record.text(f"{name}short")) for code, name in NAMES.items()}
    formal = {code: record.text(f"{name}formal").replace("*", "").strip() for code, name in NAMES.items()}
    yield row_of(state.iso3, names=_said(short), formal_names=_said(formal))


def _said(names: dict[str, str]) -> str:
    return json.dumps({code: name for code, name in names.items() if name}, ensure_ascii=False)


def mechanism_rows(record: Record, context: Context) -> Iterable[tuple[Any, ...]]:
    """A row of the survey of national mechanisms for implementation, reporting and follow-up."""
    code = record.text("iso31661")
    state = context.lookups.states.by_code(code)
    if state is None:
        raise Refused(UNKNOWN_STATE, column="ISO-3166-1", text=code[:60])
    yield row_of(state.iso3, has_follow_up_mechanism=True)


class StatesKind(Kind):
    """States and territories; a file changes what it says and leaves the rest."""

    key = "states"
    describes = (State,)
    name = _("States")
    description = _(
        "The M49 table of countries and areas, the names of States in six languages, "
        "or the survey of national follow-up mechanisms."
    )
    columns = {
        "iso3": "text",
        "first_name": "text",
        "iso2": "text",
        "m49": "text",
        "names": "jsonb",
        "formal_names": "jsonb",
        "region_codes": "text[]",
        "is_least_developed": "boolean",
        "is_landlocked": "boolean",
        "is_small_island": "boolean",
        "has_follow_up_mechanism": "boolean",
    }
    shapes = (
        Shape(_("M49 table"), frozenset({"countryorarea", "m49code", "isoalpha3code"}), m49_rows),
        Shape(_("Names"), frozenset({"englishshort", "frenchshort", "englishformal"}), name_rows),
        Shape(_("Follow-up mechanisms"), frozenset({"state", "iso31661"}), mechanism_rows),
    )

    def look_up(self, origin: Origin) -> Known:
        return Known(resolver(), frozenset(Region.objects.values_list("code", flat=True)))

    def comparison(self) -> str:
        return f"""
            WITH t AS (
                SELECT atlas_state.*, array(
                    SELECT code FROM atlas_state_regions JOIN atlas_region ON atlas_region.id = region_id
                    WHERE state_id = atlas_state.id ORDER BY code)::text[] AS region_codes
                FROM atlas_state
            ), s AS (
                SELECT g.number, g.row, g.iso3, g.first_name, t.id AS target_id,
                       t.names || coalesce(g.names, '{{}}') AS names,
                       t.formal_names || coalesce(g.formal_names, '{{}}') AS formal_names,
                       {", ".join(f"coalesce(g.{one}, t.{one}) AS {one}" for one in _PLAIN)},
                       first_value(g.row) OVER (PARTITION BY g.iso3 ORDER BY g.number) AS first_row
                FROM staged g LEFT JOIN t USING (iso3)
            )
            SELECT s.number, s.target_id, verdict,
                   CASE WHEN s.row <> s.first_row THEN {reason_sql(CONTRADICTS_ROW, row="s.first_row")}
                        WHEN verdict = 'refuse' THEN {reason_sql(UNKNOWN_CODE, text="s.iso3")} END AS reasons,
                   CASE WHEN verdict = 'change' THEN {difference_sql(COMPARED, side="t")} END AS before,
                   CASE WHEN verdict = 'change' THEN {difference_sql(COMPARED, side="s")} END AS after
            FROM s LEFT JOIN t ON t.id = s.target_id CROSS JOIN LATERAL (
                SELECT CASE WHEN s.row <> s.first_row THEN 'refuse'
                            WHEN t.id IS NULL AND coalesce(s.first_name, '') = '' THEN 'refuse'
                            WHEN t.id IS NULL THEN 'create'
                            WHEN ({", ".join(f"s.{one}" for one in COMPARED)}) IS DISTINCT FROM
                                 ({", ".join(f"t.{one}" for one in COMPARED)}) THEN 'change'
                            ELSE 'skip' END AS verdict) AS judgement"""

    def write(self, cursor: CursorWrapper, origin: Origin) -> None:
        for statement in WRITING:
            cursor.execute(statement)


_PLAIN = tuple(one for one in COMPARED if not one.endswith("names"))
_SET = ", ".join(f"{one} = coalesce(s.{one}, t.{one})" for one in _PLAIN if one != "region_codes")
WRITING = (
    """
    INSERT INTO atlas_state (iso3, iso2, m49, names, formal_names, notes, sort_key, standing, "group",
        is_least_developed, is_landlocked, is_small_island, official_language, has_follow_up_mechanism)
    SELECT iso3, coalesce(iso2, ''), coalesce(m49, ''), jsonb_build_object('en', first_name), '{}', '{}',
        lower(first_name), 'territory', '', coalesce(is_least_developed, false),
        coalesce(is_landlocked, false), coalesce(is_small_island, false), 'en', has_follow_up_mechanism
    FROM staged JOIN judged USING (number) WHERE verdict = 'create'""",
    f"""
    UPDATE atlas_state t SET {_SET}, names = t.names || coalesce(s.names, '{{}}'),
        formal_names = t.formal_names || coalesce(s.formal_names, '{{}}')
    FROM staged s JOIN judged j USING (number) WHERE j.verdict = 'change' AND t.id = j.target_id""",
    """
    DELETE FROM atlas_state_regions r USING staged s, judged j
    WHERE s.number = j.number AND j.verdict = 'change' AND r.state_id = j.target_id
      AND s.region_codes IS NOT NULL""",
    """
    INSERT INTO atlas_state_regions (state_id, region_id)
    SELECT atlas_state.id, atlas_region.id
    FROM staged s JOIN judged j USING (number) JOIN atlas_state USING (iso3)
    JOIN atlas_region ON atlas_region.code = ANY (s.region_codes)
    WHERE j.verdict IN ('create', 'change')""",
)

KINDS = (StatesKind(),)
