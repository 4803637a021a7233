"""The page of one recommendation: its address never changes."""

from dataclasses import dataclass

from django.conf import settings
from django.shortcuts import get_object_or_404, render
from django.utils.translation import get_language_info, pgettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from techcoop.accountability import queries
from techcoop.accountability.models import MechanismKind, Recommendation
from techcoop.web.acts import offered
from techcoop.web.writing import day


@dataclass(frozen=True)
class Text:
    """The text in one language, with what a browser must know of the language."""

    language: str
    name: str
    direction: str
    words: str


def texts_of(recommendation: Recommendation) -> list[Text]:
    """The languages that there are, in the order of the alphabet of their names."""
    infos = {code: get_language_info(code) for code, _name in settings.LANGUAGES}
    return [
        Text(code, infos[code]["name_local"], "rtl" if infos[code]["bidi"] else "ltr", words)
        for code in infos
        if (words := recommendation.texts.get(code))
    ]


def title_of(recommendation: Recommendation) -> str:
    """What the document is called: it can be told of the review, and of what is reserved for observations."""
    if recommendation.mechanism.kind == MechanismKind.UPR:
        return _("Report of the Working Group on the Universal Periodic Review")
    return _("Concluding observations") if "/CO/" in recommendation.symbol.upper() else ""


def citation_of(recommendation: Recommendation) -> list[str]:
    """How the text is cited, part by part: body, title, State, document, paragraph, cycle, session, date."""
    one = recommendation
    parts = [
        str(one.mechanism),
        title_of(one),
        one.state.name,
        one.symbol,
        _("paragraph %(paragraph)s") % {"paragraph": one.paragraph} if one.paragraph else "",
        _("cycle %(cycle)s") % {"cycle": one.upr_cycle} if one.upr_cycle else "",
        _("session %(session)s") % {"session": one.upr_session} if one.upr_session else "",
        day(one.published_on) if one.published_on else str(one.year or ""),
    ]
    return [part for part in parts if part]


@require_safe
def recommendation(request, key):
    """One recommendation with everything that its source says of it."""
    rows = queries.visible_to(request.user).select_related("state", "mechanism", "source")
    one = get_object_or_404(rows, pk=key)
    context = {
        "recommendation": one,
        "texts": texts_of(one),
        "about": queries.about(one),
        "citation": citation_of(one),
        "address": request.build_absolute_uri(request.path),
        "acts": offered(one, request.user),
        "between": pgettext("between two parts of a citation", ", "),
    }
    return render(request, "accountability/recommendation.html", context)
