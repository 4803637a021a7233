"""Reminders: made for everything that is due, then sent to each person in one mail."""

from datetime import datetime

from django.db import transaction

from techcoop.journal.actions import record
from techcoop.people.models import User
from techcoop.people.policies import require
from techcoop.requests import notices
from techcoop.requests.models import Reminder
from techcoop.requests.policies import may_remind
from techcoop.requests.queries import reminders_due, reminders_for

AT_ONCE = 1000


@transaction.atomic
def make_reminders(*, by: User, at: datetime) -> int:
    """Lay ready what is due today; what lies ready or was sent already is not made again."""
    require(may_remind(by))
    before = Reminder.objects.count()
    Reminder.objects.bulk_create(
        (Reminder(**vars(one), made_at=at) for one in reminders_due(at.date())),
        batch_size=AT_ONCE,
        ignore_conflicts=True,
    )
    made = Reminder.objects.count() - before
    if made:
        record("make_reminders", by, by=by, at=at, details={"number": made})
    return made


@transaction.atomic
def remind(recipient: User, *, by: User, at: datetime, site: str) -> int:
    """Send a person one mail with everything that lies ready; whoever asks second finds nothing left."""
    require(may_remind(by))
    recipient = User.objects.select_for_update().get(pk=recipient.pk)
    ready = list(reminders_for(recipient).select_related("state_request", "asked_by"))
    # What has moved on meanwhile needs no reminder any more.
    told = [one for one in ready if one.state_request.status == one.status]
    if told:
        notices.reminder_mail(recipient, told, site=site, at=at).send()
        references = [one.state_request.reference for one in told]
        record("remind", recipient, by=by, at=at, details={"requests": references})
    Reminder.objects.filter(pk__in=[one.pk for one in ready]).update(sent_at=at)
    return len(told)
