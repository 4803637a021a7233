"""What evaluations found: evidence, the matrix of States and components, what is alike, what contradicts."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from techcoop.evaluation.models import Criterion, Evidence
from techcoop.evaluation.queries.evidence import Contradiction, CrossCutting
from techcoop.evaluation.synthesis import figures
from techcoop.evaluation.synthesis.facts import Facts
from techcoop.evaluation.synthesis.words import sentence
from techcoop.press.blocks import Block, Bullets, Cell, Figure, Heading, Paragraph, Runs, Table
from techcoop.programme.models import Component
from techcoop.web.writing import listed

NONE = "none"


def chapter(facts: Facts) -> tuple[Block, ...]:
    """Findings with the count of their evidence, brought together."""
    heading = Heading(1, _("What evaluations found"), "findings")
    if not facts.evaluations.findings.total:
        text = _("There is no finding of an evaluation completed between %(first)s and %(last)s.")
        return heading, Paragraph((text % facts.years,))
    return (
        heading,
        *_in_words(facts),
        _evidence(facts),
        Heading(2, _("States and components"), "matrix"),
        _matrix(facts),
        *_cross_cutting(facts),
        *_contradictions(facts),
    )


def _in_words(facts: Facts) -> tuple[Block, ...]:
    text = ngettext(
        "%(evaluations)s evaluation was completed; together they hold the following findings.",
        "%(evaluations)s evaluations were completed; together they hold the following findings.",
        facts.evaluations.total,
    )
    every = sentence(_("findings in all: %(number)s"), number=figures.findings(facts))
    return (
        Paragraph(sentence(text, evaluations=figures.evaluations(facts))),
        Bullets((every, *by_bearing(facts))),
    )


def by_bearing(facts: Facts) -> tuple[Runs, ...]:
    """How many findings are of what worked, and how many of what did not, one line each."""
    found = facts.evaluations.findings
    lines = (
        (_("of what worked: %(number)s"), found.bearing(is_strength=True), "strength"),
        (_("of what did not work: %(number)s"), found.bearing(is_strength=False), "weakness"),
    )
    return tuple(sentence(text, number=_bearing(facts, value, bearing)) for text, value, bearing in lines)


def _bearing(facts: Facts, value: int, bearing: str) -> Figure:
    label = _("what worked") if bearing == "strength" else _("what did not work")
    return figures.some_findings(facts, value, label, strength=bearing)


def _evidence(facts: Facts) -> Table:
    """The inventory; what is confidential is a count and nothing else."""
    rows = tuple(
        (
            str(kind.label),
            _resting(facts, kind, confidential=False),
            _resting(facts, kind, confidential=True),
        )
        for kind in Evidence.Kind
    )
    header = (_("Kind of evidence"), _("Findings that rest on it"), _("Confidential, as a count only"))
    return Table(_("The evidence on which the findings rest"), header, rows, numeric=(1, 2))


def _resting(facts: Facts, kind: Evidence.Kind, *, confidential: bool) -> Figure:
    value = facts.evaluations.evidence.get((kind, confidential), 0)
    label = _("confidential evidence") if confidential else _("open evidence")
    narrowing = f"{kind}-confidential" if confidential else f"{kind}-open"
    return figures.some_findings(facts, value, figures.about(str(kind.label), label), evidence=narrowing)


def _matrix(facts: Facts) -> Table:
    cells = facts.evaluations.findings.matrix()
    components = [*Component.values, ""]
    states = sorted({state for state, _component in cells}, key=lambda iso3: (not iso3, _name(facts, iso3)))
    header = (_("State"), *(component or _("None") for component in components))
    rows = tuple(
        (_name(facts, state), *(_cell(facts, cells, state, component) for component in components))
        for state in states
    )
    caption = _("Findings by State and component; an empty cell means that nothing was found out there")
    return Table(caption, header, rows, numeric=tuple(range(1, len(header))))


def _name(facts: Facts, iso3: str) -> str:
    return facts.evaluations.found_states[iso3].name if iso3 else _("No single State")


def _cell(facts: Facts, cells: dict[tuple[str, str], int], state: str, component: str) -> Cell:
    value = cells.get((state, component), 0)
    if not value:
        return "–"
    label = figures.about(_name(facts, state), Component(component).label if component else _("no component"))
    return figures.some_findings(facts, value, label, state=state or NONE, component=component or NONE)


def _cross_cutting(facts: Facts) -> tuple[Block, ...]:
    k = facts.evaluations.fewest_cells
    found = facts.evaluations.findings.cross_cutting(cells=k)
    rule = ngettext(
        "A finding is called cross-cutting where at least %(cells)s cell of the matrix, in at least two "
        "States, says the same by the same criterion.",
        "A finding is called cross-cutting where at least %(cells)s cells of the matrix, in at least two "
        "States, say the same by the same criterion.",
        k,
    ) % {"cells": k}
    none = _("By this rule nothing that was found cuts across.")
    said: Block = Bullets(alike(facts)) if found else Paragraph((none,))
    return Heading(2, _("What cuts across"), "cross-cutting"), Paragraph((rule,)), said


def alike(facts: Facts) -> tuple[Runs, ...]:
    """What cuts across, one line each."""
    found = facts.evaluations.findings.cross_cutting(cells=facts.evaluations.fewest_cells)
    return tuple(_alike(facts, one) for one in found)


def _alike(facts: Facts, one: CrossCutting) -> Runs:
    criterion = Criterion(one.criterion).label
    bearing = "strength" if one.is_strength else "weakness"
    text = (
        ngettext(
            "%(criterion)s worked: %(findings)s finding (%(states)s; %(components)s).",
            "%(criterion)s worked: %(findings)s findings (%(states)s; %(components)s).",
            one.findings,
        )
        if one.is_strength
        else ngettext(
            "%(criterion)s did not work: %(findings)s finding (%(states)s; %(components)s).",
            "%(criterion)s did not work: %(findings)s findings (%(states)s; %(components)s).",
            one.findings,
        )
    )
    return sentence(
        text,
        criterion=str(criterion),
        findings=figures.some_findings(
            facts,
            one.findings,
            criterion,
            criterion=one.criterion,
            strength=bearing,
            state=one.states,
            component=one.components,
        ),
        states=listed(sorted(_name(facts, state) for state in one.states)),
        components=listed(one.components),
    )


def _contradictions(facts: Facts) -> tuple[Block, ...]:
    found = facts.evaluations.findings.contradictions()
    heading = Heading(2, _("What contradicts"), "contradictions")
    if not found:
        return heading, Paragraph((_("No component is found strong and weak by the same criterion."),))
    listed = _("Found strong and weak by the same criterion; listed here, and averaged nowhere:")
    return heading, Paragraph((listed,)), Bullets(tuple(_both(facts, one) for one in found))


def _both(facts: Facts, one: Contradiction) -> Runs:
    return sentence(
        _("%(component)s, %(criterion)s: what worked %(strengths)s, what did not %(weaknesses)s"),
        component=str(Component(one.component).label),
        criterion=str(Criterion(one.criterion).label),
        strengths=_one_side(facts, one, one.strengths, "strength"),
        weaknesses=_one_side(facts, one, one.weaknesses, "weakness"),
    )


def _one_side(facts: Facts, one: Contradiction, value: int, bearing: str) -> Figure:
    label = figures.about(str(Component(one.component).label), Criterion(one.criterion).label)
    narrowing = {"component": one.component, "criterion": one.criterion, "strength": bearing}
    return figures.some_findings(facts, value, label, **narrowing)
