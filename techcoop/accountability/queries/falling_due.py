"""What falls due between two days: reports, follow-up, dialogues, reviews, visits, sessions."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import models
from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from techcoop.accountability.models import (
    CalendarFeed,
    CycleStatus,
    DueReport,
    MechanismSession,
    PeriodicReview,
    ReportingCycle,
    Visit,
    VisitStatus,
)
from techcoop.accountability.models.feeds import key_of
from techcoop.accountability.queries.accounts import TO_COME
from techcoop.accountability.queries.institutions import institutions, periods
from techcoop.atlas.models import RegionalOrganization, State
from techcoop.people.models import User
from techcoop.people.permissions import Permission
from techcoop.web.writing import listed

KNOWN_VISITS = (VisitStatus.ACCEPTED, VisitStatus.DONE)
WHOLE_DAY = r"^\d{4}-\d{2}-\d{2}$"


class DueKind(models.TextChoices):
    """What kinds of things fall due."""

    REPORT = "report", _("Report due")
    FOLLOW_UP = "follow_up", _("Follow-up due")
    DIALOGUE = "dialogue", _("Dialogue with a treaty body")
    REVIEW = "review", _("Universal periodic review")
    INSTITUTION = "institution", _("Review of a national human rights institution")
    VISIT = "visit", _("Visit of a special procedure")
    SESSION = "session", _("Session")


@dataclass(frozen=True)
class DueThing:
    """One thing that falls due, on one day or over several."""

    kind: DueKind
    key: int
    on: date
    ends_on: date
    label: str
    state: State | None
    note: str = ""

    @property
    def address(self) -> str:
        """Where more of it stands."""
        if self.state is None:
            return ""
        return reverse("accountability:account", args=[self.state.iso3]) + f"#{PLACES[self.kind]}"


PLACES = {
    DueKind.REPORT: "reports",
    DueKind.FOLLOW_UP: "cycles",
    DueKind.DIALOGUE: "cycles",
    DueKind.REVIEW: "reviews",
    DueKind.INSTITUTION: "institutions",
    DueKind.VISIT: "visits",
}


def reach_of(user: User) -> frozenset[int] | None:
    """The States of a person's roles, members of an organisation among them; nothing where without limit."""
    if user.can_everywhere(Permission.SEE_ACCOUNTABILITY):
        return None
    organizations = user.organizations_for(Permission.SEE_ACCOUNTABILITY)
    members = RegionalOrganization.objects.filter(pk__in=organizations).exclude(members=None)
    return user.states_for(Permission.SEE_ACCOUNTABILITY).union(members.values_list("members", flat=True))


def falling_due(first: date, last: date, *, states: Collection[int] | None, today: date) -> list[DueThing]:
    """Everything from a day to a day, of these States or of all; eight questions."""
    found = [
        *_reports(first, last, states),
        *_cycles(first, last, states),
        *_reviews(first, last, states),
        *_institutions(first, last, states, today),
        *_visits(first, last, states),
        *_sessions(first, last),
    ]
    return sorted(found, key=lambda one: (one.on, one.kind, one.state.sort_key if one.state else "", one.key))


def _of(rows: QuerySet[Any], states: Collection[int] | None) -> QuerySet[Any]:
    rows = rows.select_related("state")
    return rows if states is None else rows.filter(state__in=states)


def _known(rows: QuerySet[Any], field: str, first: date, last: date) -> QuerySet[Any]:
    """Those whose day is known wholly and lies between the two."""
    between = {f"{field}__gte": first.isoformat(), f"{field}__lte": last.isoformat()}
    return rows.filter(**between, **{f"{field}__regex": WHOLE_DAY})


def _reports(first: date, last: date, states: Collection[int] | None) -> Iterator[DueThing]:
    rows = DueReport.objects.filter(due_on__range=(first, last), status__in=TO_COME)
    for one in _of(rows, states).select_related("instrument", "source"):
        note = one.why if one.status == CycleStatus.DUE else listed((one.standing, one.why))
        yield DueThing(DueKind.REPORT, one.pk, one.due_on, one.due_on, str(one), one.state, note)


def _cycles(first: date, last: date, states: Collection[int] | None) -> Iterator[DueThing]:
    cycles = _of(ReportingCycle.objects.select_related("instrument"), states)
    for one in cycles.filter(follow_up_due_on__range=(first, last), follow_up_assessed_on=""):
        day = one.follow_up_due_on
        yield DueThing(DueKind.FOLLOW_UP, one.pk, day, day, str(one), one.state, one.symbol)
    for one in _known(cycles, "dialogue_on", first, last):
        day = date.fromisoformat(one.dialogue_on)
        yield DueThing(DueKind.DIALOGUE, one.pk, day, day, str(one), one.state)


def _reviews(first: date, last: date, states: Collection[int] | None) -> Iterator[DueThing]:
    for one in _known(_of(PeriodicReview.objects.all(), states), "reviewed_on", first, last):
        day = date.fromisoformat(one.reviewed_on)
        yield DueThing(DueKind.REVIEW, one.pk, day, day, str(one), one.state)


def _institutions(first: date, last: date, states: Collection[int] | None, today: date) -> Iterator[DueThing]:
    for one in _of(institutions(periods(today)).filter(next_review_on__range=(first, last)), states):
        day = one.next_review_on
        note = str(one.get_status_display())
        yield DueThing(DueKind.INSTITUTION, one.pk, day, day, str(one), one.state, note)


def _visits(first: date, last: date, states: Collection[int] | None) -> Iterator[DueThing]:
    rows = Visit.objects.filter(status__in=KNOWN_VISITS)
    for one in _known(_of(rows.select_related("mechanism"), states), "begins_on", first, last):
        begins, ends = date.fromisoformat(one.begins_on), one.ends_on
        until = date.fromisoformat(ends) if len(ends) == len("2026-03-02") else begins
        yield DueThing(DueKind.VISIT, one.pk, begins, until, str(one), one.state)


def _sessions(first: date, last: date) -> Iterator[DueThing]:
    rows = MechanismSession.objects.filter(begins_on__lte=last, ends_on__gte=first)
    for one in rows.select_related("mechanism"):
        label = gettext("%(mechanism)s, session %(number)s") % {
            "mechanism": one.mechanism,
            "number": one.serial,
        }
        yield DueThing(DueKind.SESSION, one.pk, one.begins_on, one.ends_on, label, None)


def calendar_of(user: User) -> CalendarFeed | None:
    """The person's own open address of the calendar, if there is one."""
    return CalendarFeed.objects.filter(user=user, closed_at=None).first()


def open_feed(token: str) -> CalendarFeed | None:
    """The open calendar that a token shows, while its owner may sign in and see it."""
    key = key_of(token)
    feed = CalendarFeed.objects.filter(key=key, closed_at=None, user__is_active=True).first() if key else None
    return feed if feed and feed.user.can(Permission.SEE_ACCOUNTABILITY) else None
