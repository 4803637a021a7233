"""The file of a request, as the programme sees it and as the Government sees it; what goes into it."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from techcoop.accountability.queries import as_links_for, snapshots_visible_to
from techcoop.documents.forms import PaperForm
from techcoop.journal.queries import Told
from techcoop.lifecycle import only_while
from techcoop.people.permissions import Permission
from techcoop.people.policies import done_by
from techcoop.requests import actions, practices, queries
from techcoop.requests.forms import OfficerForm
from techcoop.requests.models import StateRequest
from techcoop.requests.policies import may_register, may_screen, may_see_working_notes
from techcoop.requests.statuses import DONE, IN_HAND, OPEN, TONES, RequestStatus
from techcoop.requests.views.acts import (
    acts_of,
    acts_of_answering,
    acts_of_the_government,
    may_take_up_now,
)
from techcoop.requests.views.fetching import requested
from techcoop.web.acts import offered
from techcoop.web.forms import errors_beside_fields, form_page
from techcoop.web.links import page_of
from techcoop.web.refusals import ask_first
from techcoop.web.timeline import Happening


@require_safe
def request_file(request: HttpRequest, reference: str) -> HttpResponse:
    """Everything about a request; a Government reads in plain words where it stands."""
    state_request = requested(request, reference)
    file = queries.file_of(state_request, reader=request.user, now=timezone.now())
    tone = TONES[RequestStatus(state_request.status)]
    context = {"state_request": state_request, "file": file, "tone": tone}
    context["snapshots"] = snapshots_visible_to(request.user).of(state_request)
    if not may_see_working_notes(request.user, state_request):
        context["acts"] = acts_of_the_government(state_request, request.user)
        return render(request, "requests/for_government.html", context)
    verdicts = queries.verdicts_of(state_request)
    gaps = queries.gaps_of(state_request, timezone.localdate(), linked=file.recommendations)
    context |= {
        "gaps": as_links_for(request.user, gaps),
        "screening": [(one.question, verdicts.get(one.question.value)) for one in practices.PRACTICES],
        "may_judge": may_screen(request.user, state_request) and state_request.status in IN_HAND,
        "barred": practices.barred_by(verdicts) if may_take_up_now(state_request, request.user) else None,
        "acts": [
            *acts_of_answering(state_request, request.user, history=file.history),
            *acts_of(state_request, request.user, verdicts=verdicts),
            *offered(state_request, request.user),
        ],
        "history": [_happening(entry) for entry in file.history],
        "may_link": may_screen(request.user, state_request) and state_request.status in OPEN,
    }
    return render(request, "requests/request.html", context)


def _happening(entry: Told) -> Happening:
    return Happening(entry.at, entry.by, DONE.get(entry.act, entry.act), entry.why or entry.named)


@require_http_methods(["GET", "POST"])
def assign(request: HttpRequest, reference: str) -> HttpResponse:
    """Give the request to a desk officer."""
    state_request = _in_my_registry(request, reference)
    ask_first(request, "", lambda: only_while("assign", state_request.status, OPEN))
    initial = {"officer": state_request.desk_officer}
    form = OfficerForm(request.POST or None, officers=queries.officers_for(state_request), initial=initial)
    if form.is_valid():
        with errors_beside_fields(form):
            actions.assign(state_request, by=request.user, at=timezone.now(), **form.cleaned_data)
            messages.success(request, DONE["assign"])
            return redirect(page_of(state_request))
    return form_page(request, "requests/assign.html", {"state_request": state_request, "form": form})


@require_http_methods(["GET", "POST"])
def attach(request: HttpRequest, reference: str) -> HttpResponse:
    """Add a paper to the file."""
    state_request = _in_my_registry(request, reference)
    form = PaperForm(request.POST or None, request.FILES or None)
    if form.is_valid():
        actions.attach(state_request, form.paper(), by=request.user, at=timezone.now())
        messages.success(request, DONE["attach"])
        return redirect(page_of(state_request))
    return render(request, "requests/attach.html", {"state_request": state_request, "form": form})


def _in_my_registry(request: HttpRequest, reference: str) -> StateRequest:
    state_request = requested(request, reference)
    if not may_register(request.user, state_request):
        raise PermissionDenied(done_by(Permission.REGISTER_REQUESTS))
    return state_request
