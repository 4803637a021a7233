"""The mail that brings requests to mind: references, days and links, nothing of what they say."""

from collections.abc import Sequence
from datetime import datetime

from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.translation import ngettext

from techcoop.people.models import User
from techcoop.requests.models import Reminder


def reminder_mail(recipient: User, reminders: Sequence[Reminder], *, site: str, at: datetime) -> EmailMessage:
    """One mail for everything that waits for a person, in the person's language."""
    with translation.override(recipient.language):
        lines = [
            {
                "reference": one.state_request.reference,
                "status": one.get_status_display(),
                "due_on": one.due_on,
                "days_late": max(0, (at.date() - one.due_on).days),
                "asked_by": one.asked_by or "",
                "address": site + reverse("requests:request", args=(one.state_request.reference,)),
            }
            for one in reminders
        ]
        subject = ngettext(
            "%(number)s request waits for its next step",
            "%(number)s requests wait for their next step",
            len(lines),
        ) % {"number": len(lines)}
        body = render_to_string(
            "requests/reminder.txt", {"recipient": recipient, "lines": lines, "site": site}
        )
    return EmailMessage(subject=subject, body=body, to=[recipient.email])
