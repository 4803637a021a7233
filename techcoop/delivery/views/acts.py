"""What can be done with an activity now, and why not when it cannot."""

from django.urls import reverse
from django.utils.translation import gettext as _

from techcoop.delivery.policies import may_record
from techcoop.delivery.statuses import LIFECYCLE
from techcoop.web.acts import Act


def acts_of(activity, user):
    """The acts of the life cycle, and those that go with it."""
    possible = LIFECYCLE.allowed_acts(activity.status)
    offered = (
        ("report", _("Record what came of it"), "report"),
        ("revise", _("Change the plan"), "report"),
        ("cancel", _("Cancel the activity"), "cancel"),
    )
    allowed = may_record(user, activity)
    acts = [
        Act(
            name,
            label,
            reverse(f"delivery:{name}", args=[activity.pk]),
            allowed=allowed and needed in possible,
            why_not=_why_not(activity, allowed),
            first=name == "report",
            grave=name == "cancel",
        )
        for name, label, needed in offered
    ]
    attach = reverse("delivery:attach", args=[activity.pk])
    return [
        *acts,
        Act("attach", _("Add a document"), attach, allowed=allowed, why_not=_why_not(activity, allowed)),
    ]


def _why_not(activity, allowed):
    if not allowed:
        return _("Only those who record activities for the States of this project can do this.")
    return _("The activity is recorded as: %(status)s.") % {"status": activity.get_status_display()}
