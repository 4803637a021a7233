"""Mails that tell what happened to a request: its reference and where it is read, and nothing of it."""

from collections.abc import Sequence
from typing import Any

from django.core.mail import EmailMessage
from django.db import models
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from techcoop.people.models import User
from techcoop.requests.models import StateRequest
from techcoop.requests.queries import Pile
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
        return _mail(person, str(told.label), lines)


def given_mail(officer: User, pile: Pile, things: Sequence[Any], *, site: str) -> EmailMessage:
    """One mail about all that is new on a desk of one pile of a later stage, in the officer's language."""
    with translation.override(officer.language):
        references = [pile.told(one)[0] for one in things]
        lines = [(one, site + pile.page(one)) for one in references]
        return _mail(officer, gettext("New on your desk (%(kind)s)") % {"kind": pile.label}, lines)


def _mail(person: User, says: str, lines: Sequence[tuple[str, str]]) -> EmailMessage:
    subject = f"{says}: {listed(reference for reference, _address in lines)}"
    body = render_to_string("requests/told.txt", {"person": person, "says": says, "lines": lines})
    return EmailMessage(subject=subject, body=body, to=[person.email])
