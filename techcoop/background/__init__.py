"""Work in the background: ordered, going on, or interrupted; the lock of a killed worker is gone with it."""

from dataclasses import dataclass

from django.db import connection


@dataclass(frozen=True)
class Work:
    """What the worker has to do with a thing, and whether it does."""

    is_due: bool
    is_queued: bool
    is_going_on: bool

    @property
    def was_interrupted(self) -> bool:
        """Work that is due, not ordered any more and not going on was killed; it left nothing behind."""
        return self.is_due and not (self.is_queued or self.is_going_on)


@dataclass(frozen=True)
class Piece:
    """The work on one thing: which tasks it is ordered by, and the lock that whoever does it holds."""

    tasks: str
    argument: str
    lock: int
    key: int

    def take(self) -> bool:
        """Hold the lock until the transaction ends, unless somebody else holds it."""
        return _answer("SELECT pg_try_advisory_xact_lock(%s, %s)", self.lock, self.key)

    def is_going_on(self) -> bool:
        """Whether a worker holds it right now; a killed worker's lock is gone with it."""
        return _answer(
            "SELECT EXISTS (SELECT FROM pg_locks WHERE locktype = 'advisory' AND classid = %s"
            " AND objid = %s AND pid <> pg_backend_pid()"
            " AND database = (SELECT oid FROM pg_database WHERE datname = current_database()))",
            self.lock,
            self.key,
        )

    def is_queued(self) -> bool:
        """Whether it is ordered, and waits or was just taken by a worker that is alive."""
        return _answer(
            "SELECT EXISTS (SELECT FROM procrastinate_jobs AS job WHERE (status = 'todo' OR status = 'doing'"
            " AND EXISTS (SELECT FROM procrastinate_workers AS worker WHERE worker.id = job.worker_id"
            " AND worker.last_heartbeat > now() - interval '30 seconds'))"
            " AND starts_with(task_name, %s) AND (args->>%s)::bigint = %s)",
            self.tasks,
            self.argument,
            self.key,
        )


def _answer(question: str, *values: str | int) -> bool:
    with connection.cursor() as cursor:
        cursor.execute(question, values)
        return bool(cursor.fetchone()[0])
