"""Sheets on paper for work inside the programme: the screening of a request, the handover of a desk."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _

from techcoop.press.blocks import Block, Callout, Heading, Paragraph, Report, Table
from techcoop.requests.models import Handover, StateRequest

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


def handover_sheet(handover: Handover, lines: Sequence[tuple[str, ...]], *, at: datetime) -> Report:
    """The sheet with which a desk passes to another officer."""
    header = (
        pgettext("on a desk", "What"),
        _("For whom, what"),
        _("Status"),
        pgettext("in this status", "Since"),
        _("What happens next"),
        _("Meant to be done by"),
        pgettext("of a request", "Papers"),
    )
    note: tuple[Block, ...] = (Paragraph((handover.note,)),) if handover.note else ()
    return Report(
        language=get_language() or "en",
        reference=f"{handover.handed_at:%Y-%m-%d}",
        title=_("Handover sheet"),
        subtitle=str(handover),
        banner=_("For work inside the programme."),
        made_at=at,
        blocks=(
            Heading(1, str(handover), "handover"),
            *note,
            Table(_("What is open"), header, tuple(lines), numeric=(6,)),
        ),
    )
