"""Pages about people: the own account, and who may do what."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from techcoop.people import actions, queries
from techcoop.people.forms import LanguageForm
from techcoop.people.permissions import Permission
from techcoop.people.roles import ROLES
from techcoop.web.panels import panels_beside


@require_http_methods(["GET", "POST"])
def account(request: HttpRequest) -> HttpResponse:
    """My account: the roles I hold, my language, and how I sign in."""
    form = LanguageForm(request.POST or None, initial={"language": request.user.language})
    if form.is_valid():
        actions.choose_language(request.user, by=request.user, at=timezone.now(), **form.cleaned_data)
        response = redirect("people:account")
        response.delete_cookie(settings.LANGUAGE_COOKIE_NAME)
        return response
    held = queries.roles_held_by(request.user)
    panels = panels_beside(request.user, request.user)
    return render(request, "people/account.html", {"form": form, "held": held, "panels": panels})


@require_safe
def roles(request: HttpRequest) -> HttpResponse:
    """Every role with what it permits, as the code has it."""
    permitted = [
        (role, [one.label for one in Permission if one in role.permissions]) for role in ROLES.values()
    ]
    return render(request, "people/roles.html", {"roles": permitted})
