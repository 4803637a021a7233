"""The databases of the measurements: each a copy of the prepared one, filled once and kept while it fits."""

import hashlib
import os
from pathlib import Path
from urllib.parse import urlsplit

import psycopg
from psycopg.sql import SQL, Identifier, Literal

from techcoop.protection import keys

PORTFOLIO = Path(__file__).parent / "portfolio.sql"
REQUESTS = 5_000
ROOT = Path(__file__).resolve().parent.parent


def prepared() -> str:
    """The address of the prepared database, which stays as the migrations left it."""
    return os.environ["DATABASE_URL"]


def named(name: str) -> str:
    """The address of another database on the same server."""
    parts = urlsplit(prepared())
    query = f"?{parts.query}" if parts.query else ""
    return f"{parts.scheme}://{parts.netloc}/{name}{query}"


def name_of(purpose: str) -> str:
    """How the copy for a purpose is called."""
    return f"{urlsplit(prepared()).path.lstrip('/')}_{purpose}"


def state_of_the_tables() -> str:
    """A digest of everything that decides what stands in a filled copy."""
    digest = hashlib.sha256()
    for path in [PORTFOLIO, *sorted((ROOT / "techcoop").glob("*/migrations/*.py"))]:
        digest.update(path.read_bytes())
    for path in sorted((ROOT / "techcoop").glob("*/data/*.json")):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def copy(purpose: str, *, of: str = "") -> str:
    """A new copy of the prepared database, or of that of another purpose, in the place of an older one."""
    name = name_of(purpose)
    template = name_of(of) if of else urlsplit(prepared()).path.lstrip("/")
    with psycopg.connect(named("postgres"), autocommit=True) as connection:
        connection.execute(SQL("DROP DATABASE IF EXISTS {} (FORCE)").format(Identifier(name)))
        connection.execute(
            SQL("CREATE DATABASE {} TEMPLATE {}").format(Identifier(name), Identifier(template))
        )
    return named(name)


def fits(purpose: str) -> bool:
    """Whether the copy is there and holds what it would hold if it were made now."""
    with psycopg.connect(named("postgres"), autocommit=True) as connection:
        found = connection.execute(
            "SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = %s",
            [name_of(purpose)],
        ).fetchone()
    return bool(found) and found[0] == state_of_the_tables()


def keep(purpose: str) -> None:
    """Mark a copy as filled, with what it was made from."""
    mark = SQL("COMMENT ON DATABASE {} IS {}").format(
        Identifier(name_of(purpose)), Literal(state_of_the_tables())
    )
    with psycopg.connect(named(name_of(purpose)), autocommit=True) as connection:
        connection.execute("VACUUM ANALYZE")
        connection.execute(mark)


def put_aside(connection: psycopg.Connection) -> str:
    """The triggers that would have records live their whole lives: here they come as years have left them."""
    found = connection.execute(
        "SELECT coalesce(array_agg(tgname), '{}')::text FROM pg_trigger WHERE tgname ~ %s",
        ["^pgtrigger_(begins_at_the_beginning|stays_once_approved|stays_once_closed)_"],
    ).fetchone()
    return str(found[0]) if found else "{}"


def fill(connection: psycopg.Connection, *, requests: int) -> None:
    """Let the seeded portfolio happen; what is deferred is looked at when the tables are known to be large.

    Each of our triggers asks which of them are to be ignored. Where nothing is set that is an error that it
    catches, and after every one PostgreSQL goes through all that is deferred: with millions, for hours.
    """
    connection.execute("SELECT set_config('pgtrigger.ignore', %s, true)", [put_aside(connection)])
    connection.execute(SQL("SET LOCAL bench.requests = {}").format(Literal(str(requests))))
    report = keys.seal("Report", place="evaluation_evidence.description")
    connection.execute(SQL("SET LOCAL bench.report = {}").format(Literal(report)))
    connection.execute(PORTFOLIO.read_text(encoding="utf-8"))
    connection.execute("ANALYZE")
    connection.execute("SET CONSTRAINTS ALL IMMEDIATE")


def portfolio(size: int) -> str:
    """The address of a copy that holds the seeded portfolio of this size."""
    purpose = f"size_{size}"
    if not fits(purpose):
        with psycopg.connect(copy(purpose)) as connection:
            fill(connection, requests=REQUESTS * size)
        keep(purpose)
    return named(name_of(purpose))
