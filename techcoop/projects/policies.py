"""Who may do what with projects: a role for every State that one reaches, or a role in the project itself."""

from collections.abc import Collection

from techcoop.journal.queries import history
from techcoop.people.models import User
from techcoop.people.permissions import Permission
from techcoop.people.policies import may_manage_people
from techcoop.people.roles import ROLES, roles_in_one_project
from techcoop.projects.models import Membership, Project, ProjectQuerySet
from techcoop.requests.models import StateRequest

# Whoever did one of these has had a hand in the draft.
DRAFTING = ("draft", "draft_proposed", "revise", "address", "explain")


def may_for(user: User, permission: Permission, project: Project) -> bool:
    """Whether roles held today permit this for every State that the project reaches, or in it alone.

    A role of the organisation that asked for it permits it, too.

    It is the rule of `ProjectQuerySet.within`, asked of one project.
    """
    if user.can_for(permission, project.reach_ids):
        return True
    held, organizations = user.assignments_for(permission), user.organizations_for(permission)
    if organizations and project.state_request and project.state_request.organization_id in organizations:
        return True
    return bool(held) and not held.isdisjoint(project.assignments)


def inside(user: User) -> ProjectQuerySet:
    """The projects on which somebody works, so as to see how they are judged."""
    seen = Project.objects.visible_to(user)
    return seen.touched_by(user, Permission.SEE_WORKING_NOTES)


def may_draft_for(user: User, state_ids: Collection[int]) -> bool:
    """For these States; a project without States is drafted by those whose role has no limit."""
    return user.can_for(Permission.DRAFT_PROJECTS, state_ids)


def may_draft(user: User, project: Project) -> bool:
    return may_for(user, Permission.DRAFT_PROJECTS, project)


def may_manage(user: User, project: Project) -> bool:
    """Start, suspend, resume, complete, cancel, terminate."""
    return may_for(user, Permission.MANAGE_PROJECTS, project)


def may_be_desk_officer(officer: User, state_ids: Collection[int]) -> bool:
    """An officer who manages projects in all the States that a project reaches can be given it."""
    return officer.is_active and officer.can_for(Permission.MANAGE_PROJECTS, state_ids)


def desk_officer_on(state_request: StateRequest, by: User) -> User:
    """Who first has a project on a request: its officer, where that can still be, else whoever drafts."""
    officer = state_request.desk_officer
    return officer if officer and may_be_desk_officer(officer, state_request.state_ids) else by


def may_judge(user: User, project: Project) -> bool:
    """Hold the role that approves projects."""
    return may_for(user, Permission.APPROVE_PROJECTS, project)


def had_a_hand_in(user: User, project: Project) -> bool:
    """Whether somebody drafted a project or any part of it."""
    return user.pk == project.created_by_id or history(project).filter(by=user, act__in=DRAFTING).exists()


def may_approve(user: User, project: Project) -> bool:
    """Two persons: whoever had a hand in the draft does not approve it."""
    return may_judge(user, project) and not had_a_hand_in(user, project)


def may_close(user: User, project: Project) -> bool:
    return may_for(user, Permission.CLOSE_ACCOUNTS, project)


def roles_to_give(user: User, project: Project) -> list[str]:
    """Whoever manages people gives any role in it; whoever manages it, no role that may do more in it."""
    if may_manage_people(user):
        return roles_in_one_project()
    if not may_manage(user, project):
        return []
    return [
        key
        for key in roles_in_one_project()
        if all(may_for(user, permission, project) for permission in ROLES[key].permissions)
    ]


def may_give_role(user: User, project: Project, person: User, role: str) -> bool:
    """A role in a project is given to somebody else, who may sign in."""
    is_another = user.pk != person.pk and person.is_active
    return is_another and role in roles_to_give(user, project)


def may_end_role(user: User, membership: Membership) -> bool:
    """Whoever could give the role ends it; nobody ends the own."""
    held = membership.assignment
    return user.pk != held.user_id and held.role in roles_to_give(user, membership.project)


def may_keep_the_year(user: User) -> bool:
    """The system itself, once a year; nobody else freezes an account by hand."""
    return user.is_machine


def may_see_money(user: User) -> bool:
    """Of all the projects that they see: governments follow their projects, not the programme's money.

    A list and a sum show the money of every project in them, or of none; of one project, see the next.
    """
    if user.can_everywhere(Permission.SEE_MONEY):
        return True
    if not user.can(Permission.SEE_MONEY) or user.can_everywhere(Permission.SEE_PROJECTS):
        return False
    return all(
        seen(Permission.SEE_PROJECTS) <= seen(Permission.SEE_MONEY)
        for seen in (user.states_for, user.assignments_for)
    )


def may_see_money_of(user: User, project: Project) -> bool:
    """Whoever sees money in some State that the project reaches, or in the project itself."""
    if may_see_money(user) or not user.states_for(Permission.SEE_MONEY).isdisjoint(project.reach_ids):
        return True
    held = user.assignments_for(Permission.SEE_MONEY)
    return bool(held) and not held.isdisjoint(project.assignments)


def may_see_working_notes(user: User, project: Project) -> bool:
    """Whoever works on it: the history and its reasons are not for governments and trustees."""
    return may_for(user, Permission.SEE_WORKING_NOTES, project)
