"""Who may plan and record activities; when is in statuses."""

from techcoop.delivery.models import Activity, ActivityQuerySet
from techcoop.people.models import User
from techcoop.people.permissions import Permission
from techcoop.projects.models import Project
from techcoop.projects.policies import may_for


def may_for_activity(user: User, permission: Permission, activity: Activity) -> bool:
    """Whatever a role permits for a project, it permits for its activities."""
    return may_for(user, permission, activity.project)


def inside(user: User) -> ActivityQuerySet:
    """The activities of the projects on which somebody works."""
    worked_on = Project.objects.touched_by(user, Permission.SEE_WORKING_NOTES)
    return Activity.objects.visible_to(user).filter(project__in=worked_on.values("pk"))


def may_record_for(user: User, project: Project) -> bool:
    """Whoever records activities for every State that the project reaches, or in the project."""
    return may_for(user, Permission.RECORD_ACTIVITIES, project)


def may_record(user: User, activity: Activity) -> bool:
    """Whoever may record for its project."""
    return may_record_for(user, activity.project)
