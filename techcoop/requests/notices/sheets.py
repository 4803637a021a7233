"""Sheets on paper for work inside the programme: the screening of a request."""

from collections.abc import Iterable
from datetime import datetime

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from techcoop.press.blocks import Block, Callout, Heading, Paragraph, Report, Table
from techcoop.requests.models import StateRequest

# Question, what the records say, verdict, remark, by whom and when.
Line = tuple[str, str, str, str, str]


def screening_sheet(state_request: StateRequest, lines: Iterable[Line], *, at: datetime) -> Report:
    """The screening sheet of a request, in the language of who prints it."""
    header = (_("Question"), _("On record"), _("Verdict"), _("Remark"), _("By whom, when"))
    blocks: tuple[Block, ...] = (
        Heading(1, state_request.subject, "request"),
        Paragraph((f"{state_request.requester}",)),
        Table(_("Questions of admissibility"), header, tuple(lines)),
        Callout(
            (
                _(
                    "These answers inform those who decide. None of them is a condition that the programme "
                    "sets a State, and none says anything about what the State owes to the mechanisms."
                ),
            )
        ),
    )
    return Report(
        language=get_language() or "en",
        reference=state_request.reference,
        title=_("Screening sheet"),
        subtitle=state_request.reference,
        banner=_("For work inside the programme."),
        made_at=at,
        blocks=blocks,
    )
