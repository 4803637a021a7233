"""What is pointed out to the coordinator of the States that ask or receive; it waits for no act."""

from datetime import date

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from techcoop.accountability.models import DueReport, Visit
from techcoop.accountability.queries import (
    long_overdue,
    periods,
    refused_visits,
    reports_with_states,
)
from techcoop.atlas.models import State
from techcoop.people.models import User
from techcoop.people.permissions import Permission
from techcoop.programme.practices import Asked
from techcoop.projects.models import ProjectState
from techcoop.projects.statuses import ProjectStatus
from techcoop.requests.models import StateRequest, StateRequestQuerySet
from techcoop.requests.practices import without_current_recommendation
from techcoop.requests.queries import waiting as requests
from techcoop.requests.statuses import OPEN
from techcoop.web.waiting import Waiting

UNDER_WAY = (ProjectStatus.APPROVED, ProjectStatus.OPERATIONAL, ProjectStatus.SUSPENDED)


def waiting_for(user: User, today: date) -> list[Waiting]:
    """Long overdue reports and refused visits, for whoever decides requests without limit to States."""
    if not user.can_everywhere(Permission.DECIDE_REQUESTS):
        return []
    asking = StateRequest.objects.filter(status__in=OPEN, state__isnull=False)
    receiving = ProjectState.objects.filter(project__status__in=UNDER_WAY)
    assisted = State.objects.filter(
        Q(pk__in=asking.order_by().values("state")) | Q(pk__in=receiving.order_by().values("state"))
    )
    return [
        Waiting(
            "long-overdue",
            _("Reports long due of States that ask or receive"),
            long_overdue(periods(today)).filter(state__in=assisted.values("pk")),
            "due_on",
            in_words,
            reports_with_states,
        ),
        Waiting(
            "refused-visits",
            _("Visits refused by States that ask or receive"),
            refused_visits(today).filter(state__in=assisted.values("pk")),
            "refused_by",
            in_words,
            lambda keys: Visit.objects.filter(pk__in=keys).select_related("state", "mechanism"),
        ),
        Waiting(
            "no-current-recommendation",
            _("Requests to which no current recommendation is linked"),
            _without_current_recommendation(today),
            "received_on",
            requests.in_words,
            requests.with_requesters,
        ),
    ]


def in_words(one: DueReport | Visit) -> str:
    """A report or a visit, of which State; of a report whether it is overdue, or nobody knows."""
    told = f"{one.state}: {one}"
    return f"{told} ({one.standing})" if isinstance(one, DueReport) else told


def _without_current_recommendation(today: date) -> StateRequestQuerySet:
    return StateRequest.objects.filter(without_current_recommendation(Asked(today, {})), status__in=OPEN)
