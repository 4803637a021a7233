"""Pages on which a request is screened and decided."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST

from techcoop.requests import actions, notices, practices, queries
from techcoop.requests.forms import (
    AcceptForm,
    DeclineForm,
    PartForm,
    RedirectForm,
    ScreeningForm,
    TakeOutForm,
    WithdrawForm,
)
from techcoop.requests.models import ScreeningVerdict, StateRequest
from techcoop.requests.policies import may_register
from techcoop.requests.statuses import ACTS, DONE
from techcoop.requests.views.beside import beside
from techcoop.requests.views.fetching import requested_for
from techcoop.requests.views.letters import Drafting, as_pdf
from techcoop.requests.views.screening import sheet_of
from techcoop.web.forms import errors_beside_fields, form_page
from techcoop.web.links import page_of

Verdicts = Mapping[str, ScreeningVerdict]


@dataclass(frozen=True)
class Decision:
    """One way to decide: what is typed, and what the page says of it."""

    form: Callable[..., forms.Form]
    lead: str | Promise
    grave: bool = False
    takes_up: bool = False


DECISIONS = {
    "accept": Decision(
        AcceptForm,
        _("The whole request is taken up; the needs are assessed and the assistance is formulated next."),
        takes_up=True,
    ),
    "accept_in_part": Decision(
        PartForm,
        _("A part of the request is taken up; say which, and why not the rest."),
        takes_up=True,
    ),
    "decline": Decision(DeclineForm, _("The request is refused. This cannot be taken back."), grave=True),
    "redirect": Decision(RedirectForm, _("The request is passed on to those who can answer it better.")),
}


@require_http_methods(["GET", "POST"])
def screen(request: HttpRequest, reference: str) -> HttpResponse:
    """Screen a request, with what the records say to the questions of admissibility."""
    state_request = requested_for(request, reference, "screen")
    form = ScreeningForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with errors_beside_fields(form):
            actions.screen(state_request, by=request.user, at=timezone.now(), **form.cleaned_data)
            messages.success(request, DONE["screen"])
            return redirect(page_of(state_request))
    context = {"state_request": state_request, "form": form, "checks": sheet_of(state_request)}
    return form_page(request, "requests/screen.html", context)


@require_http_methods(["GET", "POST"])
def decide(request: HttpRequest, reference: str, act: str) -> HttpResponse:
    """Take a decision, with its reasons; the letter can be looked at and changed first."""
    state_request = requested_for(request, reference, act)
    now = timezone.now()
    verdicts = queries.verdicts_of(state_request) if DECISIONS[act].takes_up else {}
    form = _form_of(act, verdicts, request.POST or None)
    told = {"form": form, "verdicts": verdicts}
    draft = Drafting(request, state_request, act, at=now)
    # What comes too late is said on the form: no letter can be imagined for it any more.
    if hasattr(request, "too_late") or not form.is_valid() or not draft.is_right():
        return _decision_page(request, state_request, act, {**told, "wording": draft.form})
    said = actions.Said(**form.cleaned_data)
    letter, wording = draft.letter(notices.imagined(state_request, act, said.words(act)))
    if draft.wish == "pdf":
        return as_pdf(letter)
    if draft.wish == "":
        with errors_beside_fields(wording if draft.is_changed else form):
            chosen = draft.wording(notices.imagined(state_request, act, said.words(act)))
            actions.decide(state_request, act, by=request.user, at=now, said=said, wording=chosen)
            messages.success(request, DONE[act])
            return redirect(page_of(state_request))
    return _decision_page(request, state_request, act, {**told, "wording": wording, "letter": letter})


def _form_of(act: str, verdicts: Verdicts, *sent: Any) -> forms.Form:
    """What is typed for this decision; for an acceptance also why, where a question does not hold."""
    decision = DECISIONS[act]
    if not decision.takes_up:
        return decision.form(*sent)
    form = decision.form(*sent, holds=not practices.does_not_hold(verdicts))
    if form.is_bound and practices.barred_by(verdicts):
        form.add_error(
            None, gettext("The screening sheet does not let it be accepted yet; what you typed is kept.")
        )
    return form


def _decision_page(
    request: HttpRequest, state_request: StateRequest, act: str, shown: dict[str, Any]
) -> HttpResponse:
    decision, verdicts = DECISIONS[act], shown.pop("verdicts")
    templates = queries.templates_for(act, on=timezone.localdate())
    barred = practices.barred_by(verdicts) if decision.takes_up else None
    if barred and not shown["form"].is_bound:
        shown |= {"form": None, "wording": None}
    context = {
        "letter": None,
        **shown,
        **beside(state_request, request.user, now=timezone.now()),
        "state_request": state_request,
        "barred": barred,
        "weak": practices.does_not_hold(verdicts),
        "doubtful": practices.words_of_release(
            "\n".join(map(str, getattr(shown["form"], "data", {}).values()))
        ),
        "label": ACTS[act],
        "lead": decision.lead,
        "grave": decision.grave,
        "letter_language": notices.language_of(state_request, templates),
    }
    return form_page(request, "requests/decide.html", context)


@require_http_methods(["GET", "POST"])
def withdraw(request: HttpRequest, reference: str) -> HttpResponse:
    """Record that the requester takes its request back."""
    state_request = requested_for(request, reference, "withdraw")
    by_desk = may_register(request.user, state_request) and not state_request.endorsed_at
    form = (TakeOutForm if by_desk else WithdrawForm)(request.POST or None)
    if form.is_valid():
        with errors_beside_fields(form):
            actions.withdraw(state_request, by=request.user, at=timezone.now(), **form.cleaned_data)
            messages.success(request, DONE["withdraw"])
            return redirect(page_of(state_request))
    return form_page(request, "requests/withdraw.html", {"state_request": state_request, "form": form})


@require_POST
def formulate(request: HttpRequest, reference: str) -> HttpResponse:
    """Begin to formulate the assistance."""
    state_request = requested_for(request, reference, "formulate")
    actions.formulate(state_request, by=request.user, at=timezone.now())
    messages.success(request, DONE["formulate"])
    return redirect(page_of(state_request))
