"""Pages on which a Government writes about its request, and the programme answers or files it."""

from collections.abc import Callable

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from techcoop.people.permissions import Permission
from techcoop.people.policies import done_by
from techcoop.requests import actions
from techcoop.requests.forms import FilingForm, WritingForm
from techcoop.requests.models import StateRequest
from techcoop.requests.policies import may_answer, may_speak_for
from techcoop.requests.statuses import DONE
from techcoop.requests.views.fetching import requested
from techcoop.web.forms import errors_beside_fields, form_page
from techcoop.web.links import page_of

LayIn = Callable[..., StateRequest]


@require_http_methods(["GET", "POST"])
def write(request: HttpRequest, reference: str) -> HttpResponse:
    """Write to the programme, answer it, or add a paper."""
    state_request = requested(request, reference)
    if not may_speak_for(request.user, state_request):
        raise PermissionDenied(_("Only the focal point of the Government writes in its name."))
    told = _("Your message lies in the file of the request.")
    return _message_page(request, state_request, actions.write, told, "requests/write.html")


@require_http_methods(["GET", "POST"])
def answer(request: HttpRequest, reference: str) -> HttpResponse:
    """Answer what the Government wrote."""
    state_request = _to_answer(request, reference)
    told = _("The answer lies in the file; the focal point is told by mail.")
    return _message_page(request, state_request, actions.answer, told, "requests/answer.html")


def _message_page(
    request: HttpRequest, state_request: StateRequest, lay_in: LayIn, told: str, template: str
) -> HttpResponse:
    """A message between a Government and the programme: words, a paper or both, laid in the file at once."""
    form = WritingForm(request.POST or None, request.FILES or None)
    if form.is_valid():
        said = {"text": form.cleaned_data["text"], "submission": form.cleaned_data["submission"]}
        with errors_beside_fields(form):
            lay_in(state_request, **said, paper=form.handed_in(), by=request.user, at=timezone.now())
            messages.success(request, told)
            return redirect(page_of(state_request))
    return form_page(request, template, {"state_request": state_request, "form": form})


@require_http_methods(["GET", "POST"])
def file_message(request: HttpRequest, reference: str) -> HttpResponse:
    """Say why what the Government wrote needs no answer."""
    state_request = _to_answer(request, reference)
    form = FilingForm(request.POST or None)
    if form.is_valid():
        with errors_beside_fields(form):
            actions.file_message(state_request, by=request.user, at=timezone.now(), **form.cleaned_data)
            messages.success(request, DONE["file_message"])
            return redirect(page_of(state_request))
    return form_page(request, "requests/file_message.html", {"state_request": state_request, "form": form})


def _to_answer(request: HttpRequest, reference: str) -> StateRequest:
    state_request = requested(request, reference)
    if not may_answer(request.user, state_request):
        raise PermissionDenied(done_by(Permission.SCREEN_REQUESTS))
    return state_request
