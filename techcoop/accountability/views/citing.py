"""Recommendations as they are cited: one on its own page, or all that were ticked."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_safe

from techcoop.accountability import queries
from techcoop.accountability.models import MechanismKind, Recommendation
from techcoop.accountability.views.asking import RECOMMENDATIONS
from techcoop.accountability.views.lists import let_in, narrowed
from techcoop.web.links import page_of
from techcoop.web.lists.asking import ask
from techcoop.web.lists.reading import ordering
from techcoop.web.writing import day

AT_ONCE = 200


@dataclass(frozen=True)
class Citation:
    """One recommendation as a paper cites it: the place, the text, the address that never changes."""

    place: str
    text: str
    address: str


def title_of(recommendation: Recommendation) -> str:
    """What the document is called: it can be told of the review, and of what is reserved for observations."""
    if recommendation.mechanism.kind == MechanismKind.UPR:
        return _("Report of the Working Group on the Universal Periodic Review")
    return _("Concluding observations") if "/CO/" in recommendation.symbol.upper() else ""


def between():
    """What stands between two parts of a citation."""
    return pgettext("between two parts of a citation", ", ")


def citation_of(recommendation: Recommendation) -> list[str]:
    """How the text is cited, part by part: body, title, State, document, paragraph, cycle, session, date."""
    one, title = recommendation, title_of(recommendation)
    parts = [
        "" if one.mechanism.kind == MechanismKind.UPR else str(one.mechanism),  # the title names the review
        title,
        one.state.name,
        one.symbol,
        _("paragraph %(paragraph)s") % {"paragraph": one.paragraph} if one.paragraph else "",
        _("cycle %(cycle)s") % {"cycle": one.upr_cycle} if one.upr_cycle else "",
        _("session %(session)s") % {"session": one.upr_session} if one.upr_session else "",
        day(one.published_on) if one.published_on else str(one.year or ""),
    ]
    return [part for part in parts if part]


@require_safe
def citations(request):
    """The citations of what was ticked, or of what the list showed; as a page to copy from, or as a text."""
    let_in(request.user)
    asked = ask(RECOMMENDATIONS, request.GET)
    rows, words = narrowed(request.user, asked)
    rows = queries.matching(rows, words) if words else rows
    ordered = rows.select_related("state", "mechanism").order_by(*ordering(RECOMMENDATIONS, asked))
    found = list(ordered[: AT_ONCE + 1])
    cited = [
        Citation(between().join(citation_of(one)), one.text, request.build_absolute_uri(page_of(one)))
        for one in found[:AT_ONCE]
    ]
    if request.GET.get("export") == "txt":
        return _as_text(cited)
    context = {
        "citations": cited,
        "most": AT_ONCE if len(found) > AT_ONCE else 0,
        "complaints": asked.complaints,
        "file": f"{request.get_full_path()}{'&' if request.GET else '?'}export=txt",
        "list": reverse("accountability:recommendations") + asked.address(),
    }
    return render(request, "accountability/citations.html", context)


def _as_text(cited: Iterable[Citation]) -> HttpResponse:
    blocks = [f"{one.place}\r\n{one.text}\r\n{one.address}\r\n" for one in cited]
    response = HttpResponse("\r\n".join(blocks), content_type="text/plain; charset=utf-8")
    name = f"citations-{localdate().isoformat()}.txt"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
