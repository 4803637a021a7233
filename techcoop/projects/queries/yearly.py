"""Which running projects still lack their yearly record."""

from datetime import datetime

from django.db.models import QuerySet
from django.utils import timezone

from techcoop.accountability.models import AccountabilitySnapshot, SnapshotOccasion
from techcoop.projects.models import Project
from techcoop.projects.statuses import ProjectStatus

RUNNING = (ProjectStatus.OPERATIONAL, ProjectStatus.SUSPENDED)


def projects_without_their_year(at: datetime) -> QuerySet[Project]:
    """Those that were approved before this year, run, and have no account frozen for its annual report."""
    year = timezone.localdate(at).year
    kept = AccountabilitySnapshot.objects.filter(
        thing_kind=Project._meta.label_lower,
        occasion=SnapshotOccasion.ANNUAL_REPORT,
        taken_at__year=year,
    )
    running = Project.objects.filter(status__in=RUNNING, approved_on__year__lt=year)
    return running.exclude(pk__in=kept.values("thing_id")).defer("search").order_by("pk")
