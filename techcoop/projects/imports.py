"""Projects of older records: joint work plans of country teams, as UN INFO gives them out.

One identifier is one project, in however many States its lines name it: its amounts are repeated on each
line, so they are taken once (docs/decisions/0030).
"""

import re
from collections.abc import Iterable
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from django.db.backends.utils import CursorWrapper
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from techcoop.accountability.imports.texts import plain
from techcoop.atlas.queries import Resolver, resolver
from techcoop.projects.models import Project, ProjectMoney
from techcoop.sheets.comparing import CONTRADICTS_ROW, SAME_AS_ROW, difference_sql, reason_sql
from techcoop.sheets.errors import Problems
from techcoop.sheets.kinds import Context, Kind, Origin, Shape
from techcoop.sheets.reading import Record

NO_IDENTIFIER = gettext_noop("The line has no identifier.")
NO_TITLE = gettext_noop("The line has no name.")
NO_STATE = gettext_noop("“%(text)s” is no State that is known.")
NO_DAY = gettext_noop("“%(text)s” is no day that can be read; write it as 2026-01-31.")
TOO_OLD = gettext_noop("The programme began in 1955; this says %(text)s.")
ENDS_FIRST = gettext_noop("It ends before it starts.")
# UN INFO cuts each name at so many signs, in the middle of a word; a title here has at most as many.
LONGEST_NAME, LONGEST = 200, 500
NO_AMOUNT = gettext_noop("“%(text)s” is no amount in dollars.")
NOT_LEGACY = gettext_noop("The project of this code is no older record; it is kept in the programme itself.")
FIRST_YEAR = 1955
MOST = Decimal("1e13")
COMPARED = ("title", "summary", "starts_on", "ends_on", "required", "available", "spent")


def rows(record: Record, context: Context) -> Iterable[tuple[Any, ...]]:
    """One line: a sub-output in one State."""
    problems = Problems()
    known: Resolver = context.lookups
    state = known.by_code(record.text("iso3")) or known.resolve(record.text("country"))
    if state is None:
        problems.add(NO_STATE, column="country", text=(record.text("country") or record.text("iso3"))[:60])
    if not record.text("id"):
        problems.add(NO_IDENTIFIER, column="id")
    title, as_found = titled(record.text("name"))
    if not title:
        problems.add(NO_TITLE, column="name")
    starts_on, ends_on = (_day(record, name, problems) for name in ("start", "end"))
    if starts_on and ends_on and ends_on < starts_on:
        problems.add(ENDS_FIRST, column="end")
    amounts = [_amount(record, name, problems) for name in ("required", "available", "spent")]
    problems.refuse()
    words = dict.fromkeys((as_found, *(plain(record.text(name)) for name in ("description", "outcome"))))
    summary = "\n\n".join(one for one in words if one)
    key = state.pk if state else None
    yield record.text("id"), key, title, summary, starts_on, ends_on, *amounts


def titled(name: str) -> tuple[str, str]:
    """The title in whole words, and the name as far as the record has it where the record cut it short."""
    text = plain(name)
    if len(name) < LONGEST_NAME:
        return text, ""
    # What is left of a sign that was cut, such as “&ga” of “&gamma;”, is no part of any word.
    text = re.sub(r"&\w*$", "", text)
    words, _space, _rest = text.rpartition(" ")
    return f"{(words or text).rstrip(' ,;:.–—-')[: LONGEST - 1]}…", f"{text}…"


def _day(record: Record, name: str, problems: Problems) -> date | None:
    text = record.text(name)
    try:
        day = date.fromisoformat(text[:10]) if text else None
    except ValueError:
        problems.add(NO_DAY, column=name, text=text[:60])
        return None
    if day and day.year < FIRST_YEAR:
        problems.add(TOO_OLD, column=name, text=str(day.year))
    return day


def _amount(record: Record, name: str, problems: Problems) -> Decimal | None:
    """An amount; where the record says none, it is not known, which is not nought."""
    text = record.text(name)
    if not text:
        return None
    try:
        amount = Decimal(text).quantize(Decimal("0.01"))
    except InvalidOperation:
        amount = Decimal(-1)
    if not 0 <= amount < MOST:
        problems.add(NO_AMOUNT, column=name, text=text[:60])
    return amount


class PortfolioKind(Kind):
    """Legacy projects with the money they required, had and spent; no more is said than the record says."""

    key = "portfolio"
    describes = (Project, ProjectMoney)
    name = _("Portfolio of older records")
    description = _(
        "Sub-outputs of joint work plans, as UN INFO gives them out; one identifier is one project."
    )
    columns = {
        "legacy_code": "text",
        "state_id": "bigint",
        "title": "text",
        "summary": "text",
        "starts_on": "date",
        "ends_on": "date",
        "required": "numeric(16, 2)",
        "available": "numeric(16, 2)",
        "spent": "numeric(16, 2)",
    }
    shapes = (Shape(_("UN INFO"), frozenset({"iso3", "id", "name", "required", "available", "spent"}), rows),)

    def look_up(self, origin: Origin) -> Resolver:
        return resolver()

    def comparison(self) -> str:
        content = ", ".join(COMPARED)
        here, there = (", ".join(f"{side}.{name}" for name in COMPARED) for side in "st")
        return f"""
            WITH ranked AS (
                SELECT staged.*, first_value(row) OVER one AS first_row,
                       first_value(jsonb_build_array({content})) OVER one AS first_content,
                       row_number() OVER (PARTITION BY legacy_code, state_id ORDER BY number) AS place
                  FROM staged WINDOW one AS (PARTITION BY legacy_code ORDER BY number)
            ), known AS (
                SELECT project.id, project.legacy_code, project.status, project.title, project.summary,
                       project.starts_on, project.ends_on, money.required, money.available, money.spent
                  FROM projects_project AS project
                  LEFT JOIN projects_projectmoney AS money
                    ON money.project_id = project.id AND money.family = 'not_recorded'
                 WHERE project.code = 'UNINFO-' || project.legacy_code
            ), compared AS (
                SELECT s.*, t.id AS target_id,
                       CASE WHEN first_content <> jsonb_build_array({here}) THEN 'contradicts'
                            WHEN place > 1 THEN 'again'
                            WHEN t.id IS NULL THEN 'create'
                            WHEN t.status <> 'legacy' THEN 'kept'
                            WHEN ({here}) IS NOT DISTINCT FROM ({there}) AND EXISTS (
                                SELECT FROM projects_projectstate AS place
                                 WHERE place.project_id = t.id AND place.state_id = s.state_id) THEN 'same'
                            ELSE 'change' END AS finding
                  FROM ranked AS s LEFT JOIN known AS t USING (legacy_code)
            )
            SELECT s.number, s.target_id,
                   CASE finding WHEN 'contradicts' THEN 'refuse' WHEN 'kept' THEN 'refuse'
                                WHEN 'again' THEN 'skip' WHEN 'same' THEN 'skip' ELSE finding END AS verdict,
                   CASE finding WHEN 'contradicts' THEN {reason_sql(CONTRADICTS_ROW, row="s.first_row")}
                                WHEN 'again' THEN {reason_sql(SAME_AS_ROW, row="s.first_row")}
                                WHEN 'kept' THEN {reason_sql(NOT_LEGACY, column="id")} END AS reasons,
                   CASE finding WHEN 'change' THEN {difference_sql(COMPARED, side="t")} END AS before,
                   CASE finding WHEN 'change' THEN {difference_sql(COMPARED, side="s")} END AS after
              FROM compared AS s LEFT JOIN known AS t ON t.id = s.target_id"""

    def before_apply(self, cursor: CursorWrapper, origin: Origin) -> None:
        cursor.execute("SET LOCAL techcoop.importing = 'projects'")

    def write(self, cursor: CursorWrapper, origin: Origin) -> None:
        for sentence in (WRITE_NEW, WRITE_CHANGED, WRITE_STATES, WRITE_MONEY, WRITE_SCOPE):
            cursor.execute(sentence, {"source": origin.source_id})
        cursor.execute("SET LOCAL techcoop.importing = ''")


ACCEPTED = "staged JOIN judged USING (number)"
WRITE_NEW = f"""
    INSERT INTO projects_project (code, legacy_code, title, summary, language, scope, mandate,
           why_no_recommendation, forms, starts_on, starts_precision, ends_on, ends_precision, status,
           status_since, submission, created_at, created_by_id, source_id)
    SELECT DISTINCT ON (legacy_code) 'UNINFO-' || legacy_code, legacy_code, title, summary, '', 'national',
           '', '', '{{}}'::varchar[], starts_on, 'day', ends_on, 'day', 'legacy', now(),
           gen_random_uuid(), now(), machine.id, %(source)s
      FROM {ACCEPTED}, (SELECT id FROM people_user WHERE is_machine) AS machine
     WHERE verdict = 'create' ORDER BY legacy_code, number"""
WRITE_CHANGED = f"""
    UPDATE projects_project AS t SET title = s.title, summary = s.summary, starts_on = s.starts_on,
           ends_on = s.ends_on, source_id = %(source)s
      FROM (SELECT DISTINCT ON (legacy_code) * FROM {ACCEPTED} WHERE verdict = 'change'
             ORDER BY legacy_code, number) AS s
     WHERE t.id = s.target_id"""
OF_THE_PROJECT = f"""
      FROM {ACCEPTED} JOIN projects_project AS project ON project.code = 'UNINFO-' || staged.legacy_code
     WHERE verdict IN ('create', 'change')"""
WRITE_STATES = f"""
    INSERT INTO projects_projectstate (project_id, state_id)
    SELECT DISTINCT project.id, staged.state_id {OF_THE_PROJECT} ON CONFLICT DO NOTHING"""
WRITE_MONEY = f"""
    INSERT INTO projects_projectmoney (project_id, family, required, available, spent)
    SELECT DISTINCT project.id, 'not_recorded', staged.required, staged.available, staged.spent
           {OF_THE_PROJECT}
        ON CONFLICT (project_id, family) DO UPDATE SET required = excluded.required,
           available = excluded.available, spent = excluded.spent"""
WRITE_SCOPE = f"""
    UPDATE projects_project AS t SET scope = 'multi_state'
     WHERE t.scope = 'national' AND t.id IN (SELECT project.id {OF_THE_PROJECT})
       AND 1 < (SELECT count(*) FROM projects_projectstate AS place WHERE place.project_id = t.id)"""

KINDS = (PortfolioKind(),)
