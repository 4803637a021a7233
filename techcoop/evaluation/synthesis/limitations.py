"""What this report cannot say, and why: every gap of the records, counted."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from techcoop.evaluation.synthesis import figures
from techcoop.evaluation.synthesis.facts import Facts
from techcoop.evaluation.synthesis.words import sentence
from techcoop.press.blocks import Block, Bullets, Heading, Paragraph, Runs


def chapter(facts: Facts) -> tuple[Block, ...]:
    """The gaps, one line each; where there is none, that is said."""
    found = lines(facts)
    listed: Block = Bullets(found) if found else Paragraph((_("No gap was found in the records."),))
    return (
        Heading(1, _("Limitations"), "limitations"),
        Paragraph(
            (
                _(
                    "This report says what the records hold and nothing else. What they lack is listed "
                    "here; a gap in the records is not a finding on the work, and nothing was filled in."
                ),
            )
        ),
        listed,
    )


def lines(facts: Facts) -> tuple[Runs, ...]:
    """Every gap and every silence, one line each."""
    return (*_gaps(facts), *_silences(facts))


def _gaps(facts: Facts) -> tuple[Runs, ...]:
    gaps = facts.gaps
    said = (
        ("request", gaps.request, _("no request"), _without_request(gaps.request)),
        ("recommendation", gaps.recommendation, _("no recommendation"), _unlinked(gaps.recommendation)),
        ("component", gaps.component, _("no component"), _without_component(gaps.component)),
        ("state", gaps.state, _("no State"), _without_state(gaps.state)),
        ("start", gaps.start, _("no start"), _without_start(gaps.start)),
        ("end", gaps.end, _("no end"), _without_end(gaps.end)),
        (
            "money",
            facts.money.without_money,
            _("no money recorded"),
            _without_money(facts.money.without_money),
        ),
    )
    return tuple(
        sentence(text, projects=figures.some_projects(facts, value, label, gap=key))
        for key, value, label, text in said
        if value
    )


def _without_request(n: int) -> str:
    return ngettext(
        "%(projects)s project does not name a request on which it stands.",
        "%(projects)s projects do not name a request on which they stand.",
        n,
    )


def _unlinked(n: int) -> str:
    return ngettext(
        "%(projects)s project names no recommendation of a monitoring body that it serves.",
        "%(projects)s projects name no recommendation of a monitoring body that they serve.",
        n,
    )


def _without_component(n: int) -> str:
    return ngettext("%(projects)s project names no component.", "%(projects)s projects name no component.", n)


def _without_state(n: int) -> str:
    return ngettext("%(projects)s project names no State.", "%(projects)s projects name no State.", n)


def _without_start(n: int) -> str:
    return ngettext(
        "%(projects)s project does not say when it began; it is counted in each year until its end.",
        "%(projects)s projects do not say when they began; they are counted in each year until their end.",
        n,
    )


def _without_end(n: int) -> str:
    return ngettext(
        "%(projects)s project does not say when it ends; it is counted in each year from its start.",
        "%(projects)s projects do not say when they end; they are counted in each year from their start.",
        n,
    )


def _without_money(n: int) -> str:
    return ngettext(
        "Of %(projects)s project no record says with what money it worked.",
        "Of %(projects)s projects no record says with what money they worked.",
        n,
    )


def _silences(facts: Facts) -> tuple[Runs, ...]:
    said = []
    if not facts.evaluations.total:
        said.append(_("No evaluation is recorded, so nothing can be said of what came of the work."))
    if not sum(facts.state_requests.values()):
        said.append(_("No request is recorded."))
    if not facts.delivery.total.activities:
        said.append(_("No activity is recorded."))
    if not any(one.has_treaty_record for one in facts.sides.assisted):
        said.append(_("No record says to which treaties the assisted States are party."))
    if not any(one.recommendations for one in facts.sides.assisted):
        said.append(
            _("No record says what the mechanisms recommended to the assisted States in these years.")
        )
    said.append(
        _(
            "Support costs of the programme, the closing of accounts and the balances of the two families of "
            "funds are not recorded."
        )
    )
    return tuple((line,) for line in said)
