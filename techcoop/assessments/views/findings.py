"""What an assessment finds: needs, recommendations weighed, and those who were heard."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from techcoop.assessments import actions, queries
from techcoop.assessments.forms import CitingForm, ConsultationForm, NeedForm
from techcoop.assessments.models import Consultation
from techcoop.assessments.views.assessment import found, page
from techcoop.assessments.views.choosing import choosing
from techcoop.web.links import page_of
from techcoop.web.lists import read


@require_http_methods(["GET", "POST"])
def add_need(request, key):
    """Write down a need."""
    one = found(request, key)
    form = NeedForm(request.POST or None)
    if form.is_valid():
        actions.add_need(
            one,
            by=request.user,
            at=timezone.now(),
            submission=form.cleaned_data["submission"],
            finding=form.finding(),
        )
        return redirect(page_of(one))
    return page(request, one, form=form, title=_("Add a need"), submit=_("Add"))


@require_http_methods(["GET", "POST"])
def change_need(request, key, need):
    """Write a need differently."""
    one = found(request, key)
    need = get_object_or_404(one.needs, pk=need)
    form = NeedForm(request.POST or None, initial=NeedForm.typed(need))
    if form.is_valid():
        actions.change_need(need, by=request.user, at=timezone.now(), finding=form.finding())
        return redirect(page_of(one))
    return page(request, one, form=form, title=_("Change a need"), submit=_("Save"))


@require_POST
def remove_need(request, key, need):
    """Take a need out."""
    one = found(request, key)
    actions.remove_need(get_object_or_404(one.needs, pk=need), by=request.user, at=timezone.now())
    return redirect(page_of(one))


@require_http_methods(["GET", "POST"])
def weigh(request, key):
    """Cite recommendations of the mechanisms, or leave them out again."""
    one = found(request, key)
    form = CitingForm(request.POST)
    if request.method == "POST" and form.is_valid():
        cite, leave = form.chosen()
        actions.weigh(one, by=request.user, at=timezone.now(), cite=cite, leave=leave)
        messages.success(request, _("The choice is kept."))
        return redirect(request.get_full_path())
    rows = queries.to_weigh(one)
    context = {
        "assessment": one,
        "page": read(choosing(rows), request.GET, rows),
        "title": _("Weigh recommendations"),
        "back": page_of(one),
        "treaties": queries.treaty_statuses(one),
    }
    return render(request, "assessments/weigh.html", context)


@require_http_methods(["GET", "POST"])
def record_consultation(request, key):
    """Record who was heard."""
    one = found(request, key)
    form = ConsultationForm(request.POST or None)
    if form.is_valid():
        actions.record_consultation(
            one,
            by=request.user,
            at=timezone.now(),
            submission=form.cleaned_data["submission"],
            hearing=form.hearing(),
        )
        return redirect(page_of(one))
    return page(request, one, form=form, title=_("Record a consultation"), submit=_("Seal and keep"))


@require_POST
def read_consultation(request, key, consultation):
    """Open who was heard; the reading is recorded, so this is no page that can be linked to."""
    one = found(request, key)
    sealed = get_object_or_404(Consultation.objects.only("assessment"), assessment=one, pk=consultation)
    opened = actions.read_consultation(sealed, by=request.user, at=timezone.now())
    response = render(
        request, "assessments/consultation.html", {"opened": opened, "assessment": one, "back": page_of(one)}
    )
    response["Cache-Control"] = "no-store"
    return response
