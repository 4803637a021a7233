"""The databases of the tests: one migrated template, and quick copies of it."""

import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager

import psycopg
from django.conf import settings
from django.core.management import call_command
from django.db import connection

ROOT = settings.ROOT
PREFIX = "tcp_" + hashlib.sha256(str(ROOT).encode()).hexdigest()[:8]
WHAT_MIGRATIONS_READ = ("techcoop/*/migrations/*.py", "techcoop/*/data/**/*.json", "requirements.txt")
A_LOCK = 7_268_357


def template() -> str:
    """The name of the template that fits the migrations as they are now."""
    digest = hashlib.sha256()
    for pattern in WHAT_MIGRATIONS_READ:
        for path in sorted(ROOT.glob(pattern)):
            digest.update(str(path.relative_to(ROOT)).encode() + path.read_bytes())
    return f"{PREFIX}_template_{digest.hexdigest()[:12]}"


def mine() -> str:
    """The name of the copy that this process works on."""
    return f"{PREFIX}_run_{os.getpid()}"


@contextmanager
def the_server() -> Iterator[psycopg.Cursor]:
    """A connection to the server beside Django's own, for making databases and taking them away."""
    given = settings.DATABASES["default"]
    where = {
        "host": given["HOST"],
        "port": given["PORT"],
        "user": given["USER"],
        "password": given["PASSWORD"],
    }
    named = {name: value for name, value in where.items() if value}
    with psycopg.connect(dbname="postgres", autocommit=True, **named) as server:
        yield server.cursor()


def use(name: str) -> None:
    """Let Django, in all threads, work on this database."""
    connection.close()
    connection.close_pool()
    connection.settings_dict["NAME"] = name


def begin() -> None:
    """A copy for this process; whoever comes first builds the template, the others wait."""
    with the_server() as server:
        server.execute("SELECT pg_advisory_lock(%s)", [A_LOCK])
        existing = names(server)
        tidy(server, existing)
        if template() not in existing:
            build(server)
        server.execute(f'CREATE DATABASE "{mine()}" TEMPLATE "{template()}"')
    use(mine())


def build(server: psycopg.Cursor) -> None:
    """Migrate an empty database and keep it as the template; half a template is never found."""
    unfinished = f"{PREFIX}_unfinished"
    server.execute(f'DROP DATABASE IF EXISTS "{unfinished}" WITH (FORCE)')
    server.execute(f'CREATE DATABASE "{unfinished}"')
    use(unfinished)
    call_command("migrate", interactive=False, verbosity=0)
    call_command("createcachetable", verbosity=0)
    use("postgres")
    server.execute(f'ALTER DATABASE "{unfinished}" RENAME TO "{template()}"')


def renew() -> None:
    """A fresh copy in the place of the one that a test has written to."""
    use("postgres")
    with the_server() as server:
        server.execute(f'DROP DATABASE IF EXISTS "{mine()}" WITH (FORCE)')
        server.execute(f'CREATE DATABASE "{mine()}" TEMPLATE "{template()}"')
    use(mine())


def end() -> None:
    """Take the copy away."""
    use("postgres")
    with the_server() as server:
        server.execute(f'DROP DATABASE IF EXISTS "{mine()}" WITH (FORCE)')


def names(server: psycopg.Cursor) -> set[str]:
    """The databases of this checkout."""
    server.execute("SELECT datname FROM pg_database WHERE starts_with(datname, %s)", [PREFIX])
    return {name for (name,) in server.fetchall()}


def tidy(server: psycopg.Cursor, existing: set[str]) -> None:
    """Take away templates of other migrations, and copies whose process was killed."""
    for name in sorted(existing - {template()}):
        kind, _, rest = name.removeprefix(f"{PREFIX}_").partition("_")
        if kind == "template" or (kind == "run" and not is_alive(int(rest))):
            server.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')


def is_alive(process: int) -> bool:
    """Whether the process that made a copy still runs."""
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
