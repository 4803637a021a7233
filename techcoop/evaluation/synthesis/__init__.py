"""The synthesis report of a Global Review: pure composition over what the records answer."""

from collections.abc import Callable
from datetime import datetime

from django.utils import translation
from django.utils.translation import gettext as _

from techcoop.evaluation.queries.period import Period
from techcoop.evaluation.synthesis import (
    activities,
    annexes,
    answers,
    components,
    criteria,
    findings,
    inclusion,
    lessons,
    limitations,
    mandate,
    method,
    money,
    portfolio,
    recommendations,
    regions,
    states,
    summary,
)
from techcoop.evaluation.synthesis.facts import Facts, gather
from techcoop.press.blocks import Block, Report

CHAPTERS: tuple[Callable[[Facts], tuple[Block, ...]], ...] = (
    summary.chapter,
    mandate.chapter,
    method.chapter,
    portfolio.chapter,
    components.chapter,
    regions.chapter,
    states.chapter,
    money.chapter,
    activities.chapter,
    findings.chapter,
    criteria.chapter,
    inclusion.chapter,
    lessons.chapter,
    recommendations.chapter,
    answers.response_chapter,
    answers.earlier_chapter,
    limitations.chapter,
    annexes.chapter,
)


def compose(first_year: int, last_year: int, language: str, *, at: datetime | None = None) -> Report:
    """The draft over whatever the records hold; the same records give the same text, byte for byte."""
    facts = gather(Period(first_year, last_year), at=at)
    return write(facts, language)


def write(facts: Facts, language: str) -> Report:
    """The report in a language, from facts alone."""
    with translation.override(language):
        blocks = tuple(block for chapter in CHAPTERS for block in chapter(facts))
        return Report(
            language=language,
            reference=f"SYNTHESIS {facts.period.first}–{facts.period.last}",
            title=_("Synthesis Report of the Global Review"),
            subtitle=_("Technical Cooperation Programme in the Field of Human Rights, %(first)s–%(last)s")
            % facts.years,
            banner=_(
                "Machine-drafted from the records of the programme, not adopted. No human being has yet "
                "weighed what it says."
            ),
            made_at=facts.as_of,
            blocks=blocks,
        )


__all__ = ["CHAPTERS", "Facts", "compose", "gather", "write"]
