"""The mandate, and the two rules on which it stands: at the State's request, and only a complement."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from techcoop.evaluation.synthesis import figures
from techcoop.evaluation.synthesis.facts import Facts
from techcoop.evaluation.synthesis.words import Where, count, sentence
from techcoop.press.blocks import Block, Bullets, Callout, Heading, Paragraph, Runs
from techcoop.requests.statuses import TAKEN_UP, UNDECIDED, RequestStatus
from techcoop.web.writing import listed

REFUSED = (RequestStatus.DECLINED, RequestStatus.REDIRECTED)


def chapter(facts: Facts) -> tuple[Block, ...]:
    """On what the programme rests, and what was asked of it."""
    return (
        Heading(1, _("Mandate and the two rules"), "mandate"),
        Paragraph((_origin(),)),
        Callout((_first_rule(),), title=_("At the request of the State")),
        *_asked(facts),
        Callout((_second_rule(),), title=_("A complement, never a substitute")),
    )


def _origin() -> str:
    return _(
        "Since General Assembly resolution 926 (X) of 14 December 1955 the United Nations assists States, "
        "at their request, in building and strengthening the national structures that have a direct bearing "
        "on human rights and the rule of law. The Voluntary Fund, set up on 16 November 1987 after "
        "resolution 1987/38 of the Commission on Human Rights, became operational in 1988 and stands beside "
        "the regular budget."
    )


def _first_rule() -> str:
    return _(
        "Assistance is given only where a Government or, where appropriate, a regional organisation asks for "
        "it in writing."
    )


def _second_rule() -> str:
    return _(
        "Assistance complements the work of the monitoring bodies and is never a substitute for it. Nothing "
        "that is done here takes away from a Government's duty to account; what the monitoring bodies say "
        "comes only from them and stands in this report beside the assistance, not against it."
    )


def _asked(facts: Facts) -> tuple[Block, ...]:
    received = sum(facts.state_requests.values())
    if not received:
        return (Paragraph((_("No request was registered in these years."),)),)
    text = ngettext(
        "In these years %(requests)s request was received. Where it stands now:",
        "In these years %(requests)s requests were received. Where they stand now:",
        received,
    )
    items = (
        (_("taken up, wholly or in part: %(number)s"), TAKEN_UP, "taken up"),
        (_("declined or redirected, with written reasons: %(number)s"), REFUSED, "refused"),
        (_("withdrawn: %(number)s"), (RequestStatus.WITHDRAWN,), "withdrawn"),
        (_("not yet decided: %(number)s"), UNDECIDED, "undecided"),
    )
    return (
        Paragraph(sentence(text, requests=figures.state_requests(facts))),
        Bullets(tuple(_standing(facts, *item) for item in items)),
    )


def _standing(facts: Facts, text: str, statuses: tuple[RequestStatus, ...], key: str) -> Runs:
    labels = listed(one.label for one in statuses)
    counts = figures.about(figures.the_requests(facts), labels)
    where = Where(f"requests {key}", counts, facts.at.state_requests(status=statuses))
    return sentence(text, number=count(facts.requested(*statuses), where))
