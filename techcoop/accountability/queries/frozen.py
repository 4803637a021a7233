"""The account of States as plain facts that can be frozen."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from django.apps import apps
from django.contrib.postgres.aggregates import ArrayAgg
from django.db.models import Count, Q, QuerySet

from techcoop.accountability.models import (
    AccountabilitySnapshot,
    DueReport,
    Fact,
    Position,
    Recommendation,
    TreatyStatus,
)
from techcoop.accountability.queries.accounts import TO_COME
from techcoop.atlas.models import State
from techcoop.documents.policies import with_what_is_seen
from techcoop.people.models import User
from techcoop.people.permissions import Permission

# Section by section, fact by fact, field by field.
Facts = dict[str, dict[str, dict[str, Any]]]
RECOMMENDATIONS = "recommendations"
# Which recommendations they were, by their keys in the sources; snapshots of before do not hold it.
WHICH = "which"
SOURCE = ("source__title", "source__retrieved_on")
# What a fact is called by where it points to something else.
CODES = {"instrument_id": "instrument__code", "mechanism_id": "mechanism__code"}


def fact_models() -> list[type[Fact]]:
    """Every kind of fact that stands for one State."""
    return [one for one in apps.get_app_config("accountability").get_models() if issubclass(one, Fact)]


def facts_about(state_ids: Iterable[int]) -> dict[State, Facts]:
    """Everything that is known of these States now; as many questions as there are kinds of facts."""
    by_key = State.objects.in_bulk(list(state_ids))
    found: dict[int, Facts] = {key: {} for key in by_key}
    for section, rows, key, said in _sections():
        names = (*key, *said, *SOURCE)
        for row in rows.filter(state__in=by_key).values("state_id", *names):
            name = " ".join(str(row[one]) for one in key if row[one] is not None)
            fields = {one.removesuffix("__code"): _plain(row[one]) for one in (*said, *SOURCE)}
            found[row["state_id"]].setdefault(section, {})[name] = fields
    for row in _counted(by_key):
        counts = {one: row[one] for one in ("count", "supported", "noted")} | {WHICH: sorted(row[WHICH])}
        found[row["state_id"]].setdefault(RECOMMENDATIONS, {})[row["mechanism__code"]] = counts
    return {by_key[key]: facts for key, facts in found.items()}


def _sections() -> Iterator[tuple[str, QuerySet[Any], tuple[str, ...], tuple[str, ...]]]:
    """Each kind of fact: its rows, what tells one from another, and what they say."""
    yield "treatystatus", TreatyStatus.objects.all(), ("instrument__code",), ("standing", "year", "note")
    due = DueReport.objects.filter(status__in=TO_COME)
    yield "duereport", due, ("instrument__code", "serial"), ("due_on", "rule", "status")
    for model in fact_models():
        key = tuple(CODES.get(one, one) for one in model.KEY)
        yield str(model._meta.model_name), model._default_manager.all(), key, model.said()


def _counted(state_ids: Iterable[int]) -> QuerySet[Any, Any]:
    """How many recommendations each mechanism made, which ones, and what the State said to the review's."""
    return (
        Recommendation.objects.filter(state__in=list(state_ids), withdrawn_on=None)
        .order_by()
        .values("state_id", "mechanism__code")
        .annotate(
            count=Count("pk"),
            supported=Count("pk", filter=Q(upr_position=Position.SUPPORTED)),
            noted=Count("pk", filter=Q(upr_position=Position.NOTED)),
            **{WHICH: ArrayAgg("source_key")},
        )
    )


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value


def snapshots_visible_to(user: User) -> QuerySet[AccountabilitySnapshot]:
    """Those of things that the person may see: a member of one project sees those of this project."""
    rows = AccountabilitySnapshot.objects.filter(with_what_is_seen(user)).select_related("state")
    return rows if user.can(Permission.SEE_ACCOUNTABILITY) else rows.none()
