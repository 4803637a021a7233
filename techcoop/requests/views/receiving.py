"""Pages on which a request is entered, completed, registered and acknowledged."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from techcoop.documents.policies import cleared_classes
from techcoop.documents.queries import papers_of
from techcoop.journal.actions import ChangedMeanwhile
from techcoop.journal.queries import last_edit
from techcoop.lifecycle import only_while
from techcoop.people.permissions import Permission
from techcoop.people.policies import done_by
from techcoop.requests import actions
from techcoop.requests.forms import RegisterForm, ReviseForm
from techcoop.requests.models import RequestDraft, StateRequest
from techcoop.requests.policies import may_draft, may_register
from techcoop.requests.practices import fixed_in, missing_for_registration, sounds_like_another_body
from techcoop.requests.queries import draft_of, has_paper
from techcoop.requests.statuses import LIFECYCLE, UNDECIDED
from techcoop.requests.views.fetching import let_registrars_in, requested, requested_for
from techcoop.requests.views.letters import Drafting, as_pdf
from techcoop.requests.views.saving import (
    in_background,
    key_of,
    saved_in_background,
    says_when,
    version_of,
)
from techcoop.web.editing import Edited
from techcoop.web.forms import errors_beside_fields, form_page
from techcoop.web.links import page_of
from techcoop.web.refusals import ask_first


@require_http_methods(["GET", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """Enter a note verbale or letter: saved as it is, or registered at once."""
    let_registrars_in(request.user)
    found = _draft_at_the_desk(request)
    if found and found.state_request and not in_background(request):
        messages.info(request, _("A request was made of this draft: %(who)s.") % {"who": found.closed_by})
        return redirect(page_of(found.state_request))
    form = _registering(request, found)
    try:
        if request.method == "POST" and in_background(request):
            return saved_in_background(request, key_of(request.POST.get("submission", "")), form)
        if form.is_valid():
            return _go_on(request, _received(request, form), form.meanwhile())
    except ChangedMeanwhile:
        return new(request)  # somebody saved at this very moment: compared with that anew
    papers = papers_of(found, cleared_classes(request.user, found)) if found else ()
    context = {"form": form, "draft": found, "papers": papers, "says": says_when(found)}
    return form_page(request, "requests/new.html", context)


def _received(request: HttpRequest, form: RegisterForm) -> StateRequest:
    given = {"submission": form.cleaned_data["submission"], "scan": form.paper(), "seen": version_of(form)}
    return actions.receive(form.facts(), by=request.user, at=timezone.now(), **given)


def _draft_at_the_desk(request: HttpRequest) -> RequestDraft | None:
    """The draft with which the form goes on; whoever may not see it gets 404."""
    named = request.POST.get("submission") or request.GET.get("draft")
    found = draft_of(key_of(named)) if named else None
    if found and not may_draft(request.user, found):
        raise Http404
    gone = found is None or (found.closed_at and not found.state_request)
    if gone and request.GET.get("draft"):
        raise Http404
    return found


def _registering(request: HttpRequest, found: RequestDraft | None) -> RegisterForm:
    first = {"submission": found.key} if found else {}
    given = {"user": request.user, "today": timezone.localdate(), "initial": first, "draft": found}
    return RegisterForm(request.POST or None, request.FILES or None, **given)


@require_http_methods(["GET", "POST"])
def revise(request: HttpRequest, reference: str) -> HttpResponse:
    """Correct or complete the facts; with `?check` the page says what is still missing."""
    state_request = _revisable(request, reference)
    edited = last_edit(state_request)
    form = _form_of(state_request, edited, request, request.POST or None, request.FILES or None)
    if form.is_valid():
        given = {"facts": form.facts(), "scan": form.paper(), "seen": edited.number}
        with errors_beside_fields(form):
            kept = actions.revise(state_request, by=request.user, at=timezone.now(), **given)
            return _go_on(request, kept, form.meanwhile())
    if "check" in request.GET and not form.is_bound:
        form = _form_of(state_request, edited, request, ReviseForm.typed(state_request))
        for one in missing_for_registration(state_request, has_paper=has_paper(state_request)):
            form.add_error(one.field, one.sentence)
    can_register = "register" in LIFECYCLE.allowed_acts(state_request.status)
    context = {"form": form, "state_request": state_request, "can_register": can_register}
    return form_page(request, "requests/revise.html", context)


def _revisable(request: HttpRequest, reference: str) -> StateRequest:
    state_request = requested(request, reference)
    not_yours = "" if may_register(request.user, state_request) else done_by(Permission.REGISTER_REQUESTS)
    ask_first(request, not_yours, lambda: only_while("revise", state_request.status, UNDECIDED))
    return state_request


def _form_of(state_request: StateRequest, edited: Edited, request: HttpRequest, *sent: Any) -> ReviseForm:
    return ReviseForm(
        *sent,
        user=request.user,
        today=timezone.localdate(),
        initial=ReviseForm.typed(state_request),
        edited=edited,
        fixed=fixed_in(state_request),
    )


def _go_on(request: HttpRequest, kept: StateRequest, meanwhile: str = "") -> HttpResponse:
    """After saving: register where that was asked for, else show what was kept."""
    if meanwhile:
        messages.info(request, meanwhile)
    wants_more = request.POST.get("then") == "register"
    if wants_more and "register" in LIFECYCLE.allowed_acts(kept.status):
        return _registered(request, kept)
    messages.success(request, _("Saved as %(reference)s.") % {"reference": kept.reference})
    return redirect(page_of(kept))


@require_POST
def register(request: HttpRequest, reference: str) -> HttpResponse:
    """Take the request into the registry, or say what is missing."""
    return _registered(request, requested_for(request, reference, "register"))


def _registered(request: HttpRequest, state_request: StateRequest) -> HttpResponse:
    words = {"reference": state_request.reference}
    try:
        actions.register(state_request, by=request.user, at=timezone.now())
    except ValidationError:
        messages.warning(request, _("%(reference)s is saved, but not registered yet.") % words)
        return redirect(reverse("requests:revise", args=(state_request.reference,)) + "?check")
    messages.success(request, _("Registered as %(reference)s.") % words)
    if sounds_like_another_body(state_request.signatory_authority):
        sentence = _(
            "“%(name)s” may be a body of the United Nations or a non-governmental organisation: see "
            "that the Government stands behind it."
        )
        messages.warning(request, sentence % {"name": state_request.signatory_authority})
    return redirect(page_of(state_request))


@require_http_methods(["GET", "POST"])
def acknowledge(request: HttpRequest, reference: str) -> HttpResponse:
    """Look at the letter of acknowledgement, change it where that is needed, then send it on its way."""
    state_request = requested_for(request, reference, "acknowledge")
    now = timezone.now()
    draft = Drafting(request, state_request, "acknowledge", at=now)
    context = {"state_request": state_request, "letter": None, "wording": draft.form}
    if draft.is_right():
        letter, context["wording"] = draft.letter(state_request)
        if draft.wish == "pdf":
            return as_pdf(letter)
        if request.method == "POST" and draft.wish == "":
            with errors_beside_fields(context["wording"]):
                wording = draft.wording(state_request)
                actions.acknowledge(state_request, by=request.user, at=now, wording=wording)
                messages.success(
                    request, _("Acknowledged; the letter is among the papers, ready to be sent.")
                )
                return redirect(page_of(state_request))
        context["letter"] = letter
    return form_page(request, "requests/acknowledge.html", context)
