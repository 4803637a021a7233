"""What a received request must hold before it can be registered, as sentences."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from techcoop.requests.models import StateRequest


@dataclass(frozen=True)
class Missing:
    """Something that a request lacks before it can be registered: the field, and what to do."""

    field: str
    sentence: str | Promise


def missing_for_registration(state_request: StateRequest, *, has_paper: bool) -> list[Missing]:
    """What a received request still lacks; it is kept all the same, and registered when complete."""
    needed = [
        (state_request.dated_on, Missing("dated_on", _("Enter the date that stands on the document."))),
        (state_request.signatory_name, Missing("signatory_name", _("Enter who signed the document."))),
        (
            state_request.signatory_authority,
            Missing("signatory_authority", _("Enter the ministry or authority that asks.")),
        ),
        (
            has_paper or state_request.summary,
            Missing("scan", _("Attach the scan, or write what is asked for into the summary.")),
        ),
    ]
    return [missing for there, missing in needed if not there]
