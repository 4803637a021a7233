"""The document of a project, written as a draft; its file, with the later stages, is shown by the desk."""

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from techcoop.assessments.queries import approved_for
from techcoop.journal.queries import last_edit
from techcoop.lifecycle import only_while
from techcoop.people.permissions import Permission
from techcoop.projects import actions, queries
from techcoop.projects.forms import ProjectForm, ReviseForm, typed_from, typed_of
from techcoop.projects.views.acts import require_its_time, why_not_draft, why_not_yours
from techcoop.requests.models import StateRequest
from techcoop.requests.statuses import TAKEN_UP
from techcoop.web.editing import saved
from techcoop.web.forms import errors_beside_fields, form_page
from techcoop.web.links import page_of
from techcoop.web.refusals import ask_first


def found(request, code, act):
    """The project of this code, for whoever may see it and may do this with it now."""
    one = get_object_or_404(queries.visible_to(request.user), code=code)
    ask_first(request, why_not_yours(one, request.user, act), lambda: require_its_time(one, act))
    return one


@require_http_methods(["GET", "POST"])
def draft(request, key):
    """Draft a project on a request that was taken up."""
    state_request = get_object_or_404(StateRequest.objects.visible_to(request.user), pk=key)
    ask_first(
        request,
        why_not_draft(state_request, request.user),
        lambda: only_while("draft", state_request.status, TAKEN_UP),
    )
    initial = typed_from(state_request, approved_for(state_request), request.user)
    given = {"user": request.user, "state_request": state_request, "initial": initial}
    form = ProjectForm(request.POST or None, **given)
    return _drafted(request, form, state_request)


@require_http_methods(["GET", "POST"])
def draft_on_mandate(request):
    """Draft a global project on an intergovernmental mandate."""
    if not request.user.can_everywhere(Permission.DRAFT_PROJECTS):
        raise PermissionDenied(_("Global projects are drafted by those whose role has no limit to States."))
    initial = {"scope": "global", "language": "en"}
    form = ProjectForm(request.POST or None, user=request.user, initial=initial)
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
    return form_page(request, "projects/write.html", context)


@require_http_methods(["GET", "POST"])
def revise(request, code):
    """Write the draft differently."""
    one = found(request, code, "revise")
    edited = last_edit(one)
    given = {"user": request.user, "state_request": one.state_request, "initial": typed_of(one)}
    form = ReviseForm(request.POST or None, edited=edited, **given)
    if form.is_valid():
        with errors_beside_fields(form):
            actions.revise(one, what=form.what(), seen=edited.number, by=request.user, at=timezone.now())
            return saved(request, form, page_of(one))
    context = {
        "form": form,
        "title": _("Write the document"),
        "reference": one.code,
        "back": page_of(one),
    }
    return form_page(request, "projects/write.html", context)
