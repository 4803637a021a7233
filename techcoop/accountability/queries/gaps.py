"""What is pointed out to those who answer for assistance; it holds nothing up."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet, Value
from django.db.models.functions import Coalesce, Least
from django.urls import reverse
from django.utils.translation import gettext as _

from techcoop.accountability.models import (
    CycleStatus,
    DueReport,
    LatestDay,
    Recommendation,
    Visit,
    VisitStatus,
)
from techcoop.accountability.queries.institutions import (
    Periods,
    institutions,
    months_later,
    notice_until,
)
from techcoop.atlas.models import State
from techcoop.web.writing import known_day, short_day


@dataclass(frozen=True)
class Gap:
    """One thing that is pointed out, in a sentence, with where it stands."""

    sentence: str
    address: str = ""


def long_overdue(known: Periods) -> QuerySet[DueReport]:
    """Reports that are overdue for more years than the parameter says."""
    since = months_later(known.today, -12 * known.overdue_years)
    rows = DueReport.objects.filter(status=CycleStatus.OVERDUE, due_on__lt=since)
    return rows.select_related("state", "instrument")


def refused_visits(today: date) -> QuerySet[Visit]:
    """Visits that a State has refused, each with the last day that it can have been."""
    known = Coalesce(LatestDay("answered_on"), LatestDay("requested_on"), Value(today))
    rows = Visit.objects.filter(status=VisitStatus.REFUSED).select_related("state", "mechanism")
    return rows.annotate(refused_by=Least(known, Value(today)))


def current_recommendations(known: Periods) -> QuerySet[Recommendation]:
    """Recommendations that count as current: in their source still, and not older than the parameter says."""
    since = known.today.year - known.current_years
    return Recommendation.objects.filter(withdrawn_on=None, year__gte=since)


def gaps_of(state_ids: Collection[int], known: Periods) -> list[Gap]:
    """What is pointed out about these States; three questions, however many they are."""
    return [
        *(
            Gap(
                _("%(state)s: %(report)s is overdue since %(day)s.")
                % {"state": one.state.name, "report": one, "day": short_day(one.due_on)},
                _place(one.state, "reports"),
            )
            for one in long_overdue(known).filter(state__in=state_ids)
        ),
        *(_refused(one) for one in refused_visits(known.today).filter(state__in=state_ids)),
        *(
            Gap(
                _("%(state)s: the accreditation of %(institution)s is reviewed on %(day)s.")
                % {
                    "state": one.state.name,
                    "institution": one.institution,
                    "day": short_day(one.next_review_on),
                },
                _place(one.state, "institutions"),
            )
            for one in institutions(known).filter(
                state__in=state_ids, next_review_on__lte=notice_until(known)
            )
        ),
    ]


def _refused(visit: Visit) -> Gap:
    told = {"state": visit.state.name, "mandate": visit.mechanism, "day": known_day(visit.known_since)}
    sentence = (
        _("%(state)s refused the visit of the %(mandate)s (%(day)s).")
        if visit.known_since
        else _("%(state)s refused the visit of the %(mandate)s.")
    )
    return Gap(sentence % told, _place(visit.state, "visits"))


def _place(state: State, part: str) -> str:
    return reverse("accountability:account", args=[state.iso3]) + f"#{part}"
