"""The file of a State, and the file of a project."""

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from techcoop.accountability.queries import (
    account_in_brief,
    as_links_for,
    gaps_of_state,
    periods,
    snapshots_visible_to,
)
from techcoop.assessments.policies import may_see
from techcoop.atlas.queries import states_with_region_names
from techcoop.delivery import queries as delivery
from techcoop.desk.queries import project_file, state_file
from techcoop.documents.policies import cleared_classes, closed_papers
from techcoop.documents.queries import papers_of
from techcoop.evaluation.models import Evaluation
from techcoop.journal.queries import happenings
from techcoop.people.permissions import Permission
from techcoop.programme.models import FormOfAssistance
from techcoop.projects import queries as projects
from techcoop.projects.policies import may_see_money_of, may_see_working_notes
from techcoop.projects.statuses import ACT_LABELS
from techcoop.projects.views.acts import TONES, acts_of
from techcoop.requests.policies import may_see as may_see_request
from techcoop.web.acts import offered
from techcoop.web.panels import panels_beside

MOST_ACTIVITIES = 30
LOOKING_INTO_A_STATE = (Permission.SEE_ACCOUNTABILITY, Permission.SEE_REQUESTS, Permission.SEE_PROJECTS)


@require_safe
def state(request, iso3):
    """A State's file: accountability and assistance side by side."""
    if not any(request.user.can(one) for one in LOOKING_INTO_A_STATE):
        raise PermissionDenied
    one = get_object_or_404(states_with_region_names(), iso3=iso3.upper())
    known = periods(timezone.localdate())
    sees_facts = request.user.can(Permission.SEE_ACCOUNTABILITY)
    brief = account_in_brief(one, known) if sees_facts else None
    context = {
        "state": one,
        "accountability": state_file.accountability(one) if sees_facts else None,
        "gaps": gaps_of_state(one, known, past=brief.past) if brief else (),
        "brief": brief,
        "assistance": state_file.assistance(one, request.user),
        "recommendations_address": state_file.recommendations_address(one),
        "search_address": reverse("accountability:recommendations"),
    }
    return render(request, "desk/state.html", context)


@require_safe
def project(request, code):
    """A project's file: the document, and everything that later stages know of it."""
    one = get_object_or_404(projects.visible_to(request.user), code=code)
    sees_notes = may_see_working_notes(request.user, one)
    document = projects.document_of(one)
    gaps = project_file.gaps_of(document, timezone.localdate()) if sees_notes else ()
    context = {
        "project": one,
        "acts": [*acts_of(one, request.user), *offered(one, request.user)],
        "tone": TONES[one.status],
        "gaps": as_links_for(request.user, gaps),
        "panels": panels_beside(one, request.user),
        "snapshots": snapshots_visible_to(request.user).of(one),
        "sees_assessment": bool(one.assessment) and may_see(request.user, one.assessment),
        "sees_request": bool(one.state_request) and may_see_request(request.user, one.state_request),
        "sees_facts": request.user.can(Permission.SEE_ACCOUNTABILITY),
        "document": document,
        "forms": [FormOfAssistance(form).label for form in one.forms],
        "money": project_file.money(one) if may_see_money_of(request.user, one) else None,
        "activities": delivery.for_project(one, request.user)[:MOST_ACTIVITIES],
        "evaluations": Evaluation.objects.visible_to(request.user).filter(project=one),
        "papers": papers_of(one, cleared_classes(request.user, one)),
        "closed_papers": closed_papers(request.user, one),
        "history": happenings(one, ACT_LABELS) if sees_notes else None,
    }
    return render(request, "desk/project.html", context)
