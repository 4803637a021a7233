"""The raw limit of an import: COPY of the same rows into a table of the same shape and indexes."""

import tempfile
from time import perf_counter
from typing import IO

import psycopg

COLUMNS = """SELECT string_agg(quote_ident(column_name), ', ' ORDER BY ordinal_position)
  FROM information_schema.columns WHERE table_name = 'accountability_recommendation'
   AND table_schema = 'public' AND is_generated = 'NEVER'"""


def seconds(address: str, *, runs: int) -> list[float]:
    """How long bare COPY takes, each time into an empty table."""
    with psycopg.connect(address) as connection, tempfile.TemporaryFile() as file:
        columns = connection.execute(COLUMNS).fetchone()[0]
        with connection.cursor().copy(
            f"COPY (SELECT {columns} FROM accountability_recommendation ORDER BY id) TO STDOUT"
        ) as out:
            for piece in out:
                file.write(piece)
        found = [_copied(connection, columns, file) for _run in range(runs)]
        connection.rollback()
    return found


def _copied(connection: psycopg.Connection, columns: str, file: IO[bytes]) -> float:
    connection.execute("DROP TABLE IF EXISTS bench_copy")
    connection.execute("CREATE TABLE bench_copy (LIKE accountability_recommendation INCLUDING ALL)")
    connection.commit()
    file.seek(0)
    begun = perf_counter()
    with connection.cursor().copy(f"COPY bench_copy ({columns}) FROM STDIN") as into:
        while piece := file.read(1 << 20):
            into.write(piece)
    connection.commit()
    taken = perf_counter() - begun
    connection.execute("DROP TABLE bench_copy")
    connection.commit()
    return taken
