"""Somebody engaged for one project only: an officer in the field, who sees nothing of others."""

from datetime import datetime
from uuid import UUID

from techcoop.people.actions import Term
from techcoop.people.models import User
from techcoop.projects import actions as projects
from techcoop.projects.models import Project
from techcoop.projects.statuses import ProjectStatus

KEY = UUID("0d4a7c56-5b0e-4c3e-9f2b-1955000000a2")


def engage(cast: dict[str, User], *, at: datetime) -> None:
    """The coordinator gives a role in the newest running project, until it ends."""
    project = (
        Project.objects.filter(status=ProjectStatus.OPERATIONAL, ends_on__gte=at.date()).order_by("pk").last()
    )
    if project is not None:
        projects.give_role(
            project,
            person=cast["project.officer"],
            term=Term("project_officer", project.starts_on or at.date(), project.ends_on),
            by=cast["coordinator"],
            at=at,
            submission=KEY,
        )
