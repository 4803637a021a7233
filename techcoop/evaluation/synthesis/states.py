"""Accountability and assistance side by side, for every assisted State: compulsory, and never a ranking."""

from collections.abc import Iterable

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from techcoop.atlas.queries import in_order
from techcoop.evaluation.queries.sides import Sides
from techcoop.evaluation.synthesis import figures
from techcoop.evaluation.synthesis.facts import Facts
from techcoop.evaluation.synthesis.words import Counted, Where, count, sentence, total
from techcoop.press.blocks import Block, Bullets, Callout, Cell, Heading, Paragraph, Run, Runs, Table


def chapter(facts: Facts) -> tuple[Block, ...]:
    """One row for each assisted State, in the order of the alphabet; the others as counts."""
    return (
        Heading(1, _("States: accountability beside assistance"), "states"),
        Callout((_what_it_is_not(),), title=_("How to read this chapter")),
        *_assisted(facts),
        *_others(facts),
    )


def _what_it_is_not() -> str:
    return _(
        "Every assisted State stands here once, in the order of the alphabet and without any rank. What the "
        "monitoring bodies say stands beside what was given; neither explains, excuses or replaces the other."
    )


def _assisted(facts: Facts) -> tuple[Block, ...]:
    if not facts.sides.assisted:
        unsaid = Paragraph((_("No record says that a State was assisted in these years."),))
        return unsaid, *_whole_regions(facts)
    text = ngettext(
        "%(states)s State or territory was assisted.",
        "%(states)s States and territories were assisted.",
        len(facts.sides.assisted),
    )
    return (
        Paragraph(sentence(text, states=figures.assisted_states(facts))),
        _table(facts),
        *_whole_regions(facts),
        Paragraph(
            (
                _(
                    "Treaties: to how many of those followed the State is party. Recommended: what the "
                    "mechanisms recommended to it in these years; supported: how many of these it supported "
                    "in the universal periodic review. Open requests wait for a decision today. A project "
                    "that works in several States stands with each of them, its money whole, so "
                    "the columns of projects and money do not sum to the portfolio. “Not recorded” means "
                    "that no record says anything, not that there is nothing."
                ),
            )
        ),
    )


def _whole_regions(facts: Facts) -> tuple[Block, ...]:
    """What reaches every State of a region stands with none of them, so that nothing is counted twice."""
    number = facts.portfolio.of_whole_regions
    if not number:
        return ()
    text = ngettext(
        "%(number)s project reaches a region as a whole and stands with none of its States above.",
        "%(number)s projects reach a region as a whole and stand with none of its States above.",
        number,
    )
    counted = figures.some_projects(facts, number, _("A region as a whole"), whole="region")
    return (Paragraph(sentence(text, number=counted)),)


def _in_alphabet(states: Iterable[Sides]) -> list[Sides]:
    return sorted(states, key=lambda one: in_order(one.state.name))


def _table(facts: Facts) -> Table:
    header = (
        _("State"),
        _("Treaties (of %(number)s)") % {"number": len(facts.instruments)},
        _("Recommended"),
        _("Supported"),
        _("Open requests"),
        _("Projects"),
        _("US$ required"),
        _("Activities"),
    )
    rows = tuple(_row(facts, one) for one in _in_alphabet(facts.sides.assisted))
    caption = _("Accountability (first three columns of figures) and assistance (the others)")
    return Table(caption, header, rows, numeric=tuple(range(1, len(header))))


def _row(facts: Facts, one: Sides) -> tuple[Cell, ...]:
    at, state = facts.at, one.state
    unsaid = _("Not recorded")
    said = figures.about(_recommended(facts), state.name)
    supported = figures.about(_supported(facts), state.name)
    iso3 = state.iso3
    return (
        state.name,
        _treaties(facts, one) if one.has_treaty_record else unsaid,
        count(one.recommendations, Where(f"recommendations {iso3}", said, at.recommendations(state=iso3))),
        count(
            one.supported,
            Where(f"supported {iso3}", supported, at.recommendations(state=iso3, position="supported")),
        ),
        count(one.open_requests, _open_requests(facts, one)),
        figures.some_projects(facts, one.projects, state.name, state=iso3),
        _required(facts, one),
        count(one.activities, _held(facts, one)),
    )


def _recommended(facts: Facts) -> str:
    return _("What the mechanisms recommended between %(first)s and %(last)s") % facts.years


def _supported(facts: Facts) -> str:
    return _("Recommendations of the review that the State supported, %(first)s to %(last)s") % facts.years


def _treaties(facts: Facts, one: Sides) -> Counted:
    counts = figures.about(_("Treaties and protocols to which the State is party"), one.state.name)
    where = Where(f"treaties {one.state.iso3}", counts, facts.at.treaties(state=one.state.iso3))
    return count(one.treaties, where)


def _open_requests(facts: Facts, one: Sides) -> Where:
    counts = figures.about(_("Requests that wait for a decision"), one.state.name)
    return Where(f"open requests {one.state.iso3}", counts, facts.at.open_requests(state=one.state.iso3))


def _required(facts: Facts, one: Sides) -> Run:
    label = figures.about(one.state.name, figures.measures()["required"])
    counts = figures.about(figures.the_projects(facts), label)
    where = Where(f"required {one.state.iso3}", counts, facts.at.projects(state=one.state.iso3))
    return total(one.required, where, over=one.projects, column="required")


def _held(facts: Facts, one: Sides) -> Where:
    counts = figures.about(figures.the_activities(facts), one.state.name)
    return Where(f"activities {one.state.iso3}", counts, facts.at.activities(state=one.state.iso3))


def _others(facts: Facts) -> tuple[Block, ...]:
    others = facts.sides.others
    if not facts.sides.members:
        return (Paragraph((_("No Member State is recorded, so there is nothing to compare with."),)),)
    text = ngettext(
        "%(states)s Member State had no project in these years. As counts only:",
        "%(states)s Member States had no project in these years. As counts only:",
        others.states,
    )
    lines = (
        (_("treaties and protocols to which they are party: %(number)s"), "treaties", others.treaties),
        (_("recommendations they received: %(number)s"), "recommendations", others.recommendations),
        (_("of these, supported in the review: %(number)s"), "supported", others.supported),
        (_("requests of theirs that wait for a decision: %(number)s"), "requests", others.open_requests),
    )
    return (
        Heading(2, _("Member States without assistance"), "comparators"),
        Paragraph(sentence(text, states=count(others.states, _where_others(facts)))),
        Bullets(tuple(_line(facts, *line) for line in lines)),
        *_with_region_only(facts),
    )


def _with_region_only(facts: Facts) -> tuple[Block, ...]:
    """Who is reached by a project for its region as a whole is assisted too, and nothing to compare with."""
    number = facts.sides.with_region_only
    if not number:
        return ()
    text = ngettext(
        "%(states)s Member State was reached only within a region as a whole, and is not counted here.",
        "%(states)s Member States were reached only within a region as a whole, and are not counted here.",
        number,
    )
    counts = _("Member States reached only as part of a region, %(first)s to %(last)s") % facts.years
    where = Where("with region only", counts, facts.at.sides(assisted="region", standing="member"))
    return (Paragraph(sentence(text, states=count(number, where))),)


def _line(facts: Facts, text: str, column: str, value: int) -> Runs:
    where = _where_others(facts, column)
    return sentence(text, number=total(value, where, over=facts.sides.others.states, column=column))


def _where_others(facts: Facts, column: str = "") -> Where:
    counts = _("Member States without a project of the portfolio, %(first)s to %(last)s") % facts.years
    address = facts.at.sides(assisted="no", standing="member")
    return Where(f"others {column}", figures.about(counts, column) if column else counts, address)
