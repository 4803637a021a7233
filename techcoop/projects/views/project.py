"""The document of a project, written as a draft; its file, with the later stages, is shown by the desk."""

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from techcoop.assessments.queries import approved_for
from techcoop.people.roles import Permission
from techcoop.projects import actions, policies, queries
from techcoop.projects.forms import ProjectForm, typed_from, typed_of
from techcoop.requests.models import StateRequest
from techcoop.web.forms import errors_beside_fields
from techcoop.web.links import page_of


def found(request, code, may):
    """The project of this code, for whoever may see it and may do this with it."""
    one = get_object_or_404(queries.visible_to(request.user), code=code)
    if not may(request.user, one):
        raise PermissionDenied(_("Your role does not cover this for every State of the project."))
    return one


@require_http_methods(["GET", "POST"])
def draft(request, key):
    """Draft a project on a request that was taken up."""
    state_request = get_object_or_404(StateRequest.objects.visible_to(request.user), pk=key)
    if not request.user.can(Permission.DRAFT_PROJECTS):
        raise PermissionDenied(_("Your role does not draft projects."))
    initial = typed_from(state_request, approved_for(state_request), request.user)
    form = ProjectForm(request.POST or None, state_request=state_request, initial=initial)
    return _drafted(request, form, state_request)


@require_http_methods(["GET", "POST"])
def draft_on_mandate(request):
    """Draft a global project on an intergovernmental mandate."""
    if not request.user.can_everywhere(Permission.DRAFT_PROJECTS):
        raise PermissionDenied(_("Global projects are drafted by those whose role has no limit to States."))
    form = ProjectForm(request.POST or None, initial={"scope": "global", "language": "en"})
    return _drafted(request, form, None)


def _drafted(request, form, state_request):
    if form.is_valid():
        with errors_beside_fields(form):
            made = actions.draft(
                state_request,
                by=request.user,
                at=timezone.now(),
                submission=form.cleaned_data["submission"],
                what=form.what(),
            )
            return redirect(page_of(made))
    context = {
        "form": form,
        "title": _("Draft a project"),
        "reference": state_request.reference if state_request else "",
        "back": page_of(state_request) if state_request else reverse("projects:projects"),
    }
    return render(request, "projects/write.html", context)


@require_http_methods(["GET", "POST"])
def revise(request, code):
    """Write the draft differently."""
    one = found(request, code, policies.may_draft)
    form = ProjectForm(request.POST or None, state_request=one.state_request, initial=typed_of(one))
    if form.is_valid():
        with errors_beside_fields(form):
            actions.revise(one, by=request.user, at=timezone.now(), what=form.what())
            return redirect(page_of(one))
    context = {
        "form": form,
        "title": _("Write the document"),
        "reference": one.code,
        "back": page_of(one),
    }
    return render(request, "projects/write.html", context)
