"""Pages on which the coordinator words the letters of the programme."""

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from techcoop.press.letters import Letter
from techcoop.requests import actions, notices, queries
from techcoop.requests.actions import TemplateText
from techcoop.requests.forms import TemplateForm
from techcoop.requests.models import FIELDS, FIELDS_OF, LetterTemplate, Occasion, StateRequest
from techcoop.requests.policies import may_keep_templates
from techcoop.requests.practices import check_template
from techcoop.web.forms import errors_beside_fields, form_page

LANGUAGES = dict(settings.LANGUAGES)
MOST_EXAMPLES = 50


@require_safe
def templates(request: HttpRequest) -> HttpResponse:
    """Every occasion with the languages in which there is a wording, and since when."""
    _only_who_keeps_them(request)
    held = {(one.occasion, one.language): one for one in queries.templates_in_effect(on=timezone.localdate())}
    rows = [
        (occasion, [(code, name, held.get((occasion, code))) for code, name in settings.LANGUAGES])
        for occasion in Occasion
    ]
    return render(request, "requests/templates.html", {"rows": rows, "languages": settings.LANGUAGES})


@require_http_methods(["GET", "POST"])
def template(request: HttpRequest, occasion: str, language: str) -> HttpResponse:
    """Word a letter anew from a day on; what it would look like with a real request comes first."""
    _only_who_keeps_them(request)
    if occasion not in Occasion.values or language not in LANGUAGES:
        raise Http404
    form = TemplateForm(
        request.POST or None,
        initial=_initial(occasion, language),
        examples=_examples(request),
    )
    shown = None
    if form.is_valid():
        text = _text(form, occasion, language)
        with errors_beside_fields(form):
            if request.POST.get("then") == "preview":
                shown = _shown(request, text, form.cleaned_data["example"])
            else:
                submission = form.cleaned_data["submission"]
                actions.issue_template(text, by=request.user, at=timezone.now(), submission=submission)
                messages.success(
                    request, _("The new wording is kept; earlier letters stay as they were sent.")
                )
                return redirect("requests:templates")
    return form_page(request, "requests/template.html", _page(form, occasion, language, shown))


def _only_who_keeps_them(request: HttpRequest) -> None:
    if not may_keep_templates(request.user):
        raise PermissionDenied(_("Only the coordinator of technical cooperation words the letters."))


def _initial(occasion: str, language: str) -> dict[str, Any]:
    today = timezone.localdate()
    current = queries.templates_for(occasion, on=today).get(language)
    return {"effective_from": today, **(TemplateForm.typed(current) if current else {})}


def _examples(request: HttpRequest) -> Any:
    newest = queries.rows_for(request.user).order_by("-received_on", "-pk").values("pk")[:MOST_EXAMPLES]
    return StateRequest.objects.filter(pk__in=newest).defer("search")


def _text(form: TemplateForm, occasion: str, language: str) -> TemplateText:
    apart = ("submission", "example", "paragraphs")
    plain = {name: value for name, value in form.cleaned_data.items() if name not in apart}
    paragraphs = notices.in_paragraphs(form.cleaned_data["paragraphs"])
    return TemplateText(occasion=occasion, language=language, paragraphs=paragraphs, **plain)


def _shown(request: HttpRequest, text: TemplateText, example: StateRequest | None) -> Letter:
    said = {"subject": text.subject, "paragraphs": "\n\n".join(text.paragraphs), "closing": text.closing}
    check_template(text.occasion, said)
    if example is None:
        raise ValidationError({"example": _("Choose a request with which the letter is shown.")})
    imagined = LetterTemplate(**{**vars(text), "paragraphs": list(text.paragraphs)})
    wording = notices.worded(imagined, example)
    return notices.letter(example, wording, signed_by=request.user, at=timezone.now())


def _page(form: TemplateForm, occasion: str, language: str, shown: Letter | None) -> dict[str, Any]:
    return {
        "form": form,
        "letter": shown,
        "occasion": Occasion(occasion).label,
        "language_name": LANGUAGES[language],
        "fields": [(f"{{{name}}}", FIELDS[name]) for name in FIELDS_OF[Occasion(occasion)]],
        "versions": queries.versions_of(occasion, language),
    }
