"""How every list of facts of our own shape is read, compared and written."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any

from django.db.backends.utils import CursorWrapper
from django.db.models import Model
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from techcoop.accountability.imports.account import AccountKind
from techcoop.accountability.imports.cells import Cell, Lookups, look_up
from techcoop.accountability.imports.writing import SAY_THAT_IT_IS_DONE
from techcoop.accountability.models import Fact, MechanismSession
from techcoop.sheets.comparing import comparison_sql
from techcoop.sheets.errors import Problems
from techcoop.sheets.kinds import Context, Heading, Origin, Shape
from techcoop.sheets.reading import Record

BEFORE = gettext_noop("%(later)s is %(second)s, before %(earlier)s, %(first)s.")
IN_FUTURE = gettext_noop("“%(text)s” lies in the future, after the list was retrieved.")

Row = dict[str, Any]
Check = Callable[[Row, Lookups, Problems], None]


def precedes(first: str, second: str) -> bool:
    """Whether a day known in part lies surely before another."""
    shared = min(len(first), len(second))
    return first[:shared] < second[:shared]


def precedes_sql(first: str, second: str) -> str:
    """The same, asked of two columns."""
    shared = f"least(length({first}), length({second}))"
    return f"left({first}, {shared}) < left({second}, {shared})"


def in_order(*columns: str) -> Check:
    """Refuse a row in which what comes later in the procedure was earlier."""

    def check(row: Row, lookups: Lookups, problems: Problems) -> None:
        known = [(column, str(row[column])) for column in columns if row[column]]
        for (earlier, first), (later, second) in zip(known, known[1:], strict=False):
            if precedes(second, first):
                values = {"earlier": _named(earlier), "first": first, "later": _named(later)}
                problems.add(BEFORE, column=_named(later), second=second, **values)

    return check


def _named(column: str) -> str:
    """A column as its heading says it."""
    return column.removesuffix("_on").replace("_", " ").capitalize()


class FactsKind(AccountKind):
    """A list with a row for each fact; what a row leaves empty is not known any more."""

    model: type[Fact] | type[MechanismSession]
    cells: tuple[Cell, ...]
    checks: tuple[Check, ...] = ()
    # What other rows of the file and what is there contradict: conditions over s and t, and reasons.
    refusals: tuple[tuple[str, str], ...] = ()
    # Days of these columns may lie after the day of retrieval.
    planned: tuple[str, ...] = ()

    @property
    def tables(self) -> tuple[str, ...]:  # type: ignore[override]  # read from the model, not set
        """The one of its facts."""
        return (self.model._meta.db_table,)

    @property
    def columns(self) -> Mapping[str, str]:  # type: ignore[override]
        return {cell.column: cell.sql for cell in self.cells}

    @property
    def headings(self) -> tuple[Heading, ...]:  # type: ignore[override]
        return tuple(Heading(cell.heading, cell.says, cell.needed) for cell in self.cells)

    @property
    def shapes(self) -> tuple[Shape, ...]:  # type: ignore[override]
        needed = frozenset(cell.name for cell in self.cells if cell.needed)
        return (Shape(_("List of this system"), needed, self.rows),)

    def rows(self, record: Record, context: Context) -> Iterable[tuple[Any, ...]]:
        """One fact."""
        problems = Problems()
        row = {
            cell.column: cell.read(record.text(cell.name), context.lookups, problems) for cell in self.cells
        }
        self._refuse_future(row, context.origin.retrieved_on, problems)
        problems.refuse()
        for check in self.checks:
            check(row, context.lookups, problems)
        problems.refuse()
        yield tuple(row.values())

    def _refuse_future(self, row: Row, retrieved_on: date, problems: Problems) -> None:
        for cell in self.cells:
            day = row[cell.column]
            is_past = cell.sql == "text" and cell.column.endswith("_on") and cell.column not in self.planned
            if is_past and day and precedes(retrieved_on.isoformat(), day):
                problems.add(IN_FUTURE, column=cell.heading, text=day)

    @property
    def describes(self) -> tuple[type[Model], ...]:  # type: ignore[override]
        """The facts that the rows become."""
        return (self.model,)

    def look_up(self, origin: Origin) -> Lookups:
        return look_up()

    @property
    def key_columns(self) -> tuple[str, ...]:
        """What tells one fact from another."""
        return (*(("state_id",) if issubclass(self.model, Fact) else ()), *self.model.KEY)

    def comparison(self) -> str:
        return comparison_sql(
            self.model,
            key=self.key_columns,
            compared=self.model.said(),
            refusals=self.refusals,
        )

    def write(self, cursor: CursorWrapper, origin: Origin) -> None:
        table, said = self.model._meta.db_table, self.model.said()
        columns = ", ".join((*self.key_columns, *said))
        cursor.execute(
            f"INSERT INTO {table} ({columns}, source_id) SELECT {columns}, %s"  # noqa: S608
            " FROM staged JOIN judged USING (number) WHERE verdict = 'create'",
            [origin.source_id],
        )
        changes = ", ".join(f"{one} = s.{one}" for one in said)
        cursor.execute(
            f"UPDATE {table} t SET {changes}, source_id = %s"  # noqa: S608
            " FROM staged s JOIN judged j USING (number) WHERE j.verdict = 'change' AND t.id = j.target_id",
            [origin.source_id],
        )
        cursor.execute(SAY_THAT_IT_IS_DONE)
