"""Projects on the desks of officers."""

from django.db.models import Prefetch, QuerySet

from techcoop.people.models import User
from techcoop.people.permissions import Permission
from techcoop.people.queries import people_who_can
from techcoop.projects.models import Project, ProjectState
from techcoop.projects.statuses import ON_A_DESK
from techcoop.web.writing import listed


def officers_for(project: Project) -> QuerySet[User]:
    """Who can be given this project: active people who manage projects in all its States."""
    return people_who_can(Permission.MANAGE_PROJECTS, project.reach_ids)


def on_a_desk() -> QuerySet[Project]:
    """The projects that are not over, with what a sheet of a desk says of them."""
    named = Prefetch("in_states", ProjectState.objects.select_related("state"))
    return Project.objects.filter(status__in=ON_A_DESK).defer("search").prefetch_related(named)


def told_of(project: Project) -> tuple[str, str, str, str]:
    """One of them, as such a sheet says it: its code, for whom, its title, and the day on which it ends."""
    whom = listed(one.state.name for one in project.in_states.all()) or str(project.get_scope_display())
    return project.code, whom, project.title, project.ends_on.isoformat() if project.ends_on else ""
