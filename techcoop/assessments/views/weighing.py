"""Weighing the inputs and the recommendations, and opening what is sealed."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from techcoop.assessments import actions, queries
from techcoop.assessments.forms import CitingForm, WeighingForm
from techcoop.assessments.models import Consultation, Input, part_of
from techcoop.assessments.views.assessment import back_to, found, found_for, page
from techcoop.assessments.views.choosing import choosing
from techcoop.journal.queries import last_edit
from techcoop.web.editing import saved
from techcoop.web.forms import errors_beside_fields
from techcoop.web.links import page_of
from techcoop.web.lists import read


@require_http_methods(["GET", "POST"])
def weigh(request, key):
    """Cite recommendations of the mechanisms, or leave them out again."""
    one = found_for(request, key, "weigh")
    form = CitingForm(request.POST)
    if request.method == "POST" and form.is_valid():
        actions.weigh(one, by=request.user, at=timezone.now(), **form.chosen())
        messages.success(request, _("The choice is kept."))
        return redirect(request.get_full_path())
    rows = queries.to_weigh(one)
    context = {
        "assessment": one,
        "page": read(choosing(rows), request.GET, rows),
        "proposals": [] if request.GET else queries.proposed_for(one),
        "title": _("Weigh recommendations"),
        "back": back_to(one, "recommendations"),
    }
    return render(request, "assessments/weigh.html", context)


@require_http_methods(["GET", "POST"])
def trace_need(request, key, row):
    """Choose among what is proposed for one need."""
    one = found_for(request, key, "trace_need")
    need = get_object_or_404(one.needs, pk=row)
    form = CitingForm(request.POST)
    if request.method == "POST" and form.is_valid():
        chosen = form.chosen()
        given = {"cite": chosen["cite"], "refuse": chosen["refuse"]}
        actions.trace_need(need, **given, by=request.user, at=timezone.now())
        messages.success(request, _("The choice is kept."))
        return redirect(back_to(one, "needs"))
    context = {
        "assessment": one,
        "need": need,
        "naming": need.recommendations.defer("search").select_related("mechanism"),
        "proposals": queries.proposed_for_need(need),
        "back": back_to(one, "needs"),
    }
    return render(request, "assessments/trace_need.html", context)


@require_http_methods(["GET", "POST"])
def weigh_input(request, key, source):
    """Write what was made of one of the four inputs."""
    one = found_for(request, key, "weigh_input")
    if source not in Input:
        raise Http404
    edited = last_edit(one, part=part_of(source))
    initial = WeighingForm.typed(one.inputs.filter(source=source).first())
    form = WeighingForm(request.POST or None, initial=initial, edited=edited)
    if form.is_valid():
        with errors_beside_fields(form):
            what = form.weighing(source)
            actions.weigh_input(one, what=what, seen=edited.number, by=request.user, at=timezone.now())
            return saved(request, form, back_to(one, "inputs"))
    return page(request, one, form=form, title=Input(source).label, submit=_("Save"))


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
