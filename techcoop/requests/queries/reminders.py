"""Which reminders are due on a day, and to whom; computed for all requests at once."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import QuerySet

from techcoop.people.models import Assignment, User
from techcoop.people.permissions import Permission
from techcoop.people.roles import ROLES
from techcoop.programme.queries import parameter
from techcoop.requests.models import Reminder, StateRequest
from techcoop.requests.queries.stages import targets

RHYTHM = "requests.reminders."


@dataclass(frozen=True)
class Due:
    """A reminder that is due: of which request, on which of its days, to whom."""

    state_request_id: int
    status: str
    due_on: date
    day: int
    recipient_id: int


def days_of_reminders(on: date) -> list[int]:
    """When a request is brought to mind, in days from its own day; before it they are negative."""
    before = [-int(day) for day in parameter(f"{RHYTHM}days_before", on=on).value]
    return sorted({*before, *(int(day) for day in parameter(f"{RHYTHM}days_late", on=on).value)})


def reminders_due(on: date) -> list[Due]:
    """What is due: to the officer until the day, to the coordinators after it; four queries, however many."""
    days, coordinators = days_of_reminders(on), coordinators_of_requests()
    found: list[Due] = []
    for status, target in targets(on).items():
        begun = on - timedelta(days=target + days[0])
        rows = StateRequest.objects.filter(status=status, status_since__date__lte=begun).order_by("pk")
        for key, since, officer, active in rows.values_list(
            "pk", "status_since__date", "desk_officer", "desk_officer__is_active"
        ):
            due_on = since + timedelta(days=target)
            day = max(one for one in days if due_on + timedelta(days=one) <= on)
            people = [officer] if day <= 0 and active else coordinators
            found += [Due(key, status, due_on, day, person) for person in people]
    return found


def reminders_of(state_requests: Iterable[StateRequest], on: date) -> list[Due]:
    """What brings these to mind today: to the officer of each, or to the coordinators; three queries."""
    coordinators, target_days = coordinators_of_requests(), targets(on)
    found: list[Due] = []
    for one in state_requests:
        if one.status not in target_days:
            continue
        due_on = one.status_since.date() + timedelta(days=target_days[one.status])
        officer = one.desk_officer
        people = [officer.pk] if officer and officer.is_active else coordinators
        found += [Due(one.pk, one.status, due_on, (on - due_on).days, person) for person in people]
    return found


def coordinators_of_requests() -> list[int]:
    """Those who answer for all requests, without limit to States."""
    deciding = [
        key
        for key, role in ROLES.items()
        if {Permission.DECIDE_REQUESTS, Permission.KEEP_TEMPLATES} <= role.permissions
    ]
    held = Assignment.objects.current().filter(role__in=deciding, everywhere=True)
    people = User.objects.filter(is_active=True, is_machine=False, pk__in=held.values("user"))
    return list(people.order_by("pk").values_list("pk", flat=True))


def people_to_remind() -> Iterable[int]:
    """Those for whom reminders lie ready."""
    waiting = Reminder.objects.filter(sent_at=None).order_by()
    return list(waiting.values_list("recipient", flat=True).distinct())


def reminders_for(recipient: User) -> QuerySet[Reminder]:
    """The reminders that lie ready for a person, the latest day first."""
    return Reminder.objects.filter(recipient=recipient, sent_at=None).order_by("due_on", "pk")
