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
from techcoop.accountability.queries.accounts import PAST
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
from techcoop.web.writing import known_day, listed, short_day


@dataclass(frozen=True)
class Gap:
    """One thing that is pointed out, in a sentence, with where it stands."""

    sentence: str
    address: str = ""


def long_ago(known: Periods) -> date:
    """Before this day a report was due that is overdue for long."""
    return months_later(known.today, -12 * known.overdue_years)


def long_overdue(known: Periods) -> QuerySet[DueReport]:
    """Reports that were due more years ago than the parameter says: overdue, or nobody knows."""
    rows = DueReport.objects.filter(status__in=PAST, due_on__lt=long_ago(known))
    return rows.select_related("state", "instrument", "source")


# The keys of reports that the rule alone makes due begin here and hold the State: see data/due_reports.sql.
KEYS_BY_RULE, OF_A_STATE = 1_000_000_000_000, 1000


def reports_with_states(keys: Collection[int]) -> QuerySet[DueReport]:
    """These reports; only those States are looked at that gave them their keys, by a cycle or alone."""
    by_rule = {(-key - KEYS_BY_RULE) // OF_A_STATE for key in keys if key < -KEYS_BY_RULE}
    cycles = ReportingCycle.objects.filter(pk__in=[abs(key) for key in keys]).order_by()
    there = Q(state__in=cycles.values("state")) | Q(state__in=by_rule)
    return DueReport.objects.filter(there, pk__in=keys).select_related("state", "instrument", "source")


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


class Pointed(NamedTuple):
    """A row of what is pointed out: of which kind, of which State, what, its number, and its day."""

    kind: str
    iso3: str
    state: str
    what: str
    number: int
    day: date | None
    known: str

    @property
    def report(self) -> str:
        """What a report is called."""
        return _("%(instrument)s, report %(number)s") % {"instrument": self.what, "number": self.number}

    def as_gap(self) -> Gap:
        """The same in a sentence, with its place in the account of the State."""
        day = short_day(self.day) if self.day else known_day(self.known)
        told = {"state": self.state, "what": self.what, "day": day}
        if self.kind == "reports":
            told["what"] = self.report
            sentence = _("%(state)s: %(what)s is overdue since %(day)s.")
        elif self.kind == "institutions":
            sentence = _("%(state)s: the accreditation of %(what)s is reviewed on %(day)s.")
        elif self.known:
            sentence = _("%(state)s refused the visit of the %(what)s (%(day)s).")
        else:
            sentence = _("%(state)s refused the visit of the %(what)s.")
        return Gap(sentence % told, self.place)

    @property
    def place(self) -> str:
        """Where more of it stands."""
        part = "reports" if self.kind == UNKNOWN else self.kind
        return f"{address('accountability:account', self.iso3)}#{part}"


def _not_known(several: list[Pointed]) -> Gap:
    """Of one State: reports that were due of which nothing is known, and how new the news are."""
    sentence = _("%(state)s: not known whether submitted, the newest source being of %(day)s: %(reports)s.")
    reports = (f"{one.report} ({short_day(one.day)})" for one in several)
    newest = known_day(max(one.known for one in several))
    told = {"state": several[0].state, "day": newest, "reports": listed(reports)}
    return Gap(sentence % told, several[0].place)


# Reports that are overdue, those of which nobody knows, and the parts of an account, as its page has them.
UNKNOWN = "not_known"
ORDER = ("reports", UNKNOWN, "visits", "institutions")
# What `long_overdue`, `refused_visits` and `institutions` find, in one question; a file asks it each time.
NAME = "COALESCE(NULLIF({0}.names ->> %(language)s, ''), {0}.names ->> 'en', '')"
OVERDUE = f"""
SELECT CASE report.status WHEN 'overdue' THEN 'reports' ELSE report.status END,
       state.iso3, {NAME.format("state")}, instrument.code, report.serial, report.due_on,
       source.retrieved_on::text
  FROM accountability_duereport AS report
  JOIN atlas_state AS state ON state.id = report.state_id
  JOIN accountability_instrument AS instrument ON instrument.id = report.instrument_id
  JOIN documents_source AS source ON source.id = report.source_id
 WHERE report.state_id = ANY(%(states)s) AND report.status IN ('overdue', '{UNKNOWN}')
   AND report.due_on < %(long_ago)s"""
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


def gaps_of_state(state: State, known: Periods, *, past: Iterable[DueReport]) -> list[Gap]:
    """The same of one State, whose past reports its page has read already: they are dear to ask for."""
    reports = (
        Pointed(
            "reports" if one.status == CycleStatus.OVERDUE else UNKNOWN,
            state.iso3,
            state.name,
            one.instrument.code,
            one.serial,
            one.due_on,
            one.source.retrieved_on.isoformat(),
        )
        for one in past
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
    """As an account has its parts; in each the longest due first; what nobody knows once for each State."""
    ordered = sorted(
        pointed, key=lambda one: (ORDER.index(one.kind), one.day or date.max, one.what, one.number)
    )
    gaps: list[Gap] = []
    for kind in ORDER:
        of_kind = [one for one in ordered if one.kind == kind]
        if kind == UNKNOWN:
            states = dict.fromkeys(one.iso3 for one in of_kind)
            gaps += [_not_known([one for one in of_kind if one.iso3 == state]) for state in states]
        else:
            gaps += [one.as_gap() for one in of_kind]
    return gaps


def as_links_for(user: User, gaps: Iterable[Gap]) -> list[Gap]:
    """The same sentences, which lead to the account of a State where the reader may open it."""
    opens = user.can(Permission.SEE_ACCOUNTABILITY)
    return [one if opens else replace(one, address="") for one in gaps]
