"""Which recommendations a project serves, and how."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from techcoop.assessments.forms import CitingForm
from techcoop.assessments.views.choosing import choosing
from techcoop.projects import actions, policies, queries
from techcoop.projects.forms import RationalesForm
from techcoop.projects.views.project import found
from techcoop.web.links import page_of
from techcoop.web.lists import read


@require_http_methods(["GET", "POST"])
def address(request, code):
    """Choose the recommendations that a project serves."""
    one = found(request, code, policies.may_draft)
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
    one = found(request, code, policies.may_draft)
    addressed = queries.document_of(one).addressed
    form = RationalesForm(request.POST or None, addressed=addressed)
    if request.method == "POST" and form.is_valid():
        actions.explain(one, by=request.user, at=timezone.now(), rationales=form.rationales())
        return redirect(page_of(one))
    context = {"project": one, "form": form, "title": _("Say how they are served"), "back": page_of(one)}
    return render(request, "projects/act.html", context)
