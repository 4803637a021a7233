"""What can be done with an activity now, and why not when it cannot."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from techcoop.delivery.actions import OPEN_FOR_ACTIVITIES
from techcoop.delivery.policies import may_record_for
from techcoop.delivery.statuses import LIFECYCLE
from techcoop.people.permissions import Permission
from techcoop.people.policies import done_by
from techcoop.projects.statuses import LIFECYCLE as PROJECTS
from techcoop.web.acts import act_unless
from techcoop.web.refusals import possible_while, why_not_now

LABELS = {
    "report": gettext_lazy("Record what came of it"),
    "revise": gettext_lazy("Change the plan"),
    "correct": gettext_lazy("Correct the record"),
    "cancel": gettext_lazy("Cancel the activity"),
}


def acts_of(activity, user):
    """The acts of the life cycle, and those that go with it."""
    not_yours = why_not_yours(activity.project, user)
    acts = [_act(activity, name, label, not_yours) for name, label in LABELS.items()]
    attach = reverse("delivery:attach", args=[activity.pk])
    return [*acts, act_unless(not_yours, "attach", _("Add a document"), attach)]


def _act(activity, name, label, not_yours):
    why_not = not_yours or why_not_now(LIFECYCLE, name, activity.status)
    address = reverse(f"delivery:{name}", args=[activity.pk])
    return act_unless(why_not, name, label, address, first=name == "report", grave=name == "cancel")


def acts_on_project(project, user):
    """What this stage offers on the file of a project; nothing once the project is over."""
    if not PROJECTS.still_ahead(project.status).intersection(map(str, OPEN_FOR_ACTIVITIES)):
        return
    open_now = project.status in OPEN_FOR_ACTIVITIES
    why_not = why_not_yours(project, user) or ("" if open_now else possible_while(OPEN_FOR_ACTIVITIES))
    address = reverse("delivery:plan", args=[project.code])
    yield act_unless(why_not, "plan", _("Plan an activity"), address)


def why_not_yours(project, user):
    """Why somebody may not record what is done in a project; nothing when they may."""
    return "" if may_record_for(user, project) else done_by(Permission.RECORD_ACTIVITIES)
