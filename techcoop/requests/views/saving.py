"""Saving in the background what is being typed: on line and at the desk in the same way."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from techcoop.lifecycle import MoveNotAllowed
from techcoop.requests import actions
from techcoop.requests.forms import Lack
from techcoop.requests.forms.drafts import DraftForm
from techcoop.requests.models import RequestDraft
from techcoop.web.writing import moment


def in_background(request: HttpRequest) -> bool:
    """Whether the page saves by itself; it is answered with a fragment."""
    return request.headers.get("Autosave") == "yes"


def words_kept(request: HttpRequest, key: UUID, form: DraftForm) -> RequestDraft:
    """Keep what was typed, right or wrong, unless somebody saved after the form had compared."""
    given = {"by": request.user, "at": timezone.now(), "seen": version_of(form)}
    return actions.save_draft(key, form.typed(), **given)


def version_of(form: DraftForm) -> int:
    """The version of the draft with which the form compared what was typed; 0 where there was none."""
    return form.draft.version if form.draft else 0


def saved_in_background(request: HttpRequest, key: UUID, form: DraftForm, lacks: Any = None) -> HttpResponse:
    """Save, and say when; `lacks` tells what the draft still lacks, where the page shows it."""
    form.is_valid()
    if form.differences:
        return _told(request, form.non_field_errors()[0], status=409)
    try:
        kept = words_kept(request, key, form)
    except MoveNotAllowed:
        return _told(request, _("This draft is closed: a request was made of it, or it was set aside."), 409)
    missing: list[Lack] = lacks(kept) if lacks else []
    context = {"draft": kept, "meanwhile": form.meanwhile(), "lacks": missing, "shows_lacks": lacks}
    return render(request, "requests/_saved.html", context)


def _told(request: HttpRequest, sentence: str, status: int = 409) -> HttpResponse:
    return render(request, "requests/_not_saved.html", {"sentence": sentence}, status=status)


def says_when(draft: RequestDraft | None) -> str:
    """What a page that saves by itself says at first."""
    if draft is None:
        return _("What you type is saved by itself.")
    words = {"when": moment(draft.saved_at), "who": draft.saved_by}
    return _("Saved on %(when)s by %(who)s. What you type is saved by itself.") % words


def key_of(text: str) -> UUID:
    """The key of a draft, as an address or a form names it."""
    try:
        return UUID(text)
    except ValueError:
        raise Http404 from None
