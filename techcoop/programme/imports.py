"""The Sustainable Development Goals and their targets, as the code lists of IATI copy them."""

import json
import re
from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.db.backends.utils import CursorWrapper
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from techcoop.programme.models import SustainableGoal
from techcoop.sheets.cells import folded
from techcoop.sheets.comparing import comparison_sql, reason_sql
from techcoop.sheets.errors import Problems
from techcoop.sheets.kinds import Context, Kind, Origin, Shape
from techcoop.sheets.reading import Record

OTHER_LIST = gettext_noop("The code list “%(text)s” holds neither goals nor targets.")
NO_GOAL = gettext_noop("“%(text)s” is no number of a goal.")
NO_TARGET = gettext_noop("“%(text)s” is no number of a target, such as 16.3 or 16.a.")
NO_NAME = gettext_noop("The row gives no name in any language.")
UNKNOWN_GOAL = gettext_noop("Goal %(goal)s is not known yet; take in the list of goals first.")

LISTS = {
    "unsdggoals": (re.compile(r"([1-9]\d?)()"), NO_GOAL),
    "unsdgtargets": (re.compile(r"([1-9]\d?)\.(\d{1,2}|[a-z])"), NO_TARGET),
}
LANGUAGES = {folded(code): code for code, _name in settings.LANGUAGES} | {"zh": "zh-hans"}


def names_of(record: Record) -> dict[str, str]:
    """The names by language; the heading of each ends in its language."""
    told = {
        heading.removeprefix("name"): record.text(heading) for heading in record.cells if heading != "name"
    }
    return {LANGUAGES[language]: name for language, name in told.items() if name and language in LANGUAGES}


def position_of(goal: str, target: str) -> str:
    """Where it stands: targets with numbers before those with letters."""
    return f"{goal:0>2}" + (f".{target:0>2}" if target.isdigit() else f".x{target}" if target else "")


def target_rows(record: Record, context: Context) -> Iterable[tuple[Any, ...]]:
    """An item of one of the two code lists."""
    problems = Problems()
    pattern, sentence = LISTS.get(folded(record.text("codelist")), (None, OTHER_LIST))
    code = record.text("code")
    if pattern is None:
        problems.add(OTHER_LIST, column="codelist", text=record.text("codelist")[:60])
        problems.refuse()
    found = pattern.fullmatch(code) if pattern else None
    if not found:
        problems.add(sentence, column="code", text=code[:60])
    said = names_of(record)
    if not said:
        problems.add(NO_NAME, column="name")
    problems.refuse()
    assert found
    goal, target = found.groups()
    names = context.lookups.get(code, {}) | said
    yield code, goal if target else None, json.dumps(names, ensure_ascii=False), position_of(goal, target)


class TargetsKind(Kind):
    """Goals and targets; a file changes the languages that it says and leaves the rest."""

    key = "targets"
    describes = (SustainableGoal,)
    name = _("Sustainable Development Goals and targets")
    description = _("The code lists UNSDG-Goals and UNSDG-Targets of IATI, in XML; the goals come first.")
    columns = {"code": "text", "goal_code": "text", "names": "jsonb", "position": "text"}
    shapes = (Shape(_("IATI code list"), frozenset({"codelist", "code"}), target_rows),)

    def look_up(self, origin: Origin) -> dict[str, dict[str, str]]:
        return dict(SustainableGoal.objects.values_list("code", "names"))

    def comparison(self) -> str:
        above = "(SELECT g.id FROM programme_sustainablegoal g WHERE g.code = s.goal_code)"
        return comparison_sql(
            SustainableGoal,
            key=("code",),
            compared=("names", "position"),
            refusals=(
                (
                    f"s.goal_code IS NOT NULL AND {above} IS NULL",
                    reason_sql(UNKNOWN_GOAL, column="code", goal="s.goal_code"),
                ),
            ),
        )

    def write(self, cursor: CursorWrapper, origin: Origin) -> None:
        given: list[Any] = [origin.source_id]
        cursor.execute(
            "INSERT INTO programme_sustainablegoal (code, goal_id, names, position, source_id)"
            " SELECT s.code, g.id, s.names, s.position, %s FROM staged s JOIN judged USING (number)"
            " LEFT JOIN programme_sustainablegoal g ON g.code = s.goal_code WHERE verdict = 'create'",
            given,
        )
        cursor.execute(
            "UPDATE programme_sustainablegoal t"
            " SET names = s.names, position = s.position, source_id = %s"
            " FROM staged s JOIN judged j USING (number) WHERE j.verdict = 'change' AND t.id = j.target_id",
            given,
        )


KINDS = (TargetsKind(),)
