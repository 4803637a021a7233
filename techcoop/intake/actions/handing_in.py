"""Handing in a file, confirming what it would do, and giving it up."""

import hashlib
import re
import unicodedata
import uuid
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import BinaryIO

from django.core.exceptions import ValidationError
from django.core.files import File
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from procrastinate.contrib.django import app as worker

from techcoop.documents import store
from techcoop.intake.models import Import, ImportProgress
from techcoop.intake.policies import may_import, may_say_why_not
from techcoop.intake.queries import kinds, work_of
from techcoop.intake.statuses import ImportStatus
from techcoop.journal.actions import record
from techcoop.people.models import User
from techcoop.people.policies import made_before, require
from techcoop.sheets.errors import Reason

NEEDS_ORIGIN = gettext_lazy("Facts for which a State accounts name the list and its publisher.")
# What the worker does next while the import has this status.
WORK = {
    ImportStatus.UPLOADED.value: "techcoop.intake.preview",
    ImportStatus.CONFIRMED.value: "techcoop.intake.apply",
}


@dataclass(frozen=True)
class Upload:
    """A file that is handed in, and what is said of it."""

    kind: str
    file: BinaryIO
    file_name: str
    retrieved_on: date
    title: str = ""
    publisher: str = ""
    language: str = "en"
    options: dict[str, str] = field(default_factory=dict)
    submission: uuid.UUID = field(default_factory=uuid.uuid4)


@transaction.atomic
def upload(handed_in: Upload, *, by: User, at: datetime, order_work: bool = True) -> Import:
    """Hand in a file; it will be compared with what is there, and nothing is written yet."""
    require(may_import(by, handed_in.kind))
    _needs_origin(handed_in, by=by)
    # A double click is one person's: their own row makes the second wait for the first.
    User.objects.select_for_update(no_key=True).get(pk=by.pk)
    if made := made_before(Import, handed_in.submission, uploaded_by_id=by.pk):
        return made
    file_name = _bare_name(handed_in.file_name)
    stored_as, digest, size = _store(handed_in.file)
    record_import = Import.objects.create(
        kind=handed_in.kind,
        file_name=file_name,
        stored_as=stored_as,
        digest=digest,
        size_bytes=size,
        title=(handed_in.title or file_name)[:300],
        publisher=handed_in.publisher[:200],
        retrieved_on=handed_in.retrieved_on,
        language=handed_in.language,
        options=handed_in.options,
        uploaded_by=by,
        uploaded_at=at,
        submission=handed_in.submission,
    )
    ImportProgress.objects.create(record_import=record_import)
    record("upload", record_import, by=by, at=at, details={"kind": record_import.kind, "digest": digest})
    if order_work:
        _order(record_import, by=by)
    return record_import


@transaction.atomic
def confirm(record_import: Import, *, by: User, at: datetime, order_work: bool = True) -> Import:
    """Agree to what the preview shows; the worker then writes it in one go."""
    record_import = _locked(record_import)
    require(may_import(by, record_import.kind))
    record_import.move("confirm")
    record_import.confirmed_by = by
    record_import.save(update_fields=["status", "confirmed_by"])
    record("confirm", record_import, by=by, at=at, details=record_import.counts)
    if order_work:
        _order(record_import, by=by)
    return record_import


@transaction.atomic
def start_again(record_import: Import, *, by: User, at: datetime) -> Import:
    """Do work again that was interrupted or failed; asked twice, it is ordered once."""
    record_import = _locked(record_import)
    require(may_import(by, record_import.kind))
    work = work_of(record_import)
    if work.is_queued():
        return record_import
    require(not work.is_going_on(), _("The work on this file is going on."))
    record_import.move("start again")
    record_import.error = {}
    record_import.save(update_fields=["status", "error"])
    record("start again", record_import, by=by, at=at)
    _order(record_import, by=by)
    return record_import


@transaction.atomic
def abandon(record_import: Import, *, by: User, at: datetime, why: str = "") -> Import:
    """Give a file up; nothing of it is written."""
    record_import = _locked(record_import)
    require(may_import(by, record_import.kind))
    require(not work_of(record_import).is_going_on(), _("The work on this file is going on."))
    record_import.move("abandon")
    record_import.save(update_fields=["status"])
    record("abandon", record_import, by=by, at=at, why=why)
    return record_import


@transaction.atomic
def fail(record_import: Import, *, by: User, at: datetime, reason: Reason, row: int = 0) -> Import:
    """Say why a file could not be taken in; nothing of it was written."""
    record_import = _locked(record_import)
    require(may_say_why_not(by, record_import.kind))
    record_import.move("fail")
    record_import.error = {**reason.as_json(), "row": row}
    record_import.save(update_fields=["status", "error"])
    record("fail", record_import, by=by, at=at, why=str(reason))
    return record_import


def _needs_origin(handed_in: Upload, *, by: User) -> None:
    """What a State accounts for names its list and who published it; the operator's files name themselves."""
    if by.is_machine or not kinds()[handed_in.kind].is_of_the_account:
        return
    named = {"title": handed_in.title, "publisher": handed_in.publisher}
    if missing := [name for name, said in named.items() if not said.strip()]:
        raise ValidationError(dict.fromkeys(missing, NEEDS_ORIGIN))


def _locked(record_import: Import) -> Import:
    return Import.objects.select_for_update(no_key=True).get(pk=record_import.pk)


def _order(record_import: Import, *, by: User) -> None:
    """Queue the next piece of work, in the same transaction."""
    task = worker.configure_task(WORK[record_import.status])
    task.defer(import_id=record_import.pk, by_id=by.pk)


def _bare_name(name: str) -> str:
    """The name without folders, control characters and changes of direction."""
    bare = re.split(r"[\\/]", name)[-1]
    kept = "".join(one for one in unicodedata.normalize("NFC", bare) if unicodedata.category(one)[0] != "C")
    return kept.strip()[-200:] or "list"


def _store(file: BinaryIO) -> tuple[str, str, int]:
    """Keep the bytes under their own digest; the same bytes are kept once."""
    digest, size = hashlib.sha256(), 0
    file.seek(0)
    while piece := file.read(1 << 20):
        digest.update(piece)
        size += len(piece)
    name = f"imports/{digest.hexdigest()[:2]}/{digest.hexdigest()}"
    file.seek(0)
    return store.keep(name, File(file), digest.hexdigest()), digest.hexdigest(), size
