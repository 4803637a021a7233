"""The projects that an assessment of needs proposes: what came of each, and drafting it in one act."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from techcoop.assessments import queries as assessments
from techcoop.assessments.models import ProposedProject
from techcoop.assessments.statuses import AssessmentStatus
from techcoop.people.permissions import Permission
from techcoop.people.policies import done_by
from techcoop.projects import actions, policies, queries
from techcoop.web.acts import act_unless
from techcoop.web.links import page_of
from techcoop.web.panels import Line, Panel
from techcoop.web.refusals import possible_while


def projects_proposed(assessment, user):
    """What this stage shows beside an assessment that proposes projects."""
    proposals = queries.proposals_of(assessment, user)
    if not proposals:
        return
    why_not = _why_not(assessment, user)
    lines = tuple(_line(one, why_not) for one in proposals)
    yield Panel(_("What came of the proposed projects"), lines)


def _why_not(assessment, user):
    """Why nothing can be drafted from a proposal now, and who can; nothing when it can."""
    if assessment.status != AssessmentStatus.APPROVED:
        return possible_while((AssessmentStatus.APPROVED,))
    may = policies.may_draft_for(user, assessment.state_request.state_ids)
    return "" if may else done_by(Permission.DRAFT_PROJECTS)


def _line(one, why_not):
    title, made = one.proposal.title, one.project
    if made:
        told = _("Drafted as project %(code)s: %(status)s") % {
            "code": made.code,
            "status": made.get_status_display(),
        }
        return Line(title, page_of(made) if one.is_visible else "", (told,))
    address = reverse("projects:draft_proposed", args=[one.proposal.pk])
    label = _("Draft this project")
    name = f"draft_proposed_{one.proposal.pk}"
    act = act_unless(why_not, name, label, address, post=True, is_near=True)
    return Line(title, acts=(act,))


@require_POST
def draft_proposed(request, key):
    """Draft the project that an approved assessment proposes."""
    seen = assessments.visible_to(request.user)
    proposal = get_object_or_404(ProposedProject.objects.filter(assessment__in=seen), pk=key)
    try:
        made = actions.draft_proposed(proposal, by=request.user, at=timezone.now())
    except ValidationError as refused:
        messages.warning(request, " ".join(refused.messages))
        return redirect(page_of(proposal.assessment))
    messages.success(request, _("The draft carries what was proposed; write what is still missing."))
    return redirect(page_of(made))
