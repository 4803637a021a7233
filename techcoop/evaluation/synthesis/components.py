"""The five components and the seven forms of assistance: two closed lists, shown whole."""

from django.db.models import TextChoices
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from techcoop.evaluation.synthesis import figures
from techcoop.evaluation.synthesis.facts import Facts
from techcoop.evaluation.synthesis.words import sentence
from techcoop.press.blocks import Bar, Bars, Block, Heading, Paragraph
from techcoop.programme.models import Component, FormOfAssistance


def chapter(facts: Facts) -> tuple[Block, ...]:
    """How the portfolio spreads over components and forms."""
    if not facts.portfolio.projects:
        return ()
    return (
        Heading(1, _("Components and forms"), "components"),
        Paragraph(
            (
                _(
                    "A project may have a part in several components and use several forms, so the bars "
                    "do not sum to the portfolio."
                ),
            )
        ),
        _bars(facts, _("Projects by component"), "component", Component, facts.portfolio.by_component),
        *_unsaid(facts),
        _bars(facts, _("Projects by form of assistance"), "form", FormOfAssistance, facts.portfolio.by_form),
    )


def _bars(facts: Facts, caption: str, name: str, kinds: type[TextChoices], found: dict[str, int]) -> Bars:
    return Bars(
        caption,
        tuple(
            Bar(
                f"{kind.value} {kind.label}",
                found[kind.value],
                figures.some_projects(facts, found[kind.value], kind.label, **{name: kind.value}),
            )
            for kind in kinds
        ),
    )


def _unsaid(facts: Facts) -> tuple[Block, ...]:
    if not facts.gaps.component:
        return ()
    text = ngettext(
        "%(projects)s project names no component.",
        "%(projects)s projects name no component.",
        facts.gaps.component,
    )
    missing = figures.some_projects(facts, facts.gaps.component, _("no component"), gap="component")
    return (Paragraph(sentence(text, projects=missing)),)
