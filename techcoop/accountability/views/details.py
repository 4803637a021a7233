"""The page of one recommendation: its address never changes."""

from dataclasses import dataclass

from django.conf import settings
from django.shortcuts import get_object_or_404, render
from django.utils.translation import get_language_info
from django.views.decorators.http import require_safe

from techcoop.accountability import queries
from techcoop.accountability.models import Recommendation
from techcoop.accountability.views.citing import between, citation_of
from techcoop.web.acts import offered


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
        "between": between(),
    }
    return render(request, "accountability/recommendation.html", context)
