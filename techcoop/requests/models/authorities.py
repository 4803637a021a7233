"""Who stands behind a signature: asked for, since a name does not always say it."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Authority(models.TextChoices):
    """What kind of authority a request is signed for."""

    HEAD = "head", _("Head of State or of Government")
    FOREIGN_AFFAIRS = "foreign_affairs", _("Ministry of foreign affairs, or a permanent mission")
    MINISTRY = "ministry", _("Another ministry, or an agency of the Government")
    STATE_BODY = "state_body", _("Parliament, court or national institution of the State")
    REGIONAL = "regional", _("Regional organisation")
    UNITED_NATIONS = "united_nations", _("Body of the United Nations")
    CIVIL_SOCIETY = "civil_society", _("Non-governmental organisation")


# Those whose request alone is none (GA res. 926 (X)).
ASK_FOR_NOBODY = (Authority.UNITED_NATIONS, Authority.CIVIL_SOCIETY)
