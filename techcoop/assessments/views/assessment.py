"""One assessment: its page, its text, and how it moves."""

from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from techcoop.assessments import actions, policies, queries
from techcoop.assessments.forms import (
    ApprovalForm,
    CommissionForm,
    ContentForm,
    ReasonsForm,
    RemarkForm,
    SupersedingForm,
    ValidationForm,
)
from techcoop.assessments.statuses import ACT_LABELS, UNSEEN
from techcoop.assessments.views.acts import (
    TONES,
    acts_of,
    require_its_time,
    why_not_commission,
    why_not_yours,
)
from techcoop.assessments.views.sections import charts_of, shown_sections, weighed_inputs
from techcoop.journal.queries import happenings, last_edit
from techcoop.lifecycle import only_while
from techcoop.people.permissions import Permission
from techcoop.requests.forms import OfficerForm
from techcoop.requests.models import StateRequest
from techcoop.requests.statuses import TAKEN_UP
from techcoop.web.acts import offered
from techcoop.web.editing import saved
from techcoop.web.forms import errors_beside_fields, form_page
from techcoop.web.links import page_of
from techcoop.web.panels import panels_beside
from techcoop.web.refusals import ask_first


def found(request, key):
    """The assessment of this key, if the person may see it."""
    signed = ("desk_officer", "approved_by", "validated_by", "cleared_by", "superseded_by")
    return get_object_or_404(queries.visible_to(request.user).select_related(*signed), pk=key)


def found_for(request, key, act):
    """The assessment of this key, for whoever may do this with it now."""
    one = found(request, key)
    ask_first(request, why_not_yours(one, request.user, act), lambda: require_its_time(one, act))
    return one


def back_to(one, section):
    """The page of an assessment, at one of its sections."""
    return f"{page_of(one)}#{section}"


@require_safe
def assessment(request, key):
    """The page of an assessment."""
    one = found(request, key)
    contents = queries.contents_of(one)
    writes = policies.may_assess(request.user, one) and one.is_open
    balance = queries.balance_of(contents.heard)
    reads = policies.may_read_consultations(request.user, one)
    context = {
        "contents": contents,
        "assessment": one,
        "acts": [*acts_of(contents, request.user), *offered(one, request.user)],
        "tone": TONES[one.status],
        "sections": shown_sections(contents, writes=writes),
        "inputs": weighed_inputs(contents),
        "balance": balance,
        "charts": charts_of(balance),
        "may_read": reads,
        "may_write": writes,
        "may_score": one.status in UNSEEN and policies.may_score(request.user, one),
        "panels": panels_beside(one, request.user),
        "sees_account": request.user.can(Permission.SEE_ACCOUNTABILITY),
        "others": queries.others_beside(one, request.user),
        "history": happenings(one, ACT_LABELS),
    }
    return render(request, "assessments/assessment.html", context)


@require_http_methods(["GET", "POST"])
def commission(request, key):
    """Commission an assessment for a request."""
    state_request = get_object_or_404(StateRequest.objects.visible_to(request.user), pk=key)
    ask_first(
        request,
        why_not_commission(state_request, request.user),
        lambda: only_while("commission", state_request.status, TAKEN_UP),
    )
    form = CommissionForm(request.POST or None, initial={"title": state_request.subject})
    if form.is_valid():
        with errors_beside_fields(form):
            made = actions.commission(
                state_request,
                by=request.user,
                at=timezone.now(),
                submission=form.cleaned_data["submission"],
                terms=form.terms(),
            )
            return redirect(page_of(made))
    title = _("Commission an assessment of needs")
    context = {
        "form": form,
        "title": title,
        "reference": state_request.reference,
        "submit": _("Commission"),
        "back": page_of(state_request),
    }
    return form_page(request, "assessments/act.html", context)


@require_http_methods(["GET", "POST"])
def revise(request, key):
    """Write the text of an assessment."""
    one = found_for(request, key, "revise")
    edited = last_edit(one)
    form = ContentForm(request.POST or None, initial=ContentForm.typed(one), edited=edited)
    if form.is_valid():
        with errors_beside_fields(form):
            content = form.content()
            actions.revise(one, by=request.user, at=timezone.now(), content=content, seen=edited.number)
            return saved(request, form, page_of(one))
    return page(request, one, form=form, title=_("Write the text"), submit=_("Save"))


@require_POST
def begin(request, key):
    """Begin the work."""
    one = found(request, key)
    actions.begin(one, by=request.user, at=timezone.now())
    return redirect(page_of(one))


@require_POST
def draft(request, key):
    """Hand in the draft."""
    one = found(request, key)
    actions.draft(one, by=request.user, at=timezone.now())
    return redirect(page_of(one))


@require_http_methods(["GET", "POST"])
def assign(request, key):
    """Give an assessment to another officer."""
    one = found_for(request, key, "assign")
    initial = {"officer": one.desk_officer}
    form = OfficerForm(request.POST or None, officers=queries.officers_for(one), initial=initial)
    if form.is_valid():
        with errors_beside_fields(form):
            actions.assign(one, by=request.user, at=timezone.now(), **form.cleaned_data)
            return redirect(page_of(one))
    return page(request, one, form=form, title=_("Give to a desk officer"), submit=_("Give"))


@require_http_methods(["GET", "POST"])
def validate(request, key):
    """Record that the draft was validated with those consulted."""
    return act(
        request, key, action=actions.validate, form_class=ValidationForm, title=_("Record the validation")
    )


@require_http_methods(["GET", "POST"])
def approve(request, key):
    """Approve an assessment."""
    return act(request, key, action=actions.approve, form_class=ApprovalForm, title=_("Approve"))


@require_http_methods(["GET", "POST"])
def clear(request, key):
    """Sign an assessment off for a substantive division."""
    return act(
        request,
        key,
        action=actions.clear,
        form_class=RemarkForm,
        title=_("Sign off for a substantive division"),
    )


@require_http_methods(["GET", "POST"])
def send_back(request, key):
    """Send an assessment back, with reasons."""
    return act(request, key, action=actions.send_back, form_class=ReasonsForm, title=_("Send back"))


@require_http_methods(["GET", "POST"])
def supersede(request, key):
    """Say that an assessment no longer holds."""
    return act(request, key, action=actions.supersede, form_class=SupersedingForm, title=_("Supersede"))


def act(request, key, *, action, form_class, title):
    """The page of an act that asks for a few words."""
    one = found_for(request, key, action.__name__)
    form = form_class(request.POST if request.method == "POST" else None)
    if hasattr(form, "of"):
        form.of(one)
    if form.is_valid():
        with errors_beside_fields(form):
            action(one, by=request.user, at=timezone.now(), **form.cleaned_data)
            return redirect(page_of(one))
    doubtful = queries.doubtful_in(queries.contents_of(one)) if action is actions.approve else []
    return page(request, one, form=form, title=title, submit=title, doubtful=doubtful)


def page(request, one, *, form, title, submit, table="", **more):
    """A page with one form about an assessment, or about a row of one of its tables."""
    context = {
        "form": form,
        "title": title,
        "submit": submit,
        "reference": one.title,
        "back": back_to(one, table) if table else page_of(one),
        "doubtful": (),
        **more,
    }
    return form_page(request, "assessments/act.html", context)
