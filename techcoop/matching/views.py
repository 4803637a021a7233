"""Pages of matching: what resembles a recommendation, and the subjects with how good the proposals are."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from techcoop.accountability.models import Recommendation, Theme
from techcoop.accountability.queries import visible_to
from techcoop.matching import actions, queries
from techcoop.matching.forms import PlacementForm
from techcoop.matching.policies import may_place_themes, may_see_matches
from techcoop.people.permissions import Permission
from techcoop.people.policies import done_by, require
from techcoop.web.acts import Act
from techcoop.web.forms import errors_beside_fields


def acts_on_recommendation(recommendation: Recommendation, user) -> list[Act]:
    """What matching offers on the page of a recommendation."""
    address = reverse("matching:similar", args=[recommendation.pk])
    return [Act("similar", _("What other mechanisms recommend alike"), address)]


@require_safe
def similar(request, key):
    """Recommendations to the same State that resemble one by their meaning, whichever mechanism made them."""
    rows = visible_to(request.user).select_related("state", "mechanism")
    one = get_object_or_404(rows, pk=key)
    language, text = next(iter(one.texts.items()), ("en", ""))
    found = queries.proposals(text, to=[one.state_id], language=language, without=[one.pk])
    return render(request, "matching/similar.html", {"recommendation": one, "proposals": found})


@require_safe
def subjects(request):
    """The subjects with the themes that map onto each, those that map nowhere, and how good proposals are."""
    if not may_see_matches(request.user):
        raise PermissionDenied(_("None of your roles shows the facts of accountability."))
    themes = queries.subjects_of_themes()
    context = {
        "mapped": queries.themes_by_subject(themes),
        "unmapped": queries.themes_without_subject(themes),
        "taxonomies": queries.taxonomies(themes),
        "placements": queries.placements(),
        "may_place": may_place_themes(request.user),
        "judged": queries.record_of_the_matcher(),
        "source": next((one.source for one in queries.subjects()), ""),
    }
    return render(request, "matching/subjects.html", context)


@require_http_methods(["GET", "POST"])
def place(request, key):
    """Place a theme of a source onto a subject; placed anew, the newest placement holds."""
    require(may_place_themes(request.user), done_by(Permission.PLACE_THEMES))
    theme = get_object_or_404(Theme, pk=key)
    now = queries.subjects_of_themes().get(theme.pk)
    form = PlacementForm(request.POST or None, initial={"subject": now.code if now else ""})
    if form.is_valid():
        with errors_beside_fields(form):
            actions.place(theme, by=request.user, at=timezone.now(), **form.cleaned_data)
            messages.success(request, _("The theme was placed."))
            return redirect("matching:subjects")
    return render(request, "matching/place.html", {"theme": theme, "form": form, "subject": now})
