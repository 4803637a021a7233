"""The staging table: rows of a file inside the database, where one question compares them all."""

import json
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from django.db import connection
from django.db.backends.utils import CursorWrapper
from django.utils.translation import gettext_noop

from techcoop.sheets.comparing import as_reasons
from techcoop.sheets.errors import Reason, Refused
from techcoop.sheets.kinds import Context, Kind, Origin, Shape, Verdict
from techcoop.sheets.reading import OpenList, Record

AT_ONCE = 5_000
SURPLUS = gettext_noop("The row has more cells than there are headings: %(cells)s.")

Progress = Callable[[float], None]


@dataclass
class Staging:
    """One file on its way into the staging table; memory holds a few thousand rows at most."""

    kind: Kind
    opened: OpenList
    origin: Origin
    number: int = 0
    refused: list[tuple[int, str, str]] = field(default_factory=list)

    def fill(self, cursor: CursorWrapper, progress: Progress) -> None:
        """Copy every row of the file into `staged`, and what cannot be read into `refused`."""
        self._make_tables(cursor)
        shape = self.kind.shape_of(self.opened)
        context = Context(self.kind.look_up(self.origin), self.origin)
        names = ", ".join(["number", "row", *self.kind.columns])
        rows = self._rows(shape, context)
        while some := list(islice(rows, AT_ONCE)):
            with cursor.copy(f"COPY staged ({names}) FROM STDIN") as copy:
                for row in some:
                    copy.write_row(row)
            self._flush_refused(cursor)
            progress(self.opened.share)
        self._flush_refused(cursor)
        cursor.execute("ANALYZE staged")

    def _make_tables(self, cursor: CursorWrapper) -> None:
        columns = "".join(f", {name} {type_}" for name, type_ in self.kind.columns.items())
        cursor.execute(
            "DROP TABLE IF EXISTS pg_temp.staged, pg_temp.refused, pg_temp.judged;"  # noqa: S608
            "CREATE TEMPORARY TABLE staged (number integer, row integer"
            f"{columns}) ON COMMIT DROP;"
            "CREATE TEMPORARY TABLE refused (row integer, reasons jsonb, cells jsonb) ON COMMIT DROP"
        )

    def _rows(self, shape: Shape, context: Context) -> Iterator[tuple[Any, ...]]:
        for record in self.opened.records():
            try:
                for row in _read(record, shape, context):
                    self.number += 1
                    yield (self.number, record.row, *row)
            except Refused as refusal:
                self.refused.append((record.row, as_reasons(refusal.reasons), as_cells(record)))

    def _flush_refused(self, cursor: CursorWrapper) -> None:
        if self.refused:
            with cursor.copy("COPY refused (row, reasons, cells) FROM STDIN") as copy:
                for row in self.refused:
                    copy.write_row(row)
            self.refused.clear()


def _read(record: Record, shape: Shape, context: Context) -> list[tuple[Any, ...]]:
    """All rows of a record or none."""
    if record.surplus:
        refusal = Refused(SURPLUS)
        refusal.reasons = [Reason(SURPLUS, {"cells": "; ".join(record.surplus)[:200]})]
        raise refusal
    return list(shape.rows(record, context))


def as_cells(record: Record) -> str:
    """The cells of a record as they were found."""
    return json.dumps(record.cells, ensure_ascii=False, default=str)


def judge(cursor: CursorWrapper, kind: Kind, origin: Origin) -> Counter[str]:
    """Compare all staged rows with what is there, in one question; counts by verdict."""
    cursor.execute(f"CREATE TEMPORARY TABLE judged ON COMMIT DROP AS {kind.comparison()}")  # noqa: S608
    kind.after_judging(cursor, origin)
    cursor.execute("ANALYZE judged")
    cursor.execute("SELECT verdict, count(*) FROM judged GROUP BY 1")
    counts: Counter[str] = Counter({verdict.value: 0 for verdict in Verdict})
    counts.update(dict(cursor.fetchall()))
    cursor.execute("SELECT count(*) FROM refused")
    counts[Verdict.REFUSE] += cursor.fetchone()[0]
    return counts


def stage(kind: Kind, opened: OpenList, *, origin: Origin, progress: Progress) -> Counter[str]:
    """Stage and judge a file inside the caller's transaction; the tables live until its end."""
    with connection.cursor() as cursor:
        Staging(kind, opened, origin).fill(cursor, progress)
        return judge(cursor, kind, origin)


def write(kind: Kind, *, origin: Origin) -> None:
    """Write what was judged, set-based, inside the caller's transaction."""
    with connection.cursor() as cursor:
        kind.before_apply(cursor, origin)
        kind.write(cursor, origin)
