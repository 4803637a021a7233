"""What every request knows about the person who made it."""

import logging
from collections.abc import Callable
from urllib.parse import urlsplit

import pghistory
from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import translation
from psycopg.errors import RaiseException

from techcoop.lifecycle import MoveNotAllowed
from techcoop.web.refusals import page_above, possible_while, words_typed

log = logging.getLogger(__name__)


def language_of_the_user(get_response: Callable) -> Callable:
    """Speak the language that the person has chosen, when the browser carries no choice of its own."""

    def middleware(request: HttpRequest) -> HttpResponse:
        chosen = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME)
        wanted = request.user.language if not chosen and request.user.is_authenticated else ""
        if wanted in settings.WHOLE_LANGUAGES:
            speak(wanted, request)
        elif request.LANGUAGE_CODE not in settings.WHOLE_LANGUAGES:
            speak(settings.LANGUAGE_CODE, request)
        return get_response(request)

    return middleware


def speak(language: str, request: HttpRequest) -> None:
    """Answer in this language; a page that is translated in shreds is offered to nobody."""
    translation.activate(language)
    request.LANGUAGE_CODE = translation.get_language()


def history_of_the_request(get_response: Callable) -> Callable:
    """Let the row history know whose request changed a row."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if request.method in ("GET", "HEAD", "OPTIONS"):
            return get_response(request)
        with pghistory.context(user=request.user.pk, address=request.path):
            return get_response(request)

    return middleware


class Refusals:
    """Says in a page of its own why something cannot be done, and gives back the words that were sent."""

    def __init__(self, get_response: Callable) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Nothing has a name with a zero byte in it: PostgreSQL could not even be asked for it."""
        asked = (value for values in request.GET.lists() for value in (values[0], *values[1]))
        if "\0" in request.path_info or any("\0" in value for value in asked):
            raise Http404
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Answer 403 where no role permits the act, 409 where the procedure does not permit it any more."""
        context = {"back": _back(request), "typed": words_typed(request)}
        if isinstance(exception, PermissionDenied):
            return render(request, "403.html", {**context, "exception": str(exception)}, status=403)
        if isinstance(exception, MoveNotAllowed):
            return render(request, "web/409.html", {**context, **_not_now(request, exception)}, status=409)
        if (rule := _rule_of_the_tables(exception)) and request.method == "POST":
            log.warning("The tables refused %s: %s", request.path, rule)
            told = {"was_offered": True, "why": rule, "back": page_above(request.path)}
            return render(request, "web/409.html", {**context, **told}, status=409)
        return None


def _rule_of_the_tables(exception: Exception) -> str:
    """The sentence of a trigger that refused what was done, at once or when it was to be kept."""
    refused = exception.__cause__ if isinstance(exception, DatabaseError) else None
    return (refused.diag.message_primary or "") if isinstance(refused, RaiseException) else ""


def _not_now(request: HttpRequest, refused: MoveNotAllowed) -> dict[str, str | bool]:
    """Whether a page of ours offered it before, at which statuses it is possible, and where the thing is."""
    statuses, offered_on = refused.possible_while, urlsplit(_back(request)).path
    return {
        "was_offered": bool(offered_on),
        "why": possible_while(statuses) if statuses else "",
        "back": _back(request) if offered_on not in ("", request.path) else page_above(request.path),
    }


def _back(request: HttpRequest) -> str:
    """The page of ours from which somebody came."""
    back = request.headers.get("Referer", "")
    return back if back.startswith(f"{request.scheme}://{request.get_host()}/") else ""
