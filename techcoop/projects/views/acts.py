"""What can be done with a project now, and why not when it cannot."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from techcoop.assessments.statuses import AssessmentStatus
from techcoop.lifecycle import only_while
from techcoop.people.permissions import Permission
from techcoop.people.policies import done_by
from techcoop.projects import policies
from techcoop.projects.statuses import LIFECYCLE, ON_A_DESK, WITH_OUTCOMES, ProjectStatus
from techcoop.requests.policies import may_formulate
from techcoop.requests.statuses import TAKEN_UP
from techcoop.web.acts import act_unless

TONES = {
    "draft": "waiting",
    "approved": "going",
    "operational": "going",
    "suspended": "stopped",
    "completed": "good",
    "closed": "good",
    "cancelled": "stopped",
    "terminated": "stopped",
    "legacy": "",
}
MOVES = {
    "approve": gettext_lazy("Approve"),
    "start": gettext_lazy("Start"),
    "suspend": gettext_lazy("Suspend"),
    "resume": gettext_lazy("Resume"),
    "complete": gettext_lazy("Mark as completed"),
    "close": gettext_lazy("Close the accounts"),
    "cancel": gettext_lazy("Cancel the project"),
    "terminate": gettext_lazy("Terminate"),
}
WRITTEN = ("revise", "address", "explain")
# What moves nothing has its time as well.
ITS_TIME = {
    **dict.fromkeys(WRITTEN, (ProjectStatus.DRAFT,)),
    "tell_outcomes": WITH_OUTCOMES,
    "assign": ON_A_DESK,
}
DRAFTED = (policies.may_draft, Permission.DRAFT_PROJECTS)
MANAGED = (policies.may_manage, Permission.MANAGE_PROJECTS)
# Whose an act is; what is not named here is managed.
WHO = {
    **dict.fromkeys(WRITTEN, DRAFTED),
    "approve": (policies.may_judge, Permission.APPROVE_PROJECTS),
    "close": (policies.may_close, Permission.CLOSE_ACCOUNTS),
}
FIRST, GRAVE = ("approve", "start", "resume", "complete", "close"), ("suspend", "cancel", "terminate")


def acts_of(project, user):
    """The acts that are near, each with the reason where it cannot be done; for the file of a project too."""
    possible = LIFECYCLE.allowed_acts(project.status)
    managed = why_not_yours(project, user, "attach")
    why_not = {name: _why_not(project, user, name) for name in possible if name in WHO}
    moves = [_act(name, MOVES[name], project, why_not.get(name, managed)) for name in possible]
    beside = [_act("attach", _("Add a document"), project, managed), *_people(project, user)]
    if project.status in ON_A_DESK:
        beside.append(_act("assign", _("Give to a desk officer"), project, managed))
    if project.status in WITH_OUTCOMES:
        told = _act("tell_outcomes", _("Say what became of the structures"), project, managed)
        beside.insert(0, told)
    return [*_writing(project, user, "approve" in possible), *moves, *beside]


def _people(project, user):
    """The way to who works on it; governments and trustees are not told of it."""
    if policies.may_see_working_notes(user, project):
        yield _act("members", _("People of this project"), project, "")


def _writing(project, user, is_draft):
    if not is_draft:
        return []
    why_not = why_not_yours(project, user, "revise")
    offered = (
        ("revise", _("Write the document")),
        ("address", _("Choose recommendations")),
        ("explain", _("Say how they are served")),
    )
    return [_act(name, label, project, why_not) for name, label in offered]


def _act(name, label, project, why_not):
    address = reverse(f"projects:{name}", args=[project.code])
    return act_unless(why_not, name, label, address, first=name in FIRST, grave=name in GRAVE)


def _why_not(project, user, act):
    """What is missing stands on the page of approval itself, as a list with links."""
    not_yours = why_not_yours(project, user, act)
    if act == "approve" and not not_yours and policies.had_a_hand_in(user, project):
        return _("You had a hand in the draft: another person approves it.")
    return not_yours


def why_not_yours(project, user, act):
    """Why no role of somebody permits this act, whatever the status; nothing when one does."""
    may, permission = WHO.get(act, MANAGED)
    return "" if may(user, project) else done_by(permission)


def require_its_time(project, act):
    """Refuse an act that the status does not permit; a document may be added at any time."""
    if act in ITS_TIME:
        only_while(act, project.status, ITS_TIME[act])
    elif act in LIFECYCLE.acts:
        LIFECYCLE.after(project.status, act)


def why_not_draft(state_request, user):
    """Why somebody may not draft a project on this request; nothing when they may."""
    allowed = user.can(Permission.DRAFT_PROJECTS) and may_formulate(user, state_request)
    return "" if allowed else done_by(Permission.DRAFT_PROJECTS)


def acts_on_request(state_request, user):
    """What this stage offers on the page of a request that was taken up."""
    if state_request.status in TAKEN_UP:
        why_not = why_not_draft(state_request, user)
        address = reverse("projects:draft", args=[state_request.pk])
        yield act_unless(why_not, "draft_project", _("Draft a project"), address)


def acts_on_assessment(assessment, user):
    """What this stage offers on the page of an approved assessment."""
    if assessment.status == AssessmentStatus.APPROVED:
        yield from acts_on_request(assessment.state_request, user)
