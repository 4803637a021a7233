"""The account of States as plain facts that can be frozen."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from django.apps import apps
from django.db.models import Func, JSONField, QuerySet

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
# Which recommendations they were: to the key in its source what the State said to each, and a digest of its
# text in each language. Snapshots of before hold the keys alone, and the oldest ones the numbers only.
WHICH = "which"
POSITION, TEXTS = "position", "texts"
DIGESTS = (
    "(SELECT coalesce(jsonb_object_agg(key, encode(sha256(convert_to(value, 'UTF8')), 'hex')), '{}') "
    "FROM jsonb_each_text(%(expressions)s))"
)
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
    for state_id, mechanism, key, position, texts in _recommendations(by_key):
        none = {"count": 0, Position.SUPPORTED.value: 0, Position.NOTED.value: 0, WHICH: {}}
        counts = found[state_id].setdefault(RECOMMENDATIONS, {}).setdefault(mechanism, none)
        counts["count"] += 1
        if position in counts:
            counts[position] += 1
        counts[WHICH][key] = {POSITION: position, TEXTS: texts}
    return {by_key[key]: facts for key, facts in found.items()}


def _sections() -> Iterator[tuple[str, QuerySet[Any], tuple[str, ...], tuple[str, ...]]]:
    """Each kind of fact: its rows, what tells one from another, and what they say."""
    yield "treatystatus", TreatyStatus.objects.all(), ("instrument__code",), ("standing", "year", "note")
    due = DueReport.objects.filter(status__in=TO_COME)
    yield "duereport", due, ("instrument__code", "serial"), ("due_on", "rule", "status")
    for model in fact_models():
        key = tuple(CODES.get(one, one) for one in model.KEY)
        yield str(model._meta.model_name), model._default_manager.all(), key, model.said()


def _recommendations(state_ids: Iterable[int]) -> QuerySet[Any, Any]:
    """Each recommendation of each mechanism: what the State said to it, and the digests of its texts."""
    rows = Recommendation.objects.filter(state__in=list(state_ids), withdrawn_on=None)
    digests = Func("texts", template=DIGESTS, output_field=JSONField())
    return rows.order_by().values_list("state_id", "mechanism__code", "source_key", "upr_position", digests)


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value


def snapshots_visible_to(user: User) -> QuerySet[AccountabilitySnapshot]:
    """Those of things that the person may see: a member of one project sees those of this project."""
    rows = AccountabilitySnapshot.objects.filter(with_what_is_seen(user)).select_related("state")
    return rows if user.can(Permission.SEE_ACCOUNTABILITY) else rows.none()
