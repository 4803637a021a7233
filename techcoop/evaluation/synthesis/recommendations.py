"""What evaluations recommended, what the programme answered, and what has become of it."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from techcoop.evaluation.models import EvaluationRecommendation, Response
from techcoop.evaluation.statuses import FollowUpStatus
from techcoop.evaluation.synthesis import figures
from techcoop.evaluation.synthesis.facts import Facts
from techcoop.evaluation.synthesis.words import Counted, Where, count, day, sentence
from techcoop.press.blocks import Block, Cell, Heading, Paragraph, Runs, Table
from techcoop.web.writing import listed

NO_ANSWER = "none"
LONGEST = 200


def chapter(facts: Facts) -> tuple[Block, ...]:
    """Recommendations, responses and follow-up."""
    heading = Heading(1, _("Recommendations and responses"), "recommendations")
    total = facts.evaluations.advised.total
    if not total:
        return heading, Paragraph((_("No recommendation of an evaluation is recorded for these years."),))
    text = ngettext(
        "Evaluations of these years made %(recommendations)s recommendation to the programme.",
        "Evaluations of these years made %(recommendations)s recommendations to the programme.",
        total,
    )
    where = Where("advice", figures.the_advice(facts), facts.at.advice())
    return (
        heading,
        Paragraph(sentence(text, recommendations=count(total, where))),
        _responses(facts),
        *_followed(facts),
        *_overdue(facts),
        _each(facts),
    )


def _some(facts: Facts, value: int, label: object, **narrowing: str | tuple[str, ...]) -> Counted:
    counts = figures.about(figures.the_advice(facts), label)
    return count(value, Where(f"advice {narrowing}", counts, facts.at.advice(**narrowing)))


def _responses(facts: Facts) -> Table:
    found = facts.evaluations.advised.by_response
    kinds = [*((one.value, str(one.label)) for one in Response), ("", _("No answer yet"))]
    rows = tuple(
        (label, _some(facts, found.get(kind, 0), label, response=kind or NO_ANSWER)) for kind, label in kinds
    )
    return Table(_("Responses of the programme"), (_("Response"), _("Recommendations")), rows, numeric=(1,))


def _followed(facts: Facts) -> tuple[Block, ...]:
    found = facts.evaluations.advised.by_status
    if not found:
        return ()
    rows = tuple(
        (
            str(status.label),
            _some(facts, found.get(status, 0), status.label, status=(status,), response=ACCEPTED),
        )
        for status in FollowUpStatus
    )
    caption = _("Follow-up of what was accepted, wholly or in part")
    return (Table(caption, (_("Follow-up"), _("Recommendations")), rows, numeric=(1,)),)


ACCEPTED = (Response.ACCEPTED.value, Response.PARTIALLY_ACCEPTED.value)


def _overdue(facts: Facts) -> tuple[Block, ...]:
    overdue = sum(_is_overdue(one, facts) for one in facts.evaluations.advice)
    if not overdue:
        return ()
    text = ngettext(
        "On %(day)s, the day of the newest record, %(overdue)s of them was past its date.",
        "On %(day)s, the day of the newest record, %(overdue)s of them were past their dates.",
        overdue,
    )
    figure = _some(facts, overdue, _("past the date"), overdue=facts.today.isoformat())
    return (Paragraph(sentence(text, day=day(facts.today), overdue=figure)),)


def _is_overdue(one: EvaluationRecommendation, facts: Facts) -> bool:
    done = (FollowUpStatus.IMPLEMENTED, FollowUpStatus.OVERTAKEN)
    return (
        one.response in ACCEPTED and one.status not in done and bool(one.due_on and one.due_on < facts.today)
    )


def _each(facts: Facts) -> Table:
    """The recommendations one by one, with the answers; a long list stops, its figure opens the rest."""
    header = (_("Recommendation"), _("Evaluation"), _("Response"), _("Who acts, until when"))
    rows = tuple(_row(one) for one in facts.evaluations.advice[:LONGEST])
    return Table(_("Recommendations with their responses"), header, rows)


def _row(one: EvaluationRecommendation) -> tuple[Cell, ...]:
    answer: Runs = (str(one.get_response_display()) if one.response else _("No answer yet"),)
    if one.reason:
        answer = (*answer, f": {one.reason}")
    who = listed(filter(None, (one.owner, day(one.due_on) if one.due_on else "")))
    return f"{one.number}. {one.text}", one.evaluation.title, answer, who or "–"
