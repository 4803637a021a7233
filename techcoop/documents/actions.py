"""Keeping papers, and reading the protected ones."""

import hashlib
import re
import unicodedata
import uuid
from dataclasses import dataclass, field
from datetime import datetime

from django.core.files.base import ContentFile
from django.db import models, transaction

from techcoop.documents import store
from techcoop.documents.kinds import FileKind, kind_of
from techcoop.documents.models import Classification, Document
from techcoop.documents.policies import may_read
from techcoop.journal.actions import record
from techcoop.people.models import User
from techcoop.people.policies import made_before, require

# ST/SGB/2007/6: a class is looked at again after twenty years (GK).
YEARS_UNTIL_REVIEW = 20
LONGEST_NAME = 150


@dataclass(frozen=True)
class Paper:
    """A paper that is handed in: its bytes and what is said of it."""

    title: str
    file_name: str
    content: bytes
    classification: str = Classification.UNCLASSIFIED
    language: str = ""
    submission: uuid.UUID = field(default_factory=uuid.uuid4)


@transaction.atomic
def keep(paper: Paper, *, of: models.Model, by: User, at: datetime) -> Document:
    """Keep a paper with the thing it belongs to; the caller has asked whether the person may."""
    kind = kind_of(paper.content)
    today = at.date()
    document = Document.objects.create(
        title=paper.title[:300],
        file_name=safe_name(paper.file_name, kind),
        media_type=kind.media_type,
        size_bytes=len(paper.content),
        digest=hashlib.sha256(paper.content).hexdigest(),
        stored_as=_store(paper),
        language=paper.language,
        classification=paper.classification,
        classified_by=by,
        classified_on=today,
        review_on=today.replace(year=today.year + YEARS_UNTIL_REVIEW, day=min(today.day, 28)),
        added_by=by,
        added_at=at,
        submission=paper.submission,
        thing_kind=of._meta.label_lower,
        thing_id=of.pk,
    )
    record("keep", document, by=by, at=at, details={"of": f"{document.thing_kind} {of.pk}"})
    return document


@transaction.atomic
def attach(paper: Paper, *, to: models.Model, by: User, at: datetime) -> Document:
    """Add a paper to a thing; the caller has locked the thing, and has asked whether the person may."""
    thing = {"thing_kind": to._meta.label_lower, "thing_id": to.pk}
    if made := made_before(Document, paper.submission, added_by_id=by.pk, **thing):
        return made
    document = keep(paper, of=to, by=by, at=at)
    # The history is read by people who are not cleared for the paper: they learn that there is one.
    is_open = document.classification == Classification.UNCLASSIFIED
    details = {"document": document.pk} | ({"title": document.title} if is_open else {})
    record("attach", to, by=by, at=at, details=details)
    return document


@transaction.atomic
def hand_over(*, of: models.Model, to: models.Model, by: User, at: datetime) -> list[Document]:
    """Pass the papers of a thing to what became of it; the caller has asked whether the person may."""
    papers = list(Document.objects.of(of).select_for_update())
    for paper in papers:
        paper.thing_kind, paper.thing_id = to._meta.label_lower, to.pk
        paper.save(update_fields=["thing_kind", "thing_id"])
        record("hand over", paper, by=by, at=at, details={"to": f"{paper.thing_kind} {to.pk}"})
    return papers


@transaction.atomic
def take_out(document: Document, *, by: User, at: datetime) -> None:
    """Take a paper out again from what is only a draft; the caller has asked whether the person may."""
    document = Document.objects.select_for_update().get(pk=document.pk)
    record("take out", document, by=by, at=at, details={"of": f"{document.thing_kind} {document.thing_id}"})
    document.delete()


@transaction.atomic
def read(document: Document, *, by: User, at: datetime) -> bytes:
    """Open a paper whose every reading is recorded."""
    document = Document.objects.select_for_update().get(pk=document.pk)
    require(may_read(by, document))
    record("read", document, by=by, at=at)
    return store.content_of(document)


def safe_name(name: str, kind: FileKind) -> str:
    """A file name without folders, control characters or changes of direction, with an honest ending."""
    name = re.split(r"[\\/]", name)[-1]
    name = "".join(one for one in unicodedata.normalize("NFC", name) if unicodedata.category(one)[0] != "C")
    stem = name.rsplit(".", 1)[0].strip(". ")[:LONGEST_NAME]
    return (stem or "document") + kind.ending


def _store(paper: Paper) -> str:
    """Write the bytes under their own digest, or sealed under a name that says nothing."""
    if paper.classification == Classification.STRICTLY_CONFIDENTIAL:
        return store.seal(f"sealed/{uuid.uuid4().hex}", paper.content)
    digest = hashlib.sha256(paper.content).hexdigest()
    # The same bytes are kept once; a file without a row, left by a crash, is found again here.
    return store.keep(f"{digest[:2]}/{digest}", ContentFile(paper.content), digest)
