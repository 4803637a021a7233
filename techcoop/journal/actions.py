"""Recording acts, and giving out reference numbers."""

import hashlib
import json
from datetime import datetime
from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from techcoop.journal.models import Entry, Series
from techcoop.journal.queries import last_edit


class ChangedMeanwhile(ValidationError):
    """Somebody else has changed what a thing says since it was last looked at."""


def record(
    act: str,
    thing: models.Model,
    *,
    by: AbstractBaseUser,
    at: datetime,
    why: str = "",
    details: dict[str, Any] | None = None,
) -> Entry:
    """Write one act into the journal; the caller has locked the thing, so its history stays in order."""
    last = (
        Entry.objects.filter(thing_kind=thing._meta.label_lower, thing_id=thing.pk)
        .order_by("-number")
        .first()
    )
    entry = Entry(
        at=at,
        by_id=by.pk,
        act=act,
        thing_kind=thing._meta.label_lower,
        thing_id=thing.pk,
        thing_name=str(thing)[:300],
        number=last.number + 1 if last else 1,
        status=getattr(thing, "status", ""),
        why=why,
        details=details or {},
        previous=last.seal if last else "",
    )
    entry.seal = seal_of(entry)
    entry.save(force_insert=True)
    return entry


def require_unchanged(thing: models.Model, *, since: int, part: str = "") -> None:
    """Refuse to write over what somebody changed after that act; the caller has locked the thing."""
    latest = last_edit(thing, part=part)
    if latest.number != since:
        sentence = _("%(who)s has saved this at the same moment. Save once more to see both.")
        raise ChangedMeanwhile(sentence % {"who": latest.by})


def seal_of(entry: Entry) -> str:
    """The seal: a digest of the entry and of the seal before it, so that no line can change unseen."""
    content = {
        "at": entry.at.astimezone(timezone.get_fixed_timezone(0)).isoformat(),
        "by": entry.by_id,
        "act": entry.act,
        "thing": [entry.thing_kind, entry.thing_id, entry.thing_name],
        "number": entry.number,
        "status": str(entry.status),
        "why": entry.why,
        "details": entry.details,
        "previous": entry.previous,
    }
    text = json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


@transaction.atomic
def next_number(series: str) -> int:
    """The next number of a series; whoever asks second waits, so numbers have neither gap nor double."""
    Series.objects.get_or_create(name=series)
    line = Series.objects.select_for_update().get(name=series)
    line.last += 1
    line.save(update_fields=["last"])
    return line.last
