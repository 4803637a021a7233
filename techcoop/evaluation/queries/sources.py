"""From where the records of a review come, and of when the newest is."""

from datetime import UTC, datetime, time

from django.db.models import Max, Q

from techcoop.accountability.models import Instrument
from techcoop.delivery.models import Activity
from techcoop.documents.models import Source
from techcoop.evaluation.models import Evaluation, EvaluationRecommendation
from techcoop.evaluation.queries.period import Period
from techcoop.intake.models import Import
from techcoop.journal.models import Entry
from techcoop.projects.models import Project
from techcoop.requests.models import StateRequest

# An act on one of these may change what a review says; asking for a review, or reading, changes nothing.
TOLD = (Project, Activity, StateRequest, Evaluation, EvaluationRecommendation)
TAKEN_IN = Q(thing_kind=Import._meta.label_lower, act="apply")


def newest_record(period: Period) -> datetime:
    """When records were last written or taken in; without any, the last day of the period."""
    told = Q(thing_kind__in=[one._meta.label_lower for one in TOLD])
    newest = Entry.objects.filter(told | TAKEN_IN).aggregate(newest=Max("at"))["newest"]
    retrieved = Source.objects.aggregate(newest=Max("retrieved_on"))["newest"]
    known = [newest] if newest else []
    if retrieved:
        known.append(datetime.combine(retrieved, time(), UTC))
    return max(known, default=datetime(period.last, 12, 31, tzinfo=UTC))


def sources() -> tuple[Source, ...]:
    """Every source from which records were taken, oldest first."""
    return tuple(Source.objects.order_by("retrieved_on", "pk"))


def instruments() -> tuple[Instrument, ...]:
    """The instruments whose status is followed."""
    return tuple(Instrument.objects.order_by("position"))
