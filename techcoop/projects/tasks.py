"""What the worker does for projects by itself: once a year it keeps the record of each that runs."""

from django.utils import timezone
from procrastinate.contrib.django import app as worker

from techcoop.people.queries import the_machine
from techcoop.projects import actions, queries


@worker.periodic(cron="30 4 * * *")
@worker.task(name="techcoop.projects.keep_the_year", queue="reminders", lock="keep the year")
def keep_the_year(timestamp: int) -> None:
    """Keep the year of every running project that lacks it, each by itself; tomorrow does the rest."""
    machine, now = the_machine(), timezone.now()
    for project in queries.projects_without_their_year(now):
        actions.keep_the_year(project, by=machine, at=now)
