"""What the worker does for requests by itself: every morning it reminds those whose turn it is."""

from django.conf import settings
from django.utils import timezone
from procrastinate.contrib.django import app as worker

from techcoop.people.models import User
from techcoop.people.queries import the_machine
from techcoop.requests import actions, queries


@worker.periodic(cron="0 5 * * *")
@worker.task(name="techcoop.requests.remind", queue="reminders")
def remind(timestamp: int) -> None:
    """Lay ready what is due, then send each person one mail; each step is kept by itself."""
    machine, now = the_machine(), timezone.now()
    actions.make_reminders(by=machine, at=now)
    for person in User.objects.filter(pk__in=queries.people_to_remind()):
        actions.remind(person, by=machine, at=now, site=settings.SITE)
