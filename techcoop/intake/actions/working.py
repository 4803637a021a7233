"""The work on a file: reading, comparing, and writing all of it or nothing."""

from collections import Counter
from collections.abc import Callable
from datetime import datetime
from typing import BinaryIO, cast

import pghistory
from django.core.files.storage import default_storage
from django.db import connection, transaction
from django.utils.translation import gettext as _

from techcoop.documents.models import Source
from techcoop.intake.actions.lines import keep_lines
from techcoop.intake.models import Import
from techcoop.intake.policies import may_import
from techcoop.intake.queries import KIND_LOCK, kinds, work_of
from techcoop.intake.statuses import LIFECYCLE
from techcoop.journal.actions import record
from techcoop.people.models import User
from techcoop.people.policies import require
from techcoop.sheets.kinds import Origin, Verdict
from techcoop.sheets.reading import open_list
from techcoop.sheets.staging import stage, write

Progress = Callable[[float], None]


def unseen(share: float) -> None:
    """Progress that nobody watches."""


@transaction.atomic
def preview(record_import: Import, *, by: User, at: datetime, progress: Progress = unseen) -> Import:
    """Compare the file with what is there and say what it would do; nothing is written."""
    record_import = _taken(record_import, act="preview", by=by)
    with default_storage.open(record_import.stored_as) as file:
        _stage(record_import, cast("BinaryIO", file), origin=_origin(record_import), progress=progress)
    record_import.move("preview")
    record_import.save()
    record("preview", record_import, by=by, at=at, details=record_import.counts)
    return record_import


@transaction.atomic
def apply(record_import: Import, *, by: User, at: datetime, progress: Progress = unseen) -> Import:
    """Write what the file brings, all of it or nothing, compared anew with what is there by now."""
    record_import = _taken(record_import, act="apply", by=by)
    source = _source(record_import)
    origin = _origin(record_import, source_id=source.pk)
    with default_storage.open(record_import.stored_as) as file:
        counts = _stage(record_import, cast("BinaryIO", file), origin=origin, progress=progress)
    kind = kinds()[record_import.kind]
    if counts[Verdict.CREATE] or counts[Verdict.CHANGE] or origin.options or kind.confirms:
        with pghistory.context(user=by.pk, record_import=record_import.pk):
            write(kind, origin=origin)
    record_import.move("apply")
    record_import.applied_at = at
    record_import.save()
    record("apply", record_import, by=by, at=at, details=record_import.counts)
    return record_import


def _taken(record_import: Import, *, act: str, by: User) -> Import:
    """Lock the file for this worker, and files of the same kind behind one another."""
    require(work_of(record_import).take(), _("The work on this file is going on."))
    record_import = Import.objects.select_for_update(no_key=True).get(pk=record_import.pk)
    require(may_import(by, record_import.kind))
    LIFECYCLE.after(record_import.status, act)
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s, hashtext(%s))", [KIND_LOCK, record_import.kind])
    return record_import


def _stage(record_import: Import, file: BinaryIO, *, origin: Origin, progress: Progress) -> Counter[str]:
    kind = kinds()[record_import.kind]
    opened = open_list(file)
    counts = stage(kind, opened, origin=origin, progress=progress)
    record_import.headings = list(opened.headings)
    record_import.notes = [note.as_json() for note in opened.notes]
    record_import.to_create, record_import.to_change = counts[Verdict.CREATE], counts[Verdict.CHANGE]
    record_import.to_skip, record_import.to_refuse = counts[Verdict.SKIP], counts[Verdict.REFUSE]
    keep_lines(record_import, file)
    progress(1.0)
    return counts


def _origin(record_import: Import, *, source_id: int | None = None) -> Origin:
    return Origin(
        title=record_import.title,
        retrieved_on=record_import.retrieved_on,
        file_name=record_import.file_name,
        digest=record_import.digest,
        language=record_import.language,
        options=record_import.options,
        source_id=source_id,
    )


def _source(record_import: Import) -> Source:
    """Where the records come from; the same file retrieved again is another source."""
    source, _made = Source.objects.get_or_create(
        digest=record_import.digest,
        title=record_import.title,
        publisher=record_import.publisher,
        retrieved_on=record_import.retrieved_on,
        defaults={"file_name": record_import.file_name},
    )
    return source
