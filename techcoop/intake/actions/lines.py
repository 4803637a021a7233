"""What is kept of the rows: every refused and every changed one, and the first of the others."""

from typing import BinaryIO

from django.db import connection
from django.db.backends.utils import CursorWrapper

from techcoop.intake.models import Import, Verdict
from techcoop.sheets.reading import open_list
from techcoop.sheets.staging import as_cells

# Of these rows only the first are kept, as examples.
SAMPLED = (Verdict.CREATE, Verdict.SKIP)
EXAMPLES = 200
AT_ONCE = 2_000

KEEP_NEWS = """
    INSERT INTO intake_importline (record_import_id, row, verdict, reasons, before, after)
    SELECT %s, s.row, j.verdict, coalesce(j.reasons, '[]'), j.before, j.after
    FROM judged j JOIN staged s USING (number) WHERE j.verdict IN ('change', 'refuse')"""
KEEP_EXAMPLES = """
    INSERT INTO intake_importline (record_import_id, row, verdict, reasons)
    SELECT %s, s.row, j.verdict, coalesce(j.reasons, '[]')
    FROM judged j JOIN staged s USING (number) WHERE j.verdict = %s ORDER BY s.number LIMIT %s"""
KEEP_REFUSED = """
    INSERT INTO intake_importline (record_import_id, row, verdict, reasons, cells)
    SELECT %s, row, 'refuse', reasons, cells FROM refused"""


def keep_lines(record_import: Import, file: BinaryIO) -> None:
    """Keep what a person needs to see, from the staging tables of this transaction."""
    record_import.lines.all().delete()
    with connection.cursor() as cursor:
        cursor.execute(KEEP_NEWS, [record_import.pk])
        for verdict in SAMPLED:
            cursor.execute(KEEP_EXAMPLES, [record_import.pk, verdict, EXAMPLES])
        cursor.execute(KEEP_REFUSED, [record_import.pk])
        _add_cells(cursor, record_import, file)


def _add_cells(cursor: CursorWrapper, record_import: Import, file: BinaryIO) -> None:
    """Rows that are refused or shown as examples get their cells from the file, read as far as need be."""
    cursor.execute(
        "SELECT row FROM intake_importline"
        " WHERE record_import_id = %s AND verdict <> 'change' AND cells IS NULL",
        [record_import.pk],
    )
    wanted = {row for (row,) in cursor.fetchall()}
    if not wanted:
        return
    found = []
    for record in open_list(file).records():
        if record.row in wanted:
            found.append((record.row, as_cells(record)))
            wanted.remove(record.row)
        if len(found) >= AT_ONCE:
            _write_cells(cursor, record_import, found)
        if not wanted:
            break
    _write_cells(cursor, record_import, found)


def _write_cells(cursor: CursorWrapper, record_import: Import, found: list[tuple[int, str]]) -> None:
    """Some thousands at once, found by their row: one question for each would read all of them each time."""
    rows, cells = [row for row, _cells in found], [cells for _row, cells in found]
    cursor.execute(
        "UPDATE intake_importline l SET cells = f.cells::jsonb"
        " FROM unnest(%s::integer[], %s::text[]) AS f (row, cells)"
        " WHERE l.record_import_id = %s AND l.row = f.row AND l.verdict <> 'change' AND l.cells IS NULL",
        [rows, cells, record_import.pk],
    )
    found.clear()
