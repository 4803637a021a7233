"""From where the records of a review come, and of when the newest is."""

from datetime import UTC, datetime, time

from django.db.models import Max

from techcoop.accountability.models import Instrument
from techcoop.delivery.models import Activity
from techcoop.documents.models import Source
from techcoop.evaluation.models import Evaluation
from techcoop.evaluation.queries.period import Period
from techcoop.projects.models import Project
from techcoop.requests.models import StateRequest


def newest_record(period: Period) -> datetime:
    """When the newest record was made or moved; with no record at all, the last day of the period."""
    moved = [
        model.objects.aggregate(newest=Max("status_since"))["newest"]
        for model in (Project, Activity, StateRequest, Evaluation)
    ]
    retrieved = Source.objects.aggregate(newest=Max("retrieved_on"))["newest"]
    known = [one for one in moved if one]
    if retrieved:
        known.append(datetime.combine(retrieved, time(), UTC))
    return max(known, default=datetime(period.last, 12, 31, tzinfo=UTC))


def sources() -> tuple[Source, ...]:
    """Every source from which records were taken, oldest first."""
    return tuple(Source.objects.order_by("retrieved_on", "pk"))


def instruments() -> tuple[Instrument, ...]:
    """The instruments whose status is followed."""
    return tuple(Instrument.objects.order_by("position"))
