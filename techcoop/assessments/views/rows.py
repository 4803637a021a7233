"""Adding, changing and taking out rows: one page each for every table of an assessment."""

from django import forms
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from techcoop.assessments import actions, policies
from techcoop.assessments.forms import FORMS
from techcoop.assessments.models import Consultation
from techcoop.assessments.queries import KINDS
from techcoop.assessments.views.assessment import back_to, found_for, page
from techcoop.journal.queries import last_edit
from techcoop.people.permissions import Permission
from techcoop.people.policies import done_by, require
from techcoop.web.editing import Edited, saved
from techcoop.web.forms import errors_beside_fields

BOTH = require_http_methods(["GET", "POST"])
RECORD = gettext_lazy("Record a consultation")
MODELS = {**{key: kind.model for key, kind in KINDS.items()}, "consultations": Consultation}
TITLES = {**{key: kind.add for key, kind in KINDS.items()}, "consultations": RECORD}


def model_of(table):
    """The rows of this table, where there is one of this name."""
    if table not in MODELS:
        raise Http404
    return MODELS[table]


def readable_row(request, one, table, row):
    """A row of this table for whoever may read all of it; what is sealed in it stays closed."""
    model = model_of(table)
    if model.SEALED:
        require(policies.may_read_consultations(request.user, one), done_by(Permission.READ_PROTECTED))
    return get_object_or_404(model._default_manager.defer(*model.SEALED), assessment=one, pk=row)


def unkept(answer, row):
    """A page that may hold what is to be sealed stays in no store of the browser."""
    if row.SEALED:
        answer["Cache-Control"] = "no-store"
    return answer


@BOTH
def add_row(request, key, table):
    """Add a row to a table of an assessment."""
    one, model = found_for(request, key, "add_row"), model_of(table)
    form = FORMS[table](request.POST or None, assessment=one, edited=Edited())
    if form.is_valid():
        with errors_beside_fields(form):
            actions.add_row(
                one,
                kind=model,
                what=form.what(),
                submission=form.cleaned_data["submission"],
                by=request.user,
                at=timezone.now(),
            )
            return redirect(back_to(one, table))
    submit = _("Seal and keep") if model.SEALED else _("Add")
    answer = page(request, one, form=form, title=TITLES[table], submit=submit, table=table)
    return unkept(answer, model)


@BOTH
def change_row(request, key, table, row):
    """Write a row differently."""
    one = found_for(request, key, "change_row")
    row = readable_row(request, one, table, row)
    edited, initial = last_edit(one, part=row.part), FORMS[table].typed(row)
    form = FORMS[table](request.POST or None, assessment=one, initial=initial, edited=edited)
    if form.is_valid():
        with errors_beside_fields(form):
            what = form.what()
            actions.change_row(row, what=what, seen=edited.number, by=request.user, at=timezone.now())
            return saved(request, form, back_to(one, table))
    answer = page(request, one, form=form, title=str(row), submit=_("Save"), table=table)
    return unkept(answer, row)


@BOTH
def remove_row(request, key, table, row):
    """Take a row out, after one more look at it."""
    one = found_for(request, key, "remove_row")
    row = readable_row(request, one, table, row)
    if request.method == "POST":
        actions.remove_row(row, by=request.user, at=timezone.now())
        return redirect(back_to(one, table))
    return page(request, one, form=forms.Form(), title=str(row), submit=_("Remove"), table=table, grave="yes")
