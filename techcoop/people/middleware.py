"""What every request knows about the person who made it."""

from collections.abc import Callable

import pghistory
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import translation

LANGUAGES = {code for code, _name in settings.LANGUAGES}


def language_of_the_user(get_response: Callable) -> Callable:
    """Speak the language that the person has chosen, when the browser carries no choice of its own."""

    def middleware(request: HttpRequest) -> HttpResponse:
        chosen = settings.LANGUAGE_COOKIE_NAME in request.COOKIES
        if not chosen and request.user.is_authenticated and request.user.language in LANGUAGES:
            translation.activate(request.user.language)
            request.LANGUAGE_CODE = translation.get_language()
        return get_response(request)

    return middleware


def history_of_the_request(get_response: Callable) -> Callable:
    """Let the row history know whose request changed a row."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if request.method in ("GET", "HEAD", "OPTIONS"):
            return get_response(request)
        with pghistory.context(user=request.user.pk, address=request.path):
            return get_response(request)

    return middleware
