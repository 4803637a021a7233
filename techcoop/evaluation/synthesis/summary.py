"""The executive summary: what a reader must know who reads nothing else."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from techcoop.evaluation.synthesis import figures
from techcoop.evaluation.synthesis.facts import Facts
from techcoop.evaluation.synthesis.words import sentence
from techcoop.press.blocks import Block, Bullets, Callout, Heading, Paragraph, Runs


def chapter(facts: Facts) -> tuple[Block, ...]:
    """What was done, beside what, with what money, and what evaluations say of it."""
    heading = Heading(1, _("Executive summary"), "summary")
    if not facts.portfolio.projects:
        return heading, Paragraph((no_projects(facts),)), *_evaluated(facts)
    return (
        heading,
        Bullets(
            (
                _portfolio(facts),
                _states(facts),
                *_recommended(facts),
                *_money(facts),
                *_activities(facts),
                *_requests(facts),
                *_unlinked(facts),
            )
        ),
        *_evaluated(facts),
        Callout(
            (
                _(
                    "Assistance is given at the State's request. It complements the work of the treaty "
                    "bodies, the special procedures and the universal periodic review and never replaces "
                    "it; nothing in this report is a finding on the record of a State."
                ),
            ),
        ),
    )


def no_projects(facts: Facts) -> str:
    """An empty portfolio, said honestly."""
    return _("There is no record of a project that ran between %(first)s and %(last)s.") % facts.years


def _portfolio(facts: Facts) -> Runs:
    projects = figures.projects(facts)
    text = ngettext(
        "Between %(first)s and %(last)s the portfolio held %(projects)s project.",
        "Between %(first)s and %(last)s the portfolio held %(projects)s projects.",
        facts.portfolio.projects,
    )
    return sentence(text, projects=projects, **facts.years)


def _states(facts: Facts) -> Runs:
    text = ngettext(
        "They worked in %(states)s State or territory.",
        "They worked in %(states)s States and territories.",
        len(facts.sides.assisted),
    )
    return sentence(text, states=figures.assisted_states(facts))


def _recommended(facts: Facts) -> tuple[Runs, ...]:
    """What stands on the other side: the voice of the mechanisms to the assisted States."""
    made = sum(one.recommendations for one in facts.sides.assisted)
    if not made:
        return ((_("No record says what the mechanisms recommended to them in these years."),),)
    text = ngettext(
        "To these States the mechanisms made %(made)s recommendation in these years.",
        "To these States the mechanisms made %(made)s recommendations in these years.",
        made,
    )
    return (sentence(text, made=figures.recommended_to_the_assisted(facts, made)),)


def _unlinked(facts: Facts) -> tuple[Runs, ...]:
    missing = facts.gaps.recommendation
    if not missing:
        return ()
    text = ngettext(
        "%(projects)s project names no recommendation that it serves; what else is missing stands under "
        "the limitations.",
        "%(projects)s projects name no recommendation that they serve; what else is missing stands under "
        "the limitations.",
        missing,
    )
    label = _("no recommendation")
    return (sentence(text, projects=figures.some_projects(facts, missing, label, gap="recommendation")),)


def _money(facts: Facts) -> tuple[Runs, ...]:
    if not facts.money.total.projects:
        return ((_("No record says with what money."),),)
    text = _("Together they require US$ %(required)s, as far as the records say.")
    return (sentence(text, required=figures.money(facts, "required")),)


def _activities(facts: Facts) -> tuple[Runs, ...]:
    held = facts.delivery.total.activities
    if not held:
        return ((_("No record says which activities were held."),),)
    text = ngettext("%(activities)s activity was held.", "%(activities)s activities were held.", held)
    return (sentence(text, activities=figures.activities(facts)),)


def _requests(facts: Facts) -> tuple[Runs, ...]:
    received = sum(facts.state_requests.values())
    if not received:
        return ((_("No request was registered in these years."),),)
    text = ngettext(
        "%(requests)s request was received in these years.",
        "%(requests)s requests were received in these years.",
        received,
    )
    return (sentence(text, requests=figures.state_requests(facts)),)


def _evaluated(facts: Facts) -> tuple[Block, ...]:
    if not facts.evaluations.total:
        text = _(
            "There is no record of an evaluation completed between %(first)s and %(last)s; "
            "this report therefore says what was done, not what came of it."
        )
        return (Paragraph((text % facts.years,)),)
    evaluations = ngettext(
        "%(evaluations)s evaluation was completed.",
        "%(evaluations)s evaluations were completed.",
        facts.evaluations.total,
    )
    found = ngettext(
        "Their evidence supports %(findings)s finding.",
        "Their evidence supports %(findings)s findings.",
        facts.evaluations.findings.total,
    )
    return (
        Paragraph(
            (
                *sentence(evaluations, evaluations=figures.evaluations(facts)),
                " ",
                *sentence(found, findings=figures.findings(facts)),
            )
        ),
    )
