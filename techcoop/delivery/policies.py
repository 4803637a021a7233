"""Who may plan and record activities; when is in statuses."""

from techcoop.delivery.models import Activity
from techcoop.people.models import User
from techcoop.people.roles import Permission
from techcoop.projects.models import Project


def may_record_for(user: User, project: Project) -> bool:
    """Whoever records activities for every State that the project reaches."""
    return user.can_for(Permission.RECORD_ACTIVITIES, project.reach_ids)


def may_record(user: User, activity: Activity) -> bool:
    """Whoever may record for its project."""
    return may_record_for(user, activity.project)
