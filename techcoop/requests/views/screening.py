"""The screening sheet of a request: filled in, looked at, printed."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from techcoop.press.report_pdf import report_pdf
from techcoop.requests import actions, notices, practices, queries
from techcoop.requests.forms import SheetForm
from techcoop.requests.models import StateRequest
from techcoop.requests.policies import may_screen, may_see_working_notes
from techcoop.requests.practices import Check
from techcoop.requests.statuses import IN_HAND
from techcoop.requests.views.beside import beside
from techcoop.requests.views.fetching import requested
from techcoop.web.forms import errors_beside_fields, form_page
from techcoop.web.writing import moment


@require_http_methods(["GET", "POST"])
def screening(request: HttpRequest, reference: str) -> HttpResponse:
    """Say to each question what holds; saved as far as it is filled in, closed once it is decided."""
    state_request = _for_work(request, reference)
    verdicts = queries.verdicts_of(state_request)
    may_write = may_screen(request.user, state_request) and state_request.status in IN_HAND
    form = SheetForm(request.POST or None, verdicts=verdicts) if may_write or request.POST else None
    if form and form.is_valid():
        with errors_beside_fields(form):
            actions.judge(
                state_request,
                form.judgements(),
                by=request.user,
                at=timezone.now(),
                seen=_number(request.POST.get("seen", "")),
            )
            messages.success(request, _("The screening sheet is saved."))
            return redirect("requests:screening", reference=reference)
    checks = sheet_of(state_request)
    context = {
        **beside(state_request, request.user, now=timezone.now()),
        "state_request": state_request,
        "form": form,
        "lines": [
            (one, form and form[f"{one.key}-verdict"], form and form[f"{one.key}-remark"]) for one in checks
        ],
        "seen": max((one.pk for one in verdicts.values()), default=0),
    }
    return form_page(request, "requests/screening.html", context)


def _number(raw: str) -> int:
    return int(raw) if raw.isascii() and raw.isdigit() and len(raw) < 16 else 0


@require_safe
def screening_paper(request: HttpRequest, reference: str) -> HttpResponse:
    """The screening sheet as a paper, in the language of who prints it."""
    state_request = _for_work(request, reference)
    lines = [_line(check) for check in sheet_of(state_request)]
    report = notices.screening_sheet(state_request, lines, at=timezone.now())
    response = HttpResponse(report_pdf(report), content_type="application/pdf")
    response.headers["Content-Disposition"] = f'inline; filename="{reference}-screening.pdf"'
    response.headers["Cache-Control"] = "private, no-store"
    return response


def _for_work(request: HttpRequest, reference: str) -> StateRequest:
    state_request = requested(request, reference)
    if not may_see_working_notes(request.user, state_request):
        raise PermissionDenied(_("How a request is weighed is seen inside the programme only."))
    return state_request


def sheet_of(state_request: StateRequest) -> list[Check]:
    """Every question with what the records and people say to it."""
    around, verdicts = queries.surroundings(state_request), queries.verdicts_of(state_request)
    return practices.admissibility(state_request, around, verdicts)


def _line(check: Check) -> tuple[str, str, str, str, str]:
    said, sentence, found = check.verdict, str(check.practice.sentence), str(check.found.text)
    if said is None:
        return sentence, found, "", "", ""
    return (
        sentence,
        found,
        said.get_verdict_display(),
        said.remark,
        f"{said.given_by}, {moment(said.given_at)}",
    )
