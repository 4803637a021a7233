"""Naming those who score the needs, and scoring them."""

from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from techcoop.assessments import actions, policies
from techcoop.assessments.forms import AssessorsForm, ScoringForm
from techcoop.assessments.queries.priorities import own_scores, possible_assessors, priorities_of
from techcoop.assessments.statuses import UNSEEN
from techcoop.assessments.views.assessment import back_to, found, found_for, page
from techcoop.lifecycle import only_while
from techcoop.web.forms import errors_beside_fields, form_page
from techcoop.web.refusals import ask_first


@require_http_methods(["GET", "POST"])
def name_assessors(request, key):
    """Say who scores the needs."""
    one = found_for(request, key, "name_assessors")
    initial = {"people": list(one.assessors.all())}
    form = AssessorsForm(request.POST or None, possible=possible_assessors(one), initial=initial)
    if request.method == "POST" and form.is_valid():
        with errors_beside_fields(form):
            people = list(form.cleaned_data["people"])
            actions.name_assessors(one, people=people, by=request.user, at=timezone.now())
            return redirect(back_to(one, "priorities"))
    return page(request, one, form=form, title=_("Name the assessors"), submit=_("Save"), table="priorities")


@require_http_methods(["GET", "POST"])
def score(request, key):
    """Score the needs, each assessor alone."""
    one = found(request, key)
    named = policies.may_score(request.user, one)
    not_yours = "" if named else _("Only those who are named as assessors score the needs.")
    ask_first(request, not_yours, lambda: only_while("score", one.status, UNSEEN))
    priorities = priorities_of(one, tuple(one.needs.all()))
    own = own_scores(one, request.user)
    form = ScoringForm(request.POST or None, lines=priorities.lines, scale=priorities.scale, own=own)
    if form.is_valid():
        with errors_beside_fields(form):
            actions.score(one, marks=form.marks(), by=request.user, at=timezone.now())
            return redirect(back_to(one, "priorities"))
    context = {"form": form, "assessment": one, "scale": priorities.scale, "back": back_to(one, "priorities")}
    return form_page(request, "assessments/score.html", context)
