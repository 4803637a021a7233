"""The answer that management has still to write, and what has become of earlier recommendations."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from techcoop.evaluation.models import EvaluationRecommendation
from techcoop.evaluation.statuses import FollowUpStatus
from techcoop.evaluation.synthesis import figures
from techcoop.evaluation.synthesis.facts import Facts
from techcoop.evaluation.synthesis.words import Where, count, day, sentence
from techcoop.press.blocks import Block, Cell, Heading, Paragraph, Table

LONGEST = 200


def response_chapter(facts: Facts) -> tuple[Block, ...]:
    """The management response, to be written: one empty row for each recommendation without an answer."""
    heading = Heading(1, _("Management response"), "management-response")
    unanswered = [one for one in facts.evaluations.advice if not one.response]
    if not unanswered:
        return heading, Paragraph((_("No recommendation of these years waits for a response."),))
    text = ngettext(
        "%(recommendations)s recommendation waits for a response. The columns are left empty for it.",
        "%(recommendations)s recommendations wait for a response. The columns are left empty for it.",
        len(unanswered),
    )
    counts = figures.about(figures.the_advice(facts), _("no answer yet"))
    where = Where("advice unanswered", counts, facts.at.advice(response="none"))
    header = (_("Recommendation"), _("Response"), _("Reason or action"), _("Who acts"), _("Until when"))
    rows = tuple((_recommended(one), "", "", "", "") for one in unanswered[:LONGEST])
    return (
        heading,
        Paragraph(sentence(text, recommendations=count(len(unanswered), where))),
        Table(_("Management response, to be written"), header, rows),
    )


def earlier_chapter(facts: Facts) -> tuple[Block, ...]:
    """What has become of the recommendations of evaluations that ended before these years."""
    heading = Heading(1, _("Status of earlier recommendations"), "earlier-recommendations")
    earlier = facts.evaluations.earlier
    if not earlier:
        text = _("No recommendation of an evaluation completed before %(first)s is recorded.")
        return heading, Paragraph((text % facts.years,))
    text = ngettext(
        "Evaluations completed before %(first)s made %(recommendations)s recommendation.",
        "Evaluations completed before %(first)s made %(recommendations)s recommendations.",
        len(earlier),
    )
    counts = _("Recommendations of evaluations completed before %(first)s") % facts.years
    where = Where("earlier advice", counts, facts.at.earlier_advice())
    header = (_("Recommendation"), _("Evaluation"), _("Response"), _("Due on"), _("Follow-up"))
    return (
        heading,
        Paragraph(sentence(text, first=facts.years["first"], recommendations=count(len(earlier), where))),
        Table(_("Earlier recommendations"), header, tuple(_status(one) for one in earlier[:LONGEST])),
    )


def _recommended(one: EvaluationRecommendation) -> str:
    return f"{one.number}. {one.text} ({one.evaluation.title})"


def _status(one: EvaluationRecommendation) -> tuple[Cell, ...]:
    """One recommendation; what was rejected, or not answered, is not followed up."""
    answer = str(one.get_response_display()) if one.response else _("No answer yet")
    followed = str(FollowUpStatus(one.status).label) if one.is_followed else "–"
    ended = one.evaluation.completed_on
    evaluation = f"{one.evaluation.title} ({ended.year})" if ended else one.evaluation.title
    return f"{one.number}. {one.text}", evaluation, answer, day(one.due_on) if one.due_on else "–", followed
