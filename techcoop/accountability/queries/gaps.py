"""What is pointed out to those who answer for assistance; it holds nothing up."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple

from django.db.models import DateField, QuerySet, Value
from django.db.models.functions import Coalesce, Least, NullIf
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
from techcoop.atlas.models import State, name_in_language
from techcoop.people.models import User
from techcoop.people.roles import Permission
from techcoop.web.links import address
from techcoop.web.writing import known_day, short_day

NO_NUMBER, NO_DAY = Value(0), Value(None, output_field=DateField())
# As `Visit.known_since` has it: the day of the last thing that is known of a visit.
KNOWN_SINCE = Coalesce(
    *(NullIf(day, Value("")) for day in ("begins_on", "answered_on", "requested_on")), Value("")
)


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


def refused_visits(today: date) -> QuerySet[Visit]:
    """Visits that a State has refused, each with the last day that it can have been."""
    known = Coalesce(LatestDay("answered_on"), LatestDay("requested_on"), Value(today))
    rows = Visit.objects.filter(status=VisitStatus.REFUSED).select_related("state", "mechanism")
    return rows.annotate(refused_by=Least(known, Value(today)))


def current_recommendations(known: Periods) -> QuerySet[Recommendation]:
    """Recommendations that count as current: in their source still, and not older than the parameter says."""
    since = known.today.year - known.current_years
    return Recommendation.objects.filter(withdrawn_on=None, year__gte=since)


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
        elif self.kind == "institutions":
            sentence = _("%(state)s: the accreditation of %(what)s is reviewed on %(day)s.")
        elif self.known:
            sentence = _("%(state)s refused the visit of the %(what)s (%(day)s).")
        else:
            sentence = _("%(state)s refused the visit of the %(what)s.")
        return Gap(sentence % told, f"{address('accountability:account', self.iso3)}#{self.kind}")


ORDER = ("reports", "visits", "institutions")  # the parts of an account, as its page has them


def gaps_of(state_ids: Collection[int], known: Periods) -> list[Gap]:
    """What is pointed out about these States; one question, however many they are."""
    overdue = long_overdue(known).filter(state__in=state_ids)
    reports = _rows("reports", overdue, "instrument__code", "serial", "due_on")
    return _in_order(Pointed(*row) for row in reports.union(_other_rows(state_ids, known), all=True))


def gaps_of_state(state: State, known: Periods, *, overdue: Iterable[DueReport]) -> list[Gap]:
    """The same of one State, whose overdue reports its page has read already: they are dear to ask for."""
    reports = (
        Pointed("reports", state.iso3, state.name, one.instrument.code, one.serial, one.due_on, "")
        for one in overdue
        if one.due_on and one.due_on < long_ago(known)
    )
    return _in_order([*reports, *(Pointed(*row) for row in _other_rows([state.pk], known))])


def _other_rows(state_ids: Collection[int], known: Periods) -> QuerySet:
    """Visits that were refused, and institutions whose review is near."""
    visits = refused_visits(known.today).filter(state__in=state_ids)
    near = institutions(known).filter(next_review_on__lte=notice_until(known), state__in=state_ids)
    return _rows("visits", visits, name_in_language("mechanism__names")).union(
        _rows("institutions", near, "institution", day="next_review_on"), all=True
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


def _rows(
    kind: str,
    rows: QuerySet,
    what: str | Coalesce,
    number: str | Value = NO_NUMBER,
    day: str | Value = NO_DAY,
) -> QuerySet:
    """Rows of one kind in the columns that all kinds have."""
    known = KNOWN_SINCE if kind == "visits" else Value("")
    state = name_in_language("state__names")
    return rows.order_by().values_list(Value(kind), "state__iso3", state, what, number, day, known)
