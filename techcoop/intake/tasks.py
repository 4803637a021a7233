"""What the worker does with files in the background."""

from collections.abc import Callable
from time import monotonic

from django.db import connections
from django.utils import timezone
from django.utils.translation import gettext_noop
from procrastinate.contrib.django import app as worker

from techcoop.intake import actions
from techcoop.intake.models import Import, ImportProgress
from techcoop.lifecycle import MoveNotAllowed
from techcoop.people.models import User
from techcoop.sheets.errors import Reason, Unreadable

UNEXPECTED = gettext_noop(
    "Something unexpected stopped the work; nothing was written. Start again, or report it."
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
    except Unreadable as error:
        actions.fail(record_import, by=by, at=timezone.now(), reason=error.reason, row=error.row)
    except Exception:
        actions.fail(record_import, by=by, at=timezone.now(), reason=Reason(UNEXPECTED))
        raise


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
