"""One activity: its file, with what was planned, what came of it, and what of that was corrected."""

from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from techcoop.delivery import queries
from techcoop.delivery.forms import CorrectForm
from techcoop.delivery.models import Activity
from techcoop.delivery.statuses import ACT_LABELS
from techcoop.delivery.views.acts import acts_of
from techcoop.documents.policies import cleared_classes, closed_papers
from techcoop.documents.queries import papers_of
from techcoop.journal.queries import happenings
from techcoop.projects.policies import may_see_money_of, may_see_working_notes
from techcoop.web.links import page_of
from techcoop.web.panels import panels_beside
from techcoop.web.writing import listed

TONES = {"planned": "waiting", "held": "good", "cancelled": "stopped"}


def the_activity(request, key):
    """The activity of this key, if the person may see it."""
    found = Activity.objects.visible_to(request.user).select_related("project", "state")
    return get_object_or_404(found, pk=key)


@require_safe
def activity(request, key):
    """The file of an activity."""
    one = the_activity(request, key)
    context = {
        "activity": one,
        "project_address": page_of(one.project),
        "acts": acts_of(one, request.user),
        "tone": TONES[one.status],
        "costs": queries.costs_of(one) if may_see_money_of(request.user, one.project) else (),
        "corrections": [(entry, _fields_of(entry)) for entry in queries.corrections_of(one)],
        "panels": panels_beside(one, request.user),
        "papers": papers_of(one, cleared_classes(request.user, one)),
        "closed_papers": closed_papers(request.user, one),
        "history": happenings(one, ACT_LABELS) if may_see_working_notes(request.user, one.project) else None,
    }
    return render(request, "delivery/activity.html", context)


def _fields_of(entry):
    """What a correction changed, in the words of the form."""
    return listed(CorrectForm.base_fields[name].label for name in entry.details["fields"])
