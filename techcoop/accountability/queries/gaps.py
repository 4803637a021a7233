"""What is pointed out to those who answer for assistance; it holds nothing up."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple

from django.db.models import Q, QuerySet, Value
from django.db.models.functions import Coalesce, Least
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from techcoop.accountability.models import (
    CycleStatus,
    DueReport,
    LatestDay,
    Recommendation,
    ReportingCycle,
    Visit,
    VisitStatus,
)
from techcoop.accountability.queries.institutions import (
    IS_LAST_DECISION,
    NEXT_REVIEW,
    Periods,
    months_later,
    notice_until,
    review_values,
)
from techcoop.atlas.models import State
from techcoop.people.models import User
from techcoop.people.permissions import Permission
from techcoop.web.links import address
from techcoop.web.rows import rows_of
from techcoop.web.writing import known_day, short_day


@dataclass(frozen=True)
class Gap:
    """One thing that is pointed out, in a sentence, with where it stands."""

    sentence: str
    address: str = ""


def long_ago(known: Periods) -> date:
    """Before this day a report was due that is overdue for long."""
    return months_later(known.today, -12 * known.overdue_years)


def long_overdue(known: Periods) -> QuerySet[DueReport]:
    """Reports that are overdue for more years than the parameter says."""
    rows = DueReport.objects.filter(status=CycleStatus.OVERDUE, due_on__lt=long_ago(known))
    return rows.select_related("state", "instrument")


# The keys of reports that the rule alone makes due begin here and hold the State: see data/due_reports.sql.
KEYS_BY_RULE, OF_A_STATE = 1_000_000_000_000, 1000


def reports_with_states(keys: Collection[int]) -> QuerySet[DueReport]:
    """These reports; only those States are looked at that gave them their keys, by a cycle or alone."""
    by_rule = {(-key - KEYS_BY_RULE) // OF_A_STATE for key in keys if key < -KEYS_BY_RULE}
    cycles = ReportingCycle.objects.filter(pk__in=[abs(key) for key in keys]).order_by()
    there = Q(state__in=cycles.values("state")) | Q(state__in=by_rule)
    return DueReport.objects.filter(there, pk__in=keys).select_related("state", "instrument")


def refused_visits(today: date) -> QuerySet[Visit]:
    """Visits that a State has refused, each with the last day that it can have been."""
    known = Coalesce(LatestDay("answered_on"), LatestDay("requested_on"), Value(today))
    rows = Visit.objects.filter(status=VisitStatus.REFUSED).select_related("state", "mechanism")
    return rows.annotate(refused_by=Least(known, Value(today)))


def current_recommendations(known: Periods) -> QuerySet[Recommendation]:
    """Recommendations that count as current: in their source still, and not older than the parameter says."""
    return Recommendation.objects.filter(withdrawn_on=None, year__gte=current_since(known))


def is_current(recommendation: Recommendation, known: Periods) -> bool:
    """The same of one that was read."""
    year = recommendation.year
    return recommendation.withdrawn_on is None and year is not None and year >= current_since(known)


def current_since(known: Periods) -> int:
    """Before this year a recommendation is an old one."""
    return known.today.year - known.current_years


# What stands in place of a known day where the rule of the treaty alone makes a report due.
BY_RULE = "rule"


def by_rule(report: DueReport) -> str:
    """The mark of a report that is due by rule alone."""
    return BY_RULE if report.is_by_rule_alone else ""


class Pointed(NamedTuple):
    """A row of what is pointed out: of which kind, of which State, what, its number, and its day."""

    kind: str
    iso3: str
    state: str
    what: str
    number: int
    day: date | None
    known: str

    def as_gap(self) -> Gap:
        """The same in a sentence, with its place in the account of the State."""
        day = short_day(self.day) if self.day else known_day(self.known)
        told = {"state": self.state, "what": self.what, "day": day}
        if self.kind == "reports":
            told["what"] = _("%(instrument)s, report %(number)s") % {
                "instrument": self.what,
                "number": self.number,
            }
            sentence = _("%(state)s: %(what)s is overdue since %(day)s.")
            if self.known == BY_RULE:
                sentence = _(
                    "%(state)s: %(what)s was due by rule on %(day)s; whether it was handed in is unknown."
                )
        elif self.kind == "institutions":
            sentence = _("%(state)s: the accreditation of %(what)s is reviewed on %(day)s.")
        elif self.known:
            sentence = _("%(state)s refused the visit of the %(what)s (%(day)s).")
        else:
            sentence = _("%(state)s refused the visit of the %(what)s.")
        return Gap(sentence % told, f"{address('accountability:account', self.iso3)}#{self.kind}")


ORDER = ("reports", "visits", "institutions")  # the parts of an account, as its page has them
# What `long_overdue`, `refused_visits` and `institutions` find, in one question; a file asks it each time.
NAME = "COALESCE(NULLIF({0}.names ->> %(language)s, ''), {0}.names ->> 'en', '')"
OVERDUE = f"""
SELECT 'reports', state.iso3, {NAME.format("state")}, instrument.code, report.serial, report.due_on,
       CASE WHEN report.cycle_id IS NULL AND report.serial = 1 THEN '{BY_RULE}' ELSE '' END
  FROM accountability_duereport AS report
  JOIN atlas_state AS state ON state.id = report.state_id
  JOIN accountability_instrument AS instrument ON instrument.id = report.instrument_id
 WHERE report.state_id = ANY(%(states)s) AND report.status = 'overdue' AND report.due_on < %(long_ago)s"""
OTHERS = f"""
SELECT 'visits', state.iso3, {NAME.format("state")}, {NAME.format("mechanism")}, 0, NULL::date,
       COALESCE(NULLIF(begins_on, ''), NULLIF(answered_on, ''), requested_on)
  FROM accountability_visit AS visit
  JOIN atlas_state AS state ON state.id = visit.state_id
  JOIN accountability_mechanism AS mechanism ON mechanism.id = visit.mechanism_id
 WHERE visit.state_id = ANY(%(states)s) AND visit.status = 'refused'
 UNION ALL
SELECT 'institutions', state.iso3, {NAME.format("state")}, decided.institution, 0, {NEXT_REVIEW}, ''
  FROM accountability_accreditation AS decided JOIN atlas_state AS state ON state.id = decided.state_id
 WHERE decided.state_id = ANY(%(states)s) AND {NEXT_REVIEW} <= %(near)s AND {IS_LAST_DECISION}"""


def gaps_of(state_ids: Collection[int], known: Periods) -> list[Gap]:
    """What is pointed out about these States; one question, however many they are."""
    return _in_order(_pointed(f"{OVERDUE} UNION ALL {OTHERS}", state_ids, known))


def gaps_of_state(state: State, known: Periods, *, overdue: Iterable[DueReport]) -> list[Gap]:
    """The same of one State, whose overdue reports its page has read already: they are dear to ask for."""
    reports = (
        Pointed("reports", state.iso3, state.name, one.instrument.code, one.serial, one.due_on, by_rule(one))
        for one in overdue
        if one.due_on and one.due_on < long_ago(known)
    )
    return _in_order([*reports, *_pointed(OTHERS, [state.pk], known)])


def _pointed(question: str, state_ids: Collection[int], known: Periods) -> list[Pointed]:
    return rows_of(
        Pointed,
        question,
        states=list(state_ids),
        language=get_language() or "en",
        long_ago=long_ago(known),
        near=notice_until(known),
        **review_values(known),
    )


def _in_order(pointed: Iterable[Pointed]) -> list[Gap]:
    """As an account has its parts; in each the longest due first."""
    return [
        one.as_gap()
        for one in sorted(
            pointed, key=lambda one: (ORDER.index(one.kind), one.day or date.max, one.what, one.number)
        )
    ]


def as_links_for(user: User, gaps: Iterable[Gap]) -> list[Gap]:
    """The same sentences, which lead to the account of a State where the reader may open it."""
    opens = user.can(Permission.SEE_ACCOUNTABILITY)
    return [one if opens else replace(one, address="") for one in gaps]
