"""Several requests at once: given to one officer, or brought to mind; all of them, or none."""

from collections.abc import Collection
from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from procrastinate.contrib.django import app as worker

from techcoop.journal.actions import record
from techcoop.lifecycle import only_while
from techcoop.people.models import User
from techcoop.people.policies import require
from techcoop.requests.actions.filing import give
from techcoop.requests.models import Reminder, StateRequest
from techcoop.requests.policies import may_be_assigned, may_bring_to_mind, may_register
from techcoop.requests.queries import reminders_of
from techcoop.requests.statuses import OPEN
from techcoop.web.writing import listed

SEND = "techcoop.requests.send_reminders"


@transaction.atomic
def assign_together(
    state_requests: Collection[StateRequest], *, officer: User, by: User, at: datetime
) -> list[StateRequest]:
    """Give all of these to one desk officer; recorded for each."""
    rows = _locked(state_requests)
    require(all(may_register(by, one) for one in rows), _("You do not keep the registry of all of these."))
    for one in rows:
        only_while("assign", one.status, OPEN)
    require_all_can_be_assigned(rows, officer, field="officer")
    return give(rows, officer=officer, by=by, at=at)


@transaction.atomic
def bring_to_mind(state_requests: Collection[StateRequest], *, by: User, at: datetime) -> int:
    """Remind the officers of these, or the coordinators where nobody has one; nobody twice on one day."""
    rows = _locked(state_requests)
    require(all(may_bring_to_mind(by, one) for one in rows))
    due = reminders_of(rows, at.date())
    Reminder.objects.bulk_create(
        (Reminder(**vars(one), made_at=at, asked_by=by) for one in due), ignore_conflicts=True
    )
    # Who was reminded today already is not told again, whoever asked for it.
    made = Reminder.objects.filter(state_request__in=rows, made_at=at, asked_by=by)
    told = list(made.values_list("state_request", flat=True))
    for one in rows:
        if one.pk in told:
            record("bring_to_mind", one, by=by, at=at)
    if told:
        worker.configure_task(SEND).defer()
    return len(told)


def require_all_can_be_assigned(rows: Collection[StateRequest], officer: User, *, field: str) -> None:
    """Refuse, beside the field, an officer who does not screen some of these requests."""
    beyond = [one.reference for one in rows if not may_be_assigned(officer, one)]
    if beyond:
        sentence = _("This person does not screen requests of these States: %(references)s")
        raise ValidationError({field: sentence % {"references": listed(beyond)}})


def _locked(state_requests: Collection[StateRequest]) -> list[StateRequest]:
    """The requests as they stand now, locked in one order, so that two at once never wait crosswise."""
    rows = StateRequest.objects.select_for_update(of=("self",)).select_related(
        "state", "organization", "desk_officer"
    )
    return list(rows.filter(pk__in=[one.pk for one in state_requests]).order_by("pk"))
