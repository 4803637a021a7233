"""Mails that tell what happened to a request: its reference and where it is read, and nothing of it."""

from collections.abc import Sequence

from django.core.mail import EmailMessage
from django.db import models
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from techcoop.people.models import User
from techcoop.requests.models import StateRequest
from techcoop.web.writing import listed


class Told(models.TextChoices):
    """What a mail tells."""

    RECEIVED = "received", _("Your request has arrived")
    LETTER = "letter", _("There is a letter about your request")
    ANSWER = "answer", _("There is an answer about your request")
    ASSIGNED = "assigned", _("A request was given to you")


def telling_mail(person: User, told: Told, rows: Sequence[StateRequest], *, site: str) -> EmailMessage:
    """One mail, in the person's language."""
    with translation.override(person.language):
        lines = [(one.reference, site + reverse("requests:request", args=(one.reference,))) for one in rows]
        subject = f"{told.label}: {listed(one.reference for one in rows)}"
        body = render_to_string("requests/told.txt", {"person": person, "says": told.label, "lines": lines})
    return EmailMessage(subject=subject, body=body, to=[person.email])
