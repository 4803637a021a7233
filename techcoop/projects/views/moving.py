"""The acts that move a project, each on its page."""

from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from techcoop.assessments.forms import ReasonsForm, RemarkForm
from techcoop.documents.forms import PaperForm
from techcoop.projects import actions, policies, queries
from techcoop.projects.practices import checks
from techcoop.projects.statuses import WITH_REASONS
from techcoop.projects.views.acts import MOVES
from techcoop.projects.views.project import found
from techcoop.requests.forms import OfficerForm
from techcoop.web.forms import errors_beside_fields, form_page
from techcoop.web.links import page_of

ACTIONS = {
    "start": actions.start,
    "suspend": actions.suspend,
    "resume": actions.resume,
    "complete": actions.complete,
    "close": actions.close,
    "cancel": actions.cancel,
    "terminate": actions.terminate,
}


@require_http_methods(["GET", "POST"])
def approve(request, code):
    """Approve a project, with the list of what that asks for."""
    one = found(request, code, "approve")
    form = RemarkForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        with errors_beside_fields(form):
            actions.approve(one, by=request.user, at=timezone.now(), **form.cleaned_data)
            return redirect(page_of(one))
    lines = [(check, _place(one, check.place)) for check in checks(one, today=timezone.localdate())]
    context = {
        "project": one,
        "form": form,
        "lines": lines,
        "is_ready": not any(check.refuses for check, _address in lines),
        "doubtful": queries.doubtful_in(one),
        "had_a_hand": policies.had_a_hand_in(request.user, one),
        "back": page_of(one),
    }
    return form_page(request, "projects/approve.html", context)


def _place(one, place):
    """Where something missing is put right."""
    if place == "state_request":
        return page_of(one.state_request) if one.state_request else ""
    if place == "assessment" and one.assessment:
        return page_of(one.assessment)
    if place == "recommendations":
        return reverse("projects:address", args=[one.code])
    return f"{reverse('projects:revise', args=[one.code])}#part-{place}"


@require_http_methods(["GET", "POST"])
def move(request, code, act):
    """Start, suspend, resume, complete, close, cancel or terminate a project."""
    one = found(request, code, act)
    words = request.POST if request.method == "POST" else None
    form = (ReasonsForm if act in WITH_REASONS else RemarkForm)(words)
    if form.is_valid():
        with errors_beside_fields(form):
            ACTIONS[act](one, by=request.user, at=timezone.now(), **form.cleaned_data)
            return redirect(page_of(one))
    context = {"project": one, "form": form, "title": MOVES[act], "back": page_of(one)}
    return form_page(request, "projects/act.html", context)


@require_http_methods(["GET", "POST"])
def assign(request, code):
    """Give a project to another officer."""
    one = found(request, code, "assign")
    initial = {"officer": one.desk_officer}
    form = OfficerForm(request.POST or None, officers=queries.officers_for(one), initial=initial)
    if form.is_valid():
        with errors_beside_fields(form):
            actions.assign(one, by=request.user, at=timezone.now(), **form.cleaned_data)
            return redirect(page_of(one))
    context = {"project": one, "form": form, "title": _("Give to a desk officer"), "back": page_of(one)}
    return form_page(request, "projects/act.html", context)


@require_http_methods(["GET", "POST"])
def attach(request, code):
    """Keep a paper with a project."""
    one = found(request, code, "attach")
    form = PaperForm(request.POST or None, request.FILES or None)
    if form.is_valid():
        with errors_beside_fields(form):
            actions.attach(one, paper=form.paper(), by=request.user, at=timezone.now())
            return redirect(page_of(one))
    context = {"project": one, "form": form, "title": _("Add a document"), "back": page_of(one)}
    return form_page(request, "projects/act.html", context)
