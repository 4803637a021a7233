"""Letters: drafted, looked at and changed before an act; sent again; and the templates behind them."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from techcoop.people.permissions import Permission
from techcoop.people.policies import done_by
from techcoop.press.letters import Letter, letter_pdf
from techcoop.requests import actions, notices, queries
from techcoop.requests.forms import AgainForm, WordingForm
from techcoop.requests.models import StateRequest
from techcoop.requests.notices import Wording
from techcoop.requests.policies import may_register
from techcoop.requests.views.fetching import requested
from techcoop.web.forms import errors_beside_fields, form_page


class Drafting:
    """The letter of an act on its page: from the template, or as somebody has changed it there."""

    def __init__(self, request: HttpRequest, state_request: StateRequest, occasion: str, *, at: datetime):
        self.posted: Mapping[str, str] = request.POST
        self.wish = request.POST.get("then", "")
        self.signed_by, self.at, self.occasion = request.user, at, occasion
        self.state_request = state_request
        self.templates = queries.templates_for(occasion, on=at.date())
        self.is_changed = self.wish != "anew" and not WordingForm.is_untouched(request.POST)
        self.form = self._form(request.POST) if self.is_changed else None

    def _form(self, *data: Any, **initial: Any) -> WordingForm:
        return WordingForm(*data, templates=self.templates, **initial)

    def is_right(self) -> bool:
        """Whether nobody changed the letter, or what was typed can stand."""
        return self.form is None or self.form.is_valid()

    def wording(self, would_be: StateRequest) -> Wording:
        """What the letter says; drafted from the request as it would be, unless somebody changed it."""
        if self.form is not None:
            return self.form.wording()
        language = self.posted.get("letter-language", "")
        return notices.drafted(would_be, self.occasion, at=self.at, language=language)

    def letter(self, would_be: StateRequest) -> tuple[Letter, WordingForm]:
        """The whole letter, and the form in which it can be changed."""
        wording = self.wording(would_be)
        letter = notices.letter(would_be, wording, signed_by=self.signed_by, at=self.at)
        return letter, self.form or self._form(initial=WordingForm.typed(wording))


def as_pdf(letter: Letter) -> HttpResponse:
    """A draft as the paper that it would be; nothing is kept."""
    response = HttpResponse(letter_pdf(letter), content_type="application/pdf")
    response.headers["Content-Disposition"] = f'inline; filename="{letter.reference}-draft.pdf"'
    response.headers["Cache-Control"] = "private, no-store"
    return response


@require_http_methods(["GET", "POST"])
def letter(request: HttpRequest, reference: str, key: int) -> HttpResponse:
    """A letter as it was sent; whoever keeps the registry writes down that it was sent again."""
    state_request = requested(request, reference)
    sent = get_object_or_404(queries.letters_of(state_request), pk=key)
    may_send = may_register(request.user, state_request)
    if request.method == "POST" and not may_send:
        raise PermissionDenied(done_by(Permission.REGISTER_REQUESTS))
    form = AgainForm(request.POST or None)
    if form.is_valid():
        with errors_beside_fields(form):
            actions.send_again(sent, by=request.user, at=timezone.now(), **form.cleaned_data)
            messages.success(request, _("Written down: the letter was sent again."))
            return redirect("requests:letter", reference=reference, key=key)
    sent.state_request = state_request
    context = {"state_request": state_request, "sent": sent, "letter": notices.as_it_was_sent(sent)}
    return form_page(request, "requests/letter.html", {**context, "form": form if may_send else None})
