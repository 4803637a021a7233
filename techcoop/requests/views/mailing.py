"""The page on which a message that was saved as a file becomes a draft."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from techcoop.requests import actions
from techcoop.requests.forms import MessageForm
from techcoop.requests.models import RequestDraft
from techcoop.requests.policies import may_draft
from techcoop.requests.views.fetching import let_registrars_in
from techcoop.web.forms import form_page
from techcoop.web.links import page_of


@require_http_methods(["GET", "POST"])
def take_in(request: HttpRequest) -> HttpResponse:
    """Hand in a message; the desk completes its draft and registers it."""
    let_registrars_in(request.user)
    form = MessageForm(*((request.POST, request.FILES) if request.method == "POST" else ()))
    if form.is_valid():
        message = form.cleaned_data["message"]
        draft, is_new = actions.take_in(message, by=request.user, at=timezone.now())
        return _go_on(request, draft, is_new=is_new)
    return form_page(request, "requests/take_in.html", {"form": form})


def _go_on(request: HttpRequest, draft: RequestDraft, *, is_new: bool) -> HttpResponse:
    """To the draft, where the person may go on with it; else say where it is."""
    if not may_draft(request.user, draft):
        messages.info(request, _("The message is now a draft for those who register what its sender asks."))
        return redirect("requests:requests")
    if draft.closed_at and not draft.state_request_id:
        messages.info(request, _("This message was taken in before, and its draft was set aside."))
        return redirect("requests:requests")
    if is_new:
        messages.success(request, _("The message is taken in. Complete what it says, and register it."))
    else:
        messages.info(request, _("This message was taken in before: here is its draft."))
    return redirect(page_of(draft))
