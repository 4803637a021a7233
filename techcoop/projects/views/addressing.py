"""Which recommendations a project serves, and how."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from techcoop.assessments.forms import CitingForm
from techcoop.assessments.views.choosing import choosing
from techcoop.journal.queries import last_edit
from techcoop.projects import actions, queries
from techcoop.projects.actions.drafting import RATIONALES
from techcoop.projects.forms import TextsForm
from techcoop.projects.views.project import found
from techcoop.web.editing import saved
from techcoop.web.forms import errors_beside_fields, form_page
from techcoop.web.links import page_of
from techcoop.web.lists import read


@require_http_methods(["GET", "POST"])
def address(request, code):
    """Choose the recommendations that a project serves."""
    one = found(request, code, "address")
    form = CitingForm(request.POST)
    if request.method == "POST" and form.is_valid():
        actions.address(one, by=request.user, at=timezone.now(), **form.chosen())
        messages.success(request, _("The choice is kept."))
        return redirect(request.get_full_path())
    rows = queries.to_address(one)
    context = {
        "project": one,
        "page": read(choosing(rows), request.GET, rows),
        "proposals": [] if request.GET else queries.proposed_for(one),
        "title": _("Choose recommendations"),
        "back": page_of(one),
    }
    return render(request, "projects/address.html", context)


@require_http_methods(["GET", "POST"])
def explain(request, code):
    """Say how a project serves what it addresses."""
    one = found(request, code, "explain")
    addressed = queries.addressed_by(one)
    edited = last_edit(one, part=RATIONALES)
    said = {each.recommendation_id: (each.recommendation.text[:300], each.rationale) for each in addressed}
    form = TextsForm(request.POST or None, said=said, edited=edited)
    if request.method == "POST" and form.is_valid():
        with errors_beside_fields(form):
            given = {"rationales": form.texts(), "seen": edited.number}
            actions.explain(one, by=request.user, at=timezone.now(), **given)
            return saved(request, form, page_of(one))
    context = {"project": one, "form": form, "title": _("Say how they are served"), "back": page_of(one)}
    return form_page(request, "projects/act.html", context)
