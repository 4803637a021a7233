"""Handing in a file, confirming, starting again and abandoning."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from techcoop.intake import actions, queries
from techcoop.intake.forms import UploadForm
from techcoop.intake.policies import kinds_for
from techcoop.people.policies import require
from techcoop.web.forms import errors_beside_fields


@require_http_methods(["GET", "POST"])
def upload(request):
    """Hand in a file."""
    own = kinds_for(request.user)
    require(own, _("Your role does not take in records."))
    initial = {"kind": request.GET.get("kind")}
    form = UploadForm(request.POST or None, request.FILES or None, initial=initial, kinds=own)
    if request.method == "POST" and form.is_valid():
        with errors_beside_fields(form):
            record_import = actions.upload(form.upload(), by=request.user, at=timezone.now())
            return redirect("intake:import", record_import.pk)
    return render(request, "intake/upload.html", {"form": form, "kinds": own})


def _act(request, key, action, done):
    found = get_object_or_404(queries.visible_to(request.user), pk=key)
    action(found, by=request.user, at=timezone.now())
    messages.success(request, done)
    return redirect("intake:import", found.pk)


@require_POST
def confirm(request, key):
    """Agree to what the preview shows."""
    return _act(request, key, actions.confirm, _("Confirmed: the records are being written."))


@require_POST
def start_again(request, key):
    """Do interrupted or failed work again."""
    return _act(request, key, actions.start_again, _("The work has been ordered again."))


@require_POST
def abandon(request, key):
    """Give a file up."""
    return _act(request, key, actions.abandon, _("The file was given up; nothing of it was written."))
