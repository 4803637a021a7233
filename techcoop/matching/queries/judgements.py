"""What people said to proposals, thing by thing and in all."""

from dataclasses import dataclass

from django.apps import apps
from django.db.models import Avg, Count, Model, Q, QuerySet

from techcoop.matching.models import Judgement, Verdict


@dataclass(frozen=True)
class Judged:
    """How often people agreed with what was proposed for one kind of thing."""

    thing_kind: str
    confirmed: int
    refused: int
    confidence_of_confirmed: float | None
    confidence_of_refused: float | None

    @property
    def kind_name(self) -> str:
        """What the things are called."""
        return str(apps.get_model(self.thing_kind)._meta.verbose_name_plural)

    @property
    def share_confirmed(self) -> float:
        """Of those judged, how many were confirmed, in per cent."""
        return 100 * self.confirmed / (self.confirmed + self.refused)


def judged_for(thing: Model, verdict: Verdict) -> QuerySet[Judgement]:
    """The judgements of this kind about one thing, the newest first."""
    of_thing = Judgement.objects.filter(thing_kind=thing._meta.label_lower, thing_id=thing.pk)
    found = of_thing.filter(verdict=verdict).select_related("recommendation__mechanism", "judged_by")
    return found.defer("recommendation__search").order_by("-judged_at")


def record_of_the_matcher() -> list[Judged]:
    """How good the proposals are, by kind of thing; one query."""
    confirmed, refused = Q(verdict=Verdict.CONFIRMED), Q(verdict=Verdict.REFUSED)
    counted = Judgement.objects.filter(confidence__isnull=False).order_by("thing_kind").values("thing_kind")
    return [
        Judged(**row)
        for row in counted.annotate(
            confirmed=Count("pk", filter=confirmed),
            refused=Count("pk", filter=refused),
            confidence_of_confirmed=Avg("confidence", filter=confirmed),
            confidence_of_refused=Avg("confidence", filter=refused),
        )
    ]
