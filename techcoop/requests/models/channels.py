"""By what way a request comes, what it arises from, and how soon it asks for an answer."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Way(models.TextChoices):
    """By what way a request reached the programme, whatever it arises from."""

    PAPER = "paper", _("On paper, entered by the desk")
    MAIL = "mail", _("By mail, entered by the desk")
    ON_LINE = "on_line", _("On line, endorsed by the focal point")


class Channel(models.TextChoices):
    """What a request is written as, or what it arises from."""

    NOTE_VERBALE = "note_verbale", _("Note verbale")
    LETTER = "letter", _("Letter")
    FIELD_PRESENCE = "field_presence", _("Through a field presence")
    UPR_SESSION = "upr_session", _("Arising from the universal periodic review")
    TREATY_BODY_REVIEW = "treaty_body_review", _("Arising from a review by a treaty body")
    COUNCIL_RESOLUTION = "council_resolution", _("Arising from a resolution of the Council")
    COUNTRY_TEAM = "country_team", _("Arising from the United Nations country team")
    ON_LINE = "on_line", _("Of its own accord, on line")


class Urgency(models.TextChoices):
    """How soon the State asks for an answer."""

    ORDINARY = "ordinary", _("Ordinary")
    URGENT = "urgent", _("Urgent")
