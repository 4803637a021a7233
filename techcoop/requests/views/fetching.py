"""What every page of a request begins with: the request, if the person may see it."""

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.utils import translation

from techcoop.atlas.models import State
from techcoop.people.models import User
from techcoop.people.permissions import Permission
from techcoop.people.policies import done_by
from techcoop.people.queries import has_chosen_a_language
from techcoop.requests import queries
from techcoop.requests.models import StateRequest
from techcoop.requests.policies import may, may_see_working_notes, permission_for
from techcoop.requests.statuses import LIFECYCLE
from techcoop.web.refusals import ask_first


def let_registrars_in(user: User) -> None:
    """Turn those away who keep the registry of no State."""
    if not user.can(Permission.REGISTER_REQUESTS):
        raise PermissionDenied(done_by(Permission.REGISTER_REQUESTS))


def requested(request: HttpRequest, reference: str) -> StateRequest:
    """The request of this reference; whoever may not see it gets 404."""
    rows = queries.visible_to(request.user).defer("search")
    rows = rows.select_related("state", "organization", "desk_officer")
    state_request = get_object_or_404(rows, reference=reference)
    if not may_see_working_notes(request.user, state_request):
        speak_the_language_of(state_request.state, request)
    return state_request


def speak_the_language_of(state: State | None, request: HttpRequest) -> None:
    """A Government reads in the language of its State, as long as nobody has chosen another one."""
    is_chosen = settings.LANGUAGE_COOKIE_NAME in request.COOKIES or has_chosen_a_language(request.user)
    if state and state.official_language in settings.WHOLE_LANGUAGES and not is_chosen:
        translation.activate(state.official_language)
        request.LANGUAGE_CODE = translation.get_language()


def requested_for(request: HttpRequest, reference: str, act: str) -> StateRequest:
    """The request, if the person may do this act; whoever opens its page is told what stands against it."""
    state_request = requested(request, reference)
    not_yours = "" if may(request.user, act, state_request) else done_by(permission_for(act))
    ask_first(request, not_yours, lambda: LIFECYCLE.after(state_request.status, act))
    return state_request
