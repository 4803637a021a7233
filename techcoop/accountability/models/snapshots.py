"""For what a State accounted on a day, frozen: nothing that comes later changes it."""

import hashlib
import json
from typing import Any

import pgtrigger
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from techcoop.atlas.models import State

FROZEN = "a snapshot of accountability is never changed"


class SnapshotOccasion(models.TextChoices):
    """On which occasions the account of a State is frozen."""

    REGISTRATION = "registration", _("Registration of a request")
    APPROVAL = "approval", _("Approval of a project")
    ANNUAL_REPORT = "annual_report", _("Annual report")
    CLOSURE = "closure", _("Closure of a project")


def digest_of(facts: dict[str, Any]) -> str:
    """The SHA-256 of the facts in canonical JSON: keys in order, no spaces, UTF-8."""
    text = json.dumps(facts, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


class SnapshotQuerySet(models.QuerySet["AccountabilitySnapshot"]):
    """Words about snapshots."""

    def of(self, thing: models.Model) -> "SnapshotQuerySet":
        """Those that were taken for a thing, the first first."""
        mine = self.filter(thing_kind=thing._meta.label_lower, thing_id=thing.pk)
        return mine.select_related("state").order_by("taken_at", "state__sort_key", "pk")


class AccountabilitySnapshot(models.Model):
    """The account of one State as it was when something was decided about assistance to it."""

    state = models.ForeignKey(
        State, models.PROTECT, related_name="+", verbose_name=pgettext_lazy("country", "State")
    )
    taken_at = models.DateTimeField(_("taken at"))
    occasion = models.CharField(_("occasion"), max_length=20, choices=SnapshotOccasion)
    facts = models.JSONField(_("facts"))
    digest = models.CharField(_("SHA-256 of the facts"), max_length=64)
    thing_kind = models.CharField(_("kind of the thing"), max_length=80)
    thing_id = models.BigIntegerField(_("key of the thing"))

    objects = SnapshotQuerySet.as_manager()

    class Meta:
        verbose_name = _("snapshot of accountability")
        verbose_name_plural = _("snapshots of accountability")
        ordering = ("-taken_at", "pk")
        indexes = [models.Index(fields=["thing_kind", "thing_id"], name="snapshot_of_a_thing")]
        constraints = [
            models.UniqueConstraint(
                fields=["thing_kind", "thing_id", "occasion", "state", "taken_at"],
                name="a_state_is_frozen_once_on_an_occasion",
            ),
        ]
        triggers = [
            pgtrigger.Trigger(
                name="a_snapshot_is_never_changed",
                when=pgtrigger.Before,
                operation=pgtrigger.Update | pgtrigger.Delete | pgtrigger.Truncate,
                level=pgtrigger.Statement,
                func=f"RAISE EXCEPTION '{FROZEN}';",
            )
        ]

    def __str__(self) -> str:
        return f"{self.state}, {self.taken_at:%Y-%m-%d}"

    @property
    def is_whole(self) -> bool:
        """Whether the facts are those that were frozen."""
        return digest_of(self.facts) == self.digest
