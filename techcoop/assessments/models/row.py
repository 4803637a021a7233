"""What every row of a table of an assessment has."""

import uuid
from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _


class Row(models.Model):
    """One row of a table of an assessment, written by several people at once without loss."""

    # What acts on it are called, and the fields that people write.
    NOUN: ClassVar[str]
    WRITTEN: ClassVar[tuple[str, ...]]
    SEALED: ClassVar[tuple[str, ...]] = ()

    submission = models.UUIDField(_("key of the submitted form"), unique=True, default=uuid.uuid4)

    class Meta:
        abstract = True

    @property
    def part(self) -> str:
        """What the journal calls this part of the assessment."""
        return f"{self.NOUN} {self.pk}"
