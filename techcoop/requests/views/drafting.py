"""Pages on which a government asks on line: it is typed and saved as it comes, looked at, and endorsed."""

import uuid
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from techcoop.documents.models import Document
from techcoop.documents.policies import cleared_classes
from techcoop.documents.queries import papers_of
from techcoop.journal.actions import ChangedMeanwhile
from techcoop.people.permissions import Permission
from techcoop.requests import actions, notices, queries
from techcoop.requests.forms import AskingForm, EndorseForm, SetAsideForm
from techcoop.requests.models import Origin, RequestDraft
from techcoop.requests.policies import may_draft
from techcoop.requests.views.saving import in_background, saved_in_background, says_when, words_kept
from techcoop.web.forms import errors_beside_fields, form_page
from techcoop.web.links import page_of


@require_safe
def ask(request: HttpRequest) -> HttpResponse:
    """Begin to ask: the draft has its address from the first moment, so that nothing is begun twice."""
    _require_asking(request)
    return redirect("requests:draft", uuid.uuid4())


@require_http_methods(["GET", "POST"])
def draft(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Type a request, come back to it, see what is missing; it can be saved however incomplete it is."""
    found = _found(request, key)
    if found and (found.origin != Origin.ON_LINE or (found.closed_at and not in_background(request))):
        return redirect(page_of(found.state_request or found))
    if request.method == "POST":
        try:
            return _sent(request, key, _form(request, found, request.POST, request.FILES))
        except ChangedMeanwhile:
            return draft(request, key)  # somebody saved at this very moment: compared with that anew
    if found and "check" in request.GET:
        return _page(request, key, _checked(request, found))
    return _page(request, key, _form(request, found))


def _sent(request: HttpRequest, key: uuid.UUID, form: AskingForm) -> HttpResponse:
    """What was typed is kept first; then comes what the button asks for."""
    if in_background(request):
        return saved_in_background(request, key, form, lambda kept: _checked(request, kept).lacks())
    form.is_valid()
    if form.differences:
        return _page(request, key, form)
    kept = words_kept(request, key, form)
    if form.meanwhile():
        messages.info(request, form.meanwhile())
    if form.errors.get("paper"):
        for name in set(form.errors) - {"paper"}:
            del form.errors[name]
        return _page(request, key, form)
    return _papers_and_on(request, kept, form)


def _papers_and_on(request: HttpRequest, kept: RequestDraft, form: AskingForm) -> HttpResponse:
    by, at = request.user, timezone.now()
    if paper := form.handed_in():
        actions.attach_to_draft(kept, paper, by=by, at=at)
    if removed := request.POST.get("remove", ""):
        document = get_object_or_404(Document.objects.of(kept), pk=int(removed) if removed.isdecimal() else 0)
        actions.remove_from_draft(kept, document, by=by, at=at)
    address = reverse("requests:draft", args=(kept.key,))
    if request.POST.get("then") != "endorse":
        messages.success(
            request, _("The draft is saved. Nobody but your Government sees it until it is endorsed.")
        )
        return redirect(address)
    complete = not _checked(request, kept).lacks()
    return redirect("requests:endorse", kept.key) if complete else redirect(f"{address}?check")


@require_http_methods(["GET", "POST"])
def endorse(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Look at the request as a whole, and endorse it on behalf of an authority."""
    found = _to_go_on_with(request, key)
    if found.state_request:
        return redirect(page_of(found.state_request))
    words = _checked(request, found)
    if words.lacks():
        return redirect(reverse("requests:draft", args=(key,)) + "?check")
    first = {"seen": found.version, "signatory_name": request.user.name}
    form = EndorseForm(request.POST or None, initial=first)
    if form.is_valid():
        facts = words.endorsed_facts(form.signed(), timezone.localdate())
        with errors_beside_fields(form):
            seen = form.cleaned_data["seen"]
            made = actions.endorse(found, facts, by=request.user, at=timezone.now(), seen=seen)
            words = {"reference": made.reference}
            messages.success(request, _("Your request has arrived. Its reference is %(reference)s.") % words)
            return redirect(page_of(made))
    context = {
        "draft": found,
        "form": form,
        "words": words.in_words(),
        "papers": papers_of(found, cleared_classes(request.user, found)),
        "statement": notices.ENDORSEMENT,
    }
    return form_page(request, "requests/endorse.html", context)


@require_http_methods(["GET", "POST"])
def set_aside(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Make no request of a draft, and say why."""
    found = _to_go_on_with(request, key)
    form = SetAsideForm(request.POST or None)
    if form.is_valid():
        actions.set_aside(found, by=request.user, at=timezone.now(), **form.cleaned_data)
        messages.success(request, _("The draft is set aside."))
        return redirect("requests:requests")
    return form_page(request, "requests/set_aside.html", {"draft": found, "form": form})


def _page(request: HttpRequest, key: uuid.UUID, form: AskingForm) -> HttpResponse:
    found = form.draft
    context = {
        "form": form,
        "key": key,
        "draft": found,
        "lacks": _checked(request, found).lacks() if found else [],
        "papers": papers_of(found, cleared_classes(request.user, found)) if found else [],
        "says": says_when(found),
    }
    return form_page(request, "requests/draft.html", context)


def _form(request: HttpRequest, found: RequestDraft | None, *sent: Any) -> AskingForm:
    given = {"initial": {"language": request.user.language}, "draft": found}
    return AskingForm(*sent, user=request.user, today=timezone.localdate(), **given)


def _checked(request: HttpRequest, found: RequestDraft) -> AskingForm:
    """The draft as an endorsement would take it, with what it lacks beside the fields."""
    said = {**found.typed, "opened": str(uuid.uuid4())}
    return _form(request, found, said).check(has_paper=queries.has_paper(found))


def _found(request: HttpRequest, key: uuid.UUID) -> RequestDraft | None:
    """The draft, if the person may go on with it; nothing yet, if the person may begin one."""
    found = queries.draft_of(key)
    if found is None:
        _require_asking(request)
    elif not may_draft(request.user, found):
        raise Http404
    return found


def _to_go_on_with(request: HttpRequest, key: uuid.UUID) -> RequestDraft:
    found = _found(request, key)
    if found is None:
        raise Http404
    return found


def _require_asking(request: HttpRequest) -> None:
    if not request.user.can(Permission.ASK_FOR_ASSISTANCE):
        raise PermissionDenied(_("Focal points of Governments ask on line; none of your roles is that."))
