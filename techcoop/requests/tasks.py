"""What the worker does for requests by itself: it reminds, and looks into the watched mailbox."""

import logging
from datetime import datetime, timedelta
from pathlib import Path

from django.conf import settings
from django.utils import timezone
from procrastinate.contrib.django import app as worker

from techcoop.mailbox.folder import sweep
from techcoop.mailbox.reading import Message
from techcoop.people.models import User
from techcoop.people.queries import the_machine
from techcoop.requests import actions, notices, queries

logger = logging.getLogger(__name__)
EVERY_MINUTE = "* * * * *"
NO_NEWS_AFTER = timedelta(days=3)


@worker.periodic(cron="0 5 * * *")
@worker.task(name="techcoop.requests.remind", queue="reminders")
def remind(timestamp: int) -> None:
    """Lay ready what is due, then send it; each step is kept by itself."""
    actions.make_reminders(by=the_machine(), at=timezone.now())
    send_reminders()


@worker.task(name="techcoop.requests.send_reminders", queue="reminders")
def send_reminders() -> None:
    """Send each person one mail with what lies ready."""
    machine, now = the_machine(), timezone.now()
    for person in User.objects.filter(pk__in=queries.people_to_remind()):
        try:
            actions.remind(person, by=machine, at=now, site=settings.SITE)
        except Exception:
            # Nothing of it is kept, so tomorrow tries again; the others get theirs today.
            logger.exception("The reminder of person %s was not sent.", person.pk)


@worker.task(name="techcoop.requests.tell", queue="reminders", retry=5)
def tell(person: int, told: str, requests: list[int], at: str) -> None:
    """Send one mail about what happened just now; what was entered later is no news any more."""
    if timezone.now() - datetime.fromisoformat(at) > NO_NEWS_AFTER:
        return
    reader = User.objects.filter(pk=person, is_active=True).first()
    rows = list(queries.visible_to(reader).filter(pk__in=requests)) if reader else []
    if reader and rows:
        notices.telling_mail(reader, notices.Told(told), rows, site=settings.SITE).send()


@worker.task(name="techcoop.requests.tell_what_is_given", queue="reminders", retry=5)
def tell_what_is_given(person: int, kind: str, keys: list[int], at: str) -> None:
    """Send one mail about what of a later stage was given just now; what passed on is no news any more."""
    if timezone.now() - datetime.fromisoformat(at) > NO_NEWS_AFTER:
        return
    officer = User.objects.filter(pk=person, is_active=True).first()
    pile, things = queries.new_on_a_desk(kind, keys, officer) if officer else (None, [])
    if officer and pile and things:
        notices.given_mail(officer, pile, things, site=settings.SITE).send()


@worker.task(name="techcoop.requests.look_into_the_mailbox", queue="mailbox", lock="mailbox")
def look_into_the_mailbox(timestamp: int) -> None:
    """Take in the messages that lie in the watched folder."""
    machine = the_machine()

    def take(message: Message) -> None:
        actions.take_in(message, by=machine, at=timezone.now())

    sweep(Path(settings.MAILBOX), take)


if settings.MAILBOX:
    worker.periodic(cron=EVERY_MINUTE, periodic_id="mailbox")(look_into_the_mailbox)
