"""What all facts of accountability share: a State, a source, days that may be known by their year only."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import Func, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from techcoop.accountability.models.facts import only_importers_write
from techcoop.atlas.models import State
from techcoop.documents.models import Source

# A day as far as it is known: 1976, 1976-03 or 1976-03-23; nothing before the Universal Declaration.
SENSIBLE_DAY = r"^(19(4[89]|[5-9][0-9])|2[0-9]{3})(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$"


def known_day(label: Any) -> "models.CharField[str, str]":
    """A day that may be known by its year, or year and month, only; empty where it is not known."""
    return models.CharField(label, max_length=10, blank=True)


def sensible_days(name: str, *fields: str) -> models.CheckConstraint:
    """The days of a fact are days, and not before the Universal Declaration of 1948."""
    condition = Q()
    for field in fields:
        condition &= Q(**{field: ""}) | Q(**{f"{field}__regex": SENSIBLE_DAY})
    return models.CheckConstraint(condition=condition, name=name)


def once(name: str, *key: str) -> models.UniqueConstraint:
    """A fact stands once for a State."""
    return models.UniqueConstraint(fields=["state", *key], name=name)


class LatestDay(Func):
    """The last day that a day known in part can be: what is unclear is never counted against a State."""

    output_field = models.DateField()
    function = "accountability_latest_day"


class Fact(models.Model):
    """Something of a State's account, as a source gives it; only imports of such sources write it."""

    # What tells one fact of a State from another, and stays when the source corrects the rest.
    KEY: ClassVar[tuple[str, ...]] = ()

    state = models.ForeignKey(
        State, models.PROTECT, related_name="+", verbose_name=pgettext_lazy("country", "State")
    )
    source = models.ForeignKey(Source, models.PROTECT, related_name="+", verbose_name=_("source"))

    class Meta:
        abstract = True
        triggers = [only_importers_write("only_importers_write")]

    @classmethod
    def said(cls) -> tuple[str, ...]:
        """The columns that say something of the fact, without its State, its source and its key."""
        apart = {"id", "state_id", "source_id", *cls.KEY}
        return tuple(one.attname for one in cls._meta.concrete_fields if one.attname not in apart)
