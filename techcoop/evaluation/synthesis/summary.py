"""The executive summary: what a reader must know who reads nothing else."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from techcoop.evaluation.models import Criterion
from techcoop.evaluation.synthesis import (
    activities,
    criteria,
    figures,
    findings,
    lessons,
    limitations,
    money,
)
from techcoop.evaluation.synthesis.facts import Facts
from techcoop.evaluation.synthesis.words import number, sentence
from techcoop.press.blocks import Block, Bullets, Callout, Heading, Paragraph, Runs
from techcoop.programme.models import Component, FormOfAssistance

# So many things of one kind stand in the summary; the chapters hold all of them.
MOST = 3
# Whether the work did what it was for is asked by these three criteria.
ACHIEVEMENT = (Criterion.EFFECTIVENESS, Criterion.IMPACT, Criterion.SUSTAINABILITY)


def chapter(facts: Facts) -> tuple[Block, ...]:
    """What was asked, done and achieved, with what money, what was learned, and what is not known."""
    heading = Heading(1, _("Executive summary"), "summary")
    if not facts.portfolio.projects:
        return heading, Paragraph((no_projects(facts),)), *_evaluated(facts)
    return (
        heading,
        *_passage(_("What was asked"), "asked", (*_requests(facts), *_recommended(facts))),
        *_passage(_("What was done"), "done", (_portfolio(facts), *_most_used(facts), *_activities(facts))),
        *_evaluated(facts),
        *_passage(_("With what money"), "money", _money(facts)),
        *_passage(_("What was learned"), "learned", _learned(facts)),
        *_passage(_("What is not known"), "not-known", _not_known(facts)),
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


def _passage(title: str, name: str, lines: tuple[Runs, ...]) -> tuple[Block, ...]:
    return (Heading(2, title, f"summary-{name}"), Bullets(lines)) if lines else ()


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
    return *sentence(text, projects=projects, **facts.years), " ", *_states(facts)


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
        return (
            (_("No record says what the mechanisms recommended to the assisted States in these years."),),
        )
    text = ngettext(
        "To the States in which projects worked the mechanisms made %(made)s recommendation in these years.",
        "To the States in which projects worked the mechanisms made %(made)s recommendations in these years.",
        made,
    )
    return (sentence(text, made=figures.recommended_to_the_assisted(facts, made)),)


def _most_used(facts: Facts) -> tuple[Runs, ...]:
    """The component and the form in which most projects have a part, where one alone stands out."""
    kinds = (
        (_("Component with most projects: %(name)s (%(projects)s)."), "component", Component),
        (_("Form of assistance with most projects: %(name)s (%(projects)s)."), "form", FormOfAssistance),
    )
    counts = {"component": facts.portfolio.by_component, "form": facts.portfolio.by_form}
    return tuple(
        sentence(
            text,
            name=str(kind.label),
            projects=figures.some_projects(facts, counts[name][kind.value], kind.label, **{name: kind.value}),
        )
        for text, name, kinds_of in kinds
        for kind in kinds_of
        if counts[name][kind.value] == max(counts[name].values()) > 0
        if list(counts[name].values()).count(counts[name][kind.value]) == 1
    )


def _money(facts: Facts) -> tuple[Runs, ...]:
    if not facts.money.total.projects:
        return ((_("No record says with what money."),),)
    text = _("Together the projects require US$ %(required)s, as far as the records say.")
    return (
        sentence(text, required=figures.money(facts, "required")),
        *money.shares(facts),
    )


def _activities(facts: Facts) -> tuple[Runs, ...]:
    held = facts.delivery.total.activities
    if not held:
        return ((_("No record says which activities were held."),),)
    text = ngettext("%(activities)s activity was held.", "%(activities)s activities were held.", held)
    return sentence(text, activities=figures.activities(facts)), *activities.reached(facts)


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
        return _passage(_("What was achieved"), "achieved", ((text % facts.years,),))
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
    said = (
        *sentence(evaluations, evaluations=figures.evaluations(facts)),
        " ",
        *sentence(found, findings=figures.findings(facts)),
    )
    marks = criteria.distribution(facts, of=ACHIEVEMENT)
    return _passage(_("What was achieved"), "achieved", (said, *findings.by_bearing(facts), *marks))


def _learned(facts: Facts) -> tuple[Runs, ...]:
    """What several evaluations found alike, and the first lessons in their own words."""
    return *findings.alike(facts)[:MOST], *lessons.first(facts, MOST)


def _not_known(facts: Facts) -> tuple[Runs, ...]:
    """The first gaps; how many more there are says the sentence that leads to their chapter."""
    gaps = limitations.lines(facts)
    if len(gaps) <= MOST:
        return gaps
    more = ngettext(
        "%(more)s more gap stands in the chapter on limitations.",
        "%(more)s more gaps stand in the chapter on limitations.",
        len(gaps) - MOST,
    )
    return *gaps[:MOST], (more % {"more": number(len(gaps) - MOST)},)
