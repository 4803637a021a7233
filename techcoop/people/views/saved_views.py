"""Pages on which lists are kept as they are narrowed, opened again, and removed."""

from urllib.parse import urlencode

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import Resolver404, resolve, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from techcoop.people import actions, queries
from techcoop.people.actions import Narrowed
from techcoop.people.forms import SaveViewForm
from techcoop.people.models import SavedView
from techcoop.people.policies import may_share_views
from techcoop.web.forms import errors_beside_fields
from techcoop.web.lists.kept import Kept, Tab

LONGEST = SavedView._meta.get_field("parameters").max_length


def kept_for(request: HttpRequest, address: str) -> Kept | None:
    """The tabs above a list: everything, then the views that the reader has of it."""
    if not request.user.is_authenticated:
        return None
    found = [
        Tab(one.title, f"?{one.parameters}", f"?{one.parameters}" == address)
        for one in queries.views_for(request.user, request.path)
    ]
    known = address == "?" or any(tab.current for tab in found)
    asked = urlencode({"list": request.path, "narrowed": address.removeprefix("?")})
    keep = "" if known else f"{reverse('people:save_view')}?{asked}"
    return Kept(tabs=(Tab(_("All"), "?", address == "?"), *found) if found else (), keep=keep)


@require_safe
def saved_views(request: HttpRequest) -> HttpResponse:
    """The views that I have, and those that others share."""
    found = list(queries.views_for(request.user))
    context = {
        "own": [(one, queries.can_mail(one.listing)) for one in found if one.owner_id == request.user.pk],
        "shared": [one for one in found if one.owner_id != request.user.pk],
    }
    return render(request, "people/saved_views.html", context)


@require_safe
def saved_view(request: HttpRequest, key: int) -> HttpResponse:
    """The stable address of a saved view: it leads to the list as it was kept."""
    return redirect(get_object_or_404(queries.views_for(request.user), pk=key).address)


@require_http_methods(["GET", "POST"])
def save_view(request: HttpRequest) -> HttpResponse:
    """Keep a list as it is narrowed and sorted now."""
    listing, parameters = request.GET.get("list", ""), request.GET.get("narrowed", "")[:LONGEST]
    _require_a_page_here(listing)
    offered = {"can_mail": queries.can_mail(listing), "can_share": may_share_views(request.user)}
    form = SaveViewForm(request.POST or None, **offered)
    if form.is_valid():
        typed = form.cleaned_data
        narrowed = Narrowed(listing, parameters, typed["title"], is_shared=typed.get("is_shared", False))
        with errors_beside_fields(form):
            view = actions.save_view(
                narrowed,
                mails=typed.get("mails", False),
                by=request.user,
                at=timezone.now(),
                submission=typed["submission"],
            )
            messages.success(request, _("The view “%(title)s” is saved.") % {"title": view.title})
            return redirect(view.address)
    return render(request, "people/save_view.html", {"form": form, "back": f"{listing}?{parameters}"})


@require_POST
def remove_view(request: HttpRequest, key: int) -> HttpResponse:
    """Take one of my saved views away."""
    actions.remove_view(_own(request, key), by=request.user, at=timezone.now())
    messages.success(request, _("The saved view is removed; the list itself stays."))
    return redirect("people:saved_views")


@require_POST
def mail_view(request: HttpRequest, key: int) -> HttpResponse:
    """Have one of my saved views mail what is new, or stop it."""
    act = actions.stop_mails if request.POST.get("stop") else actions.mail_what_is_new
    act(_own(request, key), by=request.user, at=timezone.now())
    return redirect("people:saved_views")


def _own(request: HttpRequest, key: int) -> SavedView:
    return get_object_or_404(SavedView, owner=request.user, pk=key)


def _require_a_page_here(address: str) -> None:
    """Only a page of this system is kept: nothing else could stand in a shared view."""
    try:
        resolve(address)
    except Resolver404:
        raise Http404 from None
