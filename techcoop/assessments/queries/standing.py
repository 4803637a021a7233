"""Where a State stood at the outset with its institution and its action plan, with the sources."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.utils.functional import Promise

from techcoop.accountability.models import (
    STAGES,
    Accreditation,
    AccreditationStatus,
    ActionPlan,
    Recommendation,
    TreatyStatus,
)
from techcoop.accountability.queries import institutions, periods
from techcoop.documents.models import Source
from techcoop.requests.models import StateRequest


@dataclass(frozen=True)
class SourceNamed:
    """Where something was read, and when it was retrieved."""

    title: str
    retrieved_on: date


@dataclass(frozen=True)
class InstitutionThen:
    """A national human rights institution: its accreditation, the decisions before, the next review."""

    name: str
    grade: str | Promise
    decided_on: str
    next_review_on: date | None
    before: tuple[tuple[str, str | Promise], ...]
    source: SourceNamed


@dataclass(frozen=True)
class PlanThen:
    """A national human rights action plan with the stage that it had come to, and since when."""

    title: str
    years: tuple[int | None, int | None]
    stage: str | Promise
    since: str
    source: SourceNamed


def standing_of(
    state_request: StateRequest, recommended: QuerySet[Recommendation], *, on: date
) -> dict[str, Any]:
    """What is frozen of it, with the sources of all that is frozen; five queries."""
    own = {"state": state_request.state_id}
    decisions = list(Accreditation.objects.filter(**own).order_by("-decided_on"))
    treaties = TreatyStatus.objects.filter(**own)
    return {
        "institutions": [_institution(one, decisions) for one in institutions(periods(on)).filter(**own)],
        "plans": [_plan(one) for one in ActionPlan.objects.filter(**own).select_related("source")],
        "sources": {"recommendations": _named(recommended), "treaties": _named(treaties)},
    }


def _institution(last: Any, decisions: Iterable[Accreditation]) -> dict[str, Any]:
    review = last.next_review_on
    before = [
        (one.decided_on, one.status)
        for one in decisions
        if one.institution == last.institution and one.pk != last.pk
    ]
    return {
        "name": last.institution,
        "grade": last.status,
        "decided_on": last.decided_on,
        "next_review_on": review.isoformat() if review else None,
        "before": before,
        "source": _source(last.source),
    }


def _plan(plan: ActionPlan) -> dict[str, Any]:
    reached = [(name, day) for name in STAGES if (day := getattr(plan, name))]
    stage, since = reached[-1] if reached else ("", "")
    years = (plan.from_year, plan.to_year)
    return {
        "title": plan.title,
        "years": years,
        "stage": stage,
        "since": since,
        "source": _source(plan.source),
    }


def _source(source: Source) -> tuple[str, str]:
    return source.title, source.retrieved_on.isoformat()


def _named(facts: QuerySet[Any]) -> list[tuple[str, str]]:
    """The sources of these facts, the newest first."""
    sources = Source.objects.filter(pk__in=facts.order_by().values("source"))
    return [_source(one) for one in sources.order_by("-retrieved_on", "-pk")]


def source_read(frozen: list[str]) -> SourceNamed:
    title, retrieved_on = frozen
    return SourceNamed(title, date.fromisoformat(retrieved_on))


def institution_read(frozen: dict[str, Any]) -> InstitutionThen:
    """An institution as a page reads it."""
    review = frozen["next_review_on"]
    return InstitutionThen(
        name=frozen["name"],
        grade=AccreditationStatus(frozen["grade"]).label,
        decided_on=frozen["decided_on"],
        next_review_on=date.fromisoformat(review) if review else None,
        before=tuple((day, AccreditationStatus(grade).label) for day, grade in frozen["before"]),
        source=source_read(frozen["source"]),
    )


def plan_read(frozen: dict[str, Any]) -> PlanThen:
    """An action plan as a page reads it."""
    first, last = frozen["years"]
    stage = STAGES.get(frozen["stage"], "")
    return PlanThen(frozen["title"], (first, last), stage, frozen["since"], source_read(frozen["source"]))
