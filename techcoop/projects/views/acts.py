"""What can be done with a project now, and why not when it cannot."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from techcoop.assessments.statuses import AssessmentStatus
from techcoop.projects import policies
from techcoop.projects.statuses import LIFECYCLE
from techcoop.requests.statuses import TAKEN_UP
from techcoop.web.acts import Act

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
FIRST, GRAVE = ("approve", "start", "resume", "complete", "close"), ("suspend", "cancel", "terminate")


def acts_of(project, user):
    """The acts that are near, each with the reason where it cannot be done; for the file of a project too."""
    possible = LIFECYCLE.allowed_acts(project.status)
    why_not = {"approve": _why_not_approve(project, user) if "approve" in possible else ""}
    why_not["close"] = "" if policies.may_close(user, project) else _("Finance officers close accounts.")
    manage = "" if policies.may_manage(user, project) else _not_your_role()
    moves = [_act(name, MOVES[name], project, why_not.get(name, manage)) for name in possible]
    attach = _act("attach", _("Add a document"), project, manage)
    return [*_writing(project, user, "approve" in possible), *moves, attach]


def _writing(project, user, is_draft):
    if not is_draft:
        return []
    why_not = "" if policies.may_draft(user, project) else _not_your_role()
    offered = (
        ("revise", _("Write the document")),
        ("address", _("Choose recommendations")),
        ("explain", _("Say how they are served")),
    )
    return [_act(name, label, project, why_not) for name, label in offered]


def _act(name, label, project, why_not):
    address = reverse(f"projects:{name}", args=[project.code])
    return Act(
        name,
        label,
        address,
        allowed=not why_not,
        why_not=why_not,
        first=name in FIRST,
        grave=name in GRAVE,
    )


def _why_not_approve(project, user):
    """What is missing stands on the page of approval itself, as a list with links."""
    if not policies.may_judge(user, project):
        return _not_your_role()
    if policies.had_a_hand_in(user, project):
        return _("You had a hand in the draft: another person approves it.")
    return ""


def _not_your_role():
    return _("Your role does not cover this for every State of the project.")


def acts_on_request(state_request, user):
    """What this stage offers on the page of a request that was taken up."""
    if state_request.status in TAKEN_UP:
        allowed = policies.may_draft_for(user, state_request.state_ids)
        address = reverse("projects:draft", args=[state_request.pk])
        why_not = _("Your role does not draft projects for this State.")
        yield Act("draft_project", _("Draft a project"), address, allowed=allowed, why_not=why_not)


def acts_on_assessment(assessment, user):
    """What this stage offers on the page of an approved assessment."""
    if assessment.status == AssessmentStatus.APPROVED:
        yield from acts_on_request(assessment.state_request, user)
