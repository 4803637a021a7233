"""./tcp audit: whether every seal of the journal still holds."""

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from techcoop.journal.actions import seal_of
from techcoop.journal.models import Entry
from techcoop.journal.queries import in_order


class Command(BaseCommand):
    """Reads the journal history by history, and stops at the first entry that is not what was written."""

    help = "Verify the seals of the journal."

    @transaction.atomic
    def handle(self, *args: object, **options: object) -> None:
        last, entries = None, 0
        for entry in in_order():
            if fault := what_is_wrong(entry, after=last):
                raise CommandError(description(entry, fault))
            last, entries = entry, entries + 1
        text = ngettext("%(count)d entry: its seal holds.", "%(count)d entries: every seal holds.", entries)
        self.stdout.write(text % {"count": entries})


def what_is_wrong(entry: Entry, *, after: Entry | None) -> str:
    """Why this entry cannot stand after the one before it; nothing when it can."""
    same = after is not None and (after.thing_kind, after.thing_id) == (entry.thing_kind, entry.thing_id)
    number, seal = (after.number + 1, after.seal) if after and same else (1, "")
    if entry.number != number:
        return _("entry %(number)d of this history is missing") % {"number": number}
    if entry.previous != seal:
        return _("it does not carry the seal of the entry before it")
    if entry.seal != seal_of(entry):
        return _("its seal does not fit what it says")
    return ""


def description(entry: Entry, fault: str) -> str:
    """Which entry it is, in words."""
    return _("%(thing)s (%(kind)s %(key)d), entry %(number)d, “%(act)s” at %(at)s: %(fault)s.") % {
        "thing": entry.thing_name,
        "kind": entry.thing_kind,
        "key": entry.thing_id,
        "number": entry.number,
        "act": entry.act,
        "at": entry.at.isoformat(),
        "fault": fault,
    }
