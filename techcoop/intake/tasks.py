"""What the worker does with files in the background."""

from collections.abc import Callable
from contextlib import suppress
from time import monotonic

from django.core.exceptions import PermissionDenied
from django.db import connections
from django.utils import timezone
from django.utils.translation import gettext_noop
from procrastinate.contrib.django import app as worker

from techcoop.intake import actions
from techcoop.intake.models import Import, ImportProgress
from techcoop.intake.policies import may_import
from techcoop.lifecycle import MoveNotAllowed
from techcoop.people.models import User
from techcoop.people.queries import the_machine
from techcoop.sheets.errors import Reason, Unreadable

UNEXPECTED = gettext_noop(
    "Something unexpected stopped the work; nothing was written. Start again, or report it."
)
NO_LONGER = gettext_noop(
    "Whoever ordered the work may no longer take records in; nothing was written. Start again."
)
SECONDS_BETWEEN_SIGNS = 0.5


@worker.task(name="techcoop.intake.preview", queue="imports")
def preview(import_id: int, by_id: int) -> None:
    """Compare a file with what is there."""
    _work(actions.preview, import_id, by_id)


@worker.task(name="techcoop.intake.apply", queue="imports")
def apply(import_id: int, by_id: int) -> None:
    """Write what a confirmed file brings."""
    _work(actions.apply, import_id, by_id)


def _work(act: Callable[..., Import], import_id: int, by_id: int) -> None:
    record_import = Import.objects.get(pk=import_id)
    by = User.objects.get(pk=by_id)
    try:
        act(record_import, by=by, at=timezone.now(), progress=Signs(record_import))
    except MoveNotAllowed:
        # Somebody gave the file up, or the same work was ordered twice: there is nothing to do.
        return
    except PermissionDenied:
        # Whoever still may was turned away by the worker that has the file, and that one reports.
        if not may_import(by, record_import.kind):
            _fail(record_import, Reason(NO_LONGER), by=the_machine())
    except Unreadable as error:
        _fail(record_import, error.reason, by=by, row=error.row)
    except Exception:
        _fail(record_import, Reason(UNEXPECTED), by=by)
        raise


def _fail(record_import: Import, reason: Reason, *, by: User, row: int = 0) -> None:
    """Write the reason down, unless the file was given up or another worker has ended the work meanwhile."""
    with suppress(MoveNotAllowed):
        actions.fail(record_import, by=by, at=timezone.now(), reason=reason, row=row)


class Signs:
    """Writes down how far the work has come, on a connection of its own, so that pages see it."""

    def __init__(self, record_import: Import) -> None:
        self.record_import, self.last = record_import, 0.0

    def __call__(self, share: float) -> None:
        if monotonic() - self.last < SECONDS_BETWEEN_SIGNS and share < 1:
            return
        self.last = monotonic()
        beside = connections.create_connection("default")
        try:
            with beside.cursor() as cursor:
                cursor.execute(
                    f"UPDATE {ImportProgress._meta.db_table} SET share = %s, at = now()"  # noqa: S608
                    " WHERE record_import_id = %s",
                    [share, self.record_import.pk],
                )
        finally:
            beside.close()
