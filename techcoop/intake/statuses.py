"""How a file travels from being handed in until its records are there. The table is the procedure."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from techcoop.lifecycle import Lifecycle, move


class ImportStatus(TextChoices):
    """Where an import stands."""

    UPLOADED = "uploaded", _("Handed in")
    PREVIEWED = "previewed", _("Compared")
    CONFIRMED = "confirmed", _("Confirmed")
    APPLIED = "applied", _("Applied")
    FAILED = "failed", _("Failed")
    ABANDONED = "abandoned", _("Abandoned")


_S = ImportStatus
LIFECYCLE = Lifecycle(
    move("preview", _S.UPLOADED, _S.PREVIEWED),
    move("confirm", _S.PREVIEWED, _S.CONFIRMED),
    move("apply", _S.CONFIRMED, _S.APPLIED),
    move("fail", (_S.UPLOADED, _S.CONFIRMED), _S.FAILED),
    # Work that was killed left nothing behind; it is done again from where it stood.
    move("start again", (_S.UPLOADED, _S.FAILED), _S.UPLOADED),
    move("start again", _S.CONFIRMED, _S.CONFIRMED),
    move("abandon", (_S.UPLOADED, _S.PREVIEWED, _S.CONFIRMED, _S.FAILED), _S.ABANDONED),
)
