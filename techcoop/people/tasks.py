"""What the worker does for people by itself: it tells them what is new in their saved views."""

import logging

from django.conf import settings
from django.utils import timezone
from procrastinate.contrib.django import app as worker

from techcoop.people import actions, queries

logger = logging.getLogger(__name__)


@worker.periodic(cron="30 5 * * *")
@worker.task(name="techcoop.people.tell_what_is_new", queue="reminders")
def tell_what_is_new(timestamp: int) -> None:
    """One mail for each saved view in which something is new; each is kept by itself."""
    machine, now = queries.the_machine(), timezone.now()
    for view in queries.views_that_mail():
        try:
            actions.tell_what_is_new(view, by=machine, at=now, site=settings.SITE)
        except Exception:
            # Nothing of it is kept, so tomorrow tries again; the others get theirs today.
            logger.exception("What is new in the saved view %s was not mailed.", view.pk)
