"""Who may record evaluations, answer them and compose reviews; when is in statuses."""

from techcoop.evaluation.models import Evaluation, EvaluationQuerySet, Evidence
from techcoop.people.models import User
from techcoop.people.permissions import Permission
from techcoop.projects.models import Project
from techcoop.projects.policies import may_for


def _may_about(user: User, permission: Permission, project: Project | None) -> bool:
    """For a project as for any project; for a subject of the programme without a limit to States."""
    return may_for(user, permission, project) if project else user.can_everywhere(permission)


def permits_for(user: User, permission: Permission, evaluation: Evaluation) -> bool:
    """Whatever a role permits for what it looks at."""
    return _may_about(user, permission, evaluation.project)


def inside(user: User) -> EvaluationQuerySet:
    """The evaluations of the projects on which somebody works; of subjects for those without a limit."""
    seen = Evaluation.objects.visible_to(user)
    if user.can_everywhere(Permission.SEE_WORKING_NOTES):
        return seen
    worked_on = Project.objects.touched_by(user, Permission.SEE_WORKING_NOTES)
    return seen.filter(project__in=worked_on.values("pk"))


def may_plan(user: User) -> bool:
    """Whoever records evaluations somewhere."""
    return user.can(Permission.RECORD_EVALUATIONS)


def may_plan_for(user: User, project: Project | None) -> bool:
    """Whoever records evaluations for the project, or everywhere for a subject of the programme."""
    return _may_about(user, Permission.RECORD_EVALUATIONS, project)


def is_independent(user: User, project: Project | None) -> bool:
    """Nobody evaluates a project whose desk officer or approver they are."""
    return project is None or user.pk not in (project.desk_officer_id, project.approved_by_id)


def may_record(user: User, evaluation: Evaluation) -> bool:
    """Whoever records evaluations of what it looks at."""
    return _may_about(user, Permission.RECORD_EVALUATIONS, evaluation.project)


def may_respond(user: User, evaluation: Evaluation) -> bool:
    """Whoever answers for the programme in what it looks at."""
    return _may_about(user, Permission.RESPOND_TO_EVALUATIONS, evaluation.project)


def may_see_working_notes(user: User, evaluation: Evaluation) -> bool:
    """Whoever works on it: the history and its reasons are not for governments and trustees."""
    return _may_about(user, Permission.SEE_WORKING_NOTES, evaluation.project)


def may_read(user: User, evidence: Evidence) -> bool:
    """Confidential evidence is a count to everybody but those who record the evaluation."""
    return not evidence.is_confidential or may_record(user, evidence.finding.evaluation)


def may_see_reviews(user: User) -> bool:
    """A review counts every State, so it is for those who see evaluations everywhere."""
    return user.can_everywhere(Permission.SEE_EVALUATIONS)


def may_open_requests(user: User) -> bool:
    """Figures of requests count those of every State; they are links for whoever sees all of these."""
    return user.can_everywhere(Permission.SEE_REQUESTS)


def may_compose(user: User) -> bool:
    """Whoever composes reviews without a limit to States."""
    return may_see_reviews(user) and user.can_everywhere(Permission.COMPOSE_REVIEWS)
