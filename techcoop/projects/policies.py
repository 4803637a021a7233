"""Who may do what with projects: writing asks for every State that a project reaches."""

from collections.abc import Collection

from techcoop.journal.queries import history
from techcoop.people.models import User
from techcoop.people.roles import Permission
from techcoop.projects.models import Project
from techcoop.requests.models import StateRequest

# Whoever did one of these has had a hand in the draft.
DRAFTING = ("draft", "draft_proposed", "revise", "address", "explain")


def may_draft_for(user: User, state_ids: Collection[int]) -> bool:
    """For these States; a project without States is drafted by those whose role has no limit."""
    return user.can_for(Permission.DRAFT_PROJECTS, state_ids)


def may_draft(user: User, project: Project) -> bool:
    return may_draft_for(user, project.reach_ids)


def may_manage(user: User, project: Project) -> bool:
    """Start, suspend, resume, complete, cancel, terminate."""
    return user.can_for(Permission.MANAGE_PROJECTS, project.reach_ids)


def may_be_desk_officer(officer: User, state_ids: Collection[int]) -> bool:
    """An officer who manages projects in all the States that a project reaches can be given it."""
    return officer.is_active and officer.can_for(Permission.MANAGE_PROJECTS, state_ids)


def desk_officer_on(state_request: StateRequest, by: User) -> User:
    """Who first has a project on a request: its officer, where that can still be, else whoever drafts."""
    officer = state_request.desk_officer
    return officer if officer and may_be_desk_officer(officer, state_request.state_ids) else by


def may_judge(user: User, project: Project) -> bool:
    """Hold the role that approves projects for all its States."""
    return user.can_for(Permission.APPROVE_PROJECTS, project.reach_ids)


def had_a_hand_in(user: User, project: Project) -> bool:
    """Whether somebody drafted a project or any part of it."""
    return user.pk == project.created_by_id or history(project).filter(by=user, act__in=DRAFTING).exists()


def may_approve(user: User, project: Project) -> bool:
    """Two persons: whoever had a hand in the draft does not approve it."""
    return may_judge(user, project) and not had_a_hand_in(user, project)


def may_close(user: User, project: Project) -> bool:
    return user.can_for(Permission.CLOSE_ACCOUNTS, project.reach_ids)


def may_keep_the_year(user: User) -> bool:
    """The system itself, once a year; nobody else freezes an account by hand."""
    return user.is_machine


def may_see_money(user: User) -> bool:
    """Of all the projects that they see: governments follow their projects, not the programme's money."""
    if user.can_everywhere(Permission.SEE_MONEY):
        return True
    shown = user.states_for(Permission.SEE_PROJECTS)
    limited = not user.can_everywhere(Permission.SEE_PROJECTS)
    return limited and bool(shown) and shown <= user.states_for(Permission.SEE_MONEY)


def may_see_working_notes(user: User, project: Project) -> bool:
    """Whoever works on it: the history and its reasons are not for governments and trustees."""
    return user.can_for(Permission.SEE_WORKING_NOTES, project.reach_ids)
