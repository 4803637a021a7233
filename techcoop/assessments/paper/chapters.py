"""The chapters of an assessment on paper, composed of the same tables and words as its page."""

from collections.abc import Callable, Iterator

from django.utils.translation import gettext as _

from techcoop.assessments.models import Input
from techcoop.assessments.paper.standing import outset_standing
from techcoop.assessments.queries import Contents, balance_of
from techcoop.assessments.queries.gate import TITLES
from techcoop.press.blocks import Block, Callout, Heading, Paragraph, Table
from techcoop.web.writing import day, number


def _section(key: str) -> Heading:
    return Heading(2, str(TITLES[key]), key)


def _text(text: str) -> Iterator[Block]:
    """A longer text, paragraph by paragraph."""
    for part in text.replace("\r", "").split("\n"):
        if part.strip():
            yield Paragraph((part.strip(),))


def assignment(contents: Contents) -> Iterator[Block]:
    """What was asked, how it was done, and how it stood at the outset."""
    one = contents.assessment
    yield Heading(1, _("What was asked"), "asked")
    yield Callout((_clause(),), title=_("A complement, never a substitute"))
    yield _section("terms")
    yield from _text(one.terms_of_reference)
    yield Paragraph((_("By a mission") if one.by_mission else _("From the desk"),))
    if one.mission_began_on:
        days = f"{day(one.mission_began_on)} – {day(one.mission_ended_on)}"
        yield Paragraph((f"{_('The mission')}: {days}",))
    yield from _text(one.mission_places)
    yield from _text(one.mission_team)
    if one.validated_with:
        yield Paragraph((f"{_('Validated with')}: {one.validated_with}",))
    yield _section("outset")
    yield from _outset(contents)
    yield _section("context")
    yield from _text(one.context)


def _clause() -> str:
    return _(
        "Assistance complements the work of the monitoring bodies and is never a substitute for it. Nothing "
        "that is done here takes away from a Government's duty to account; what the monitoring bodies say "
        "comes only from them and stands in this report beside the assistance, not against it."
    )


def _outset(contents: Contents) -> Iterator[Block]:
    outset = contents.outset
    if outset is None:
        yield Paragraph((_("This assessment is older than the freezing of what stood at the outset."),))
        return
    yield Table(
        _("Recommendations by component, %(day)s") % {"day": day(outset.on)},
        (_("Component"), _("Recommendations")),
        tuple((str(label), number(count)) for _code, label, count in outset.by_component),
        numeric=(1,),
    )
    yield Table(
        _("Recommendations by mechanism"),
        (_("Mechanism"), _("Recommendations")),
        tuple((str(label), number(count)) for label, count in outset.by_mechanism),
        numeric=(1,),
    )
    if outset.treaties:
        yield Table(
            _("Treaty status of the State"),
            (_("Instrument"), _("Standing"), _("Year")),
            tuple((code, str(how), str(year or "")) for code, how, year in outset.treaties),
            numeric=(2,),
        )
    yield from outset_standing(outset)


def weighed(contents: Contents) -> Iterator[Block]:
    """The four inputs, those who were heard, and the recommendations that are cited."""
    yield Heading(1, _("What was weighed"), "weighed")
    yield _section("inputs")
    there = {one.source: one for one in contents.inputs}
    for source in Input:
        yield Heading(3, str(source.label), f"input-{source.value}")
        one = there.get(source.value)
        if one is None:
            yield Paragraph((_("Not weighed yet."),))
            continue
        for text in (one.considered, one.conclusion, one.why_none):
            yield from _text(text)
    yield _section("consultations")
    yield from _heard(contents)
    yield _section("recommendations")
    if contents.recommendations:
        yield Table(
            _("Recommendations"),
            (_("Recommendation"), _("Mechanism"), _("Year")),
            tuple((one.text, str(one.mechanism), str(one.year or "")) for one in contents.recommendations),
            numeric=(2,),
        )
    yield from _text(contents.assessment.why_no_recommendation)


def _heard(contents: Contents) -> Iterator[Block]:
    """Those who were heard, in sums from which nobody can be told."""
    if not contents.heard:
        yield Paragraph((_("Nobody was consulted yet."),))
        return
    balance = balance_of(contents.heard)
    yield Table(
        _("Balance of those who were heard"),
        (
            _("Voice"),
            _("Conversations"),
            _("Women"),
            _("Men"),
            _("Others or not stated"),
            _("Together"),
        ),
        tuple(
            (str(line.label or _("All voices")), number(line.conversations), *map(_people, line.counts))
            for line in balance.lines
        ),
        numeric=(1, 2, 3, 4, 5),
    )
    if balance.groups:
        yield Table(
            _("Groups that took part"),
            (_("Group"), _("Conversations"), _("People in them")),
            tuple((str(label), number(held), _people(people)) for label, held, people in balance.groups),
            numeric=(1, 2),
        )
    if balance.hides:
        sentence = _("Not shown: fewer than five people, or a number from which these could be reckoned.")
        yield Paragraph((sentence,))


def _people(count: int | None) -> str:
    return _("not shown") if count is None else number(count)


def found(contents: Contents) -> Iterator[Block]:
    """Institutions, gaps, capacities, risks, needs, and what is proposed."""
    yield Heading(1, _("What was found"), "found")
    for key in ("institutions", "gaps", "capacities", "risks", "needs"):
        yield from _sheet(contents, key)
    yield _section("priorities")
    yield from _priorities(contents)
    yield from _sheet(contents, "projects")


def _sheet(contents: Contents, key: str) -> Iterator[Block]:
    """A table of the assessment, as its page shows it."""
    sheet = contents.sheets[key]
    yield _section(key)
    if not sheet.lines:
        yield Paragraph((str(sheet.kind.none),))
        return
    columns = sheet.kind.columns
    yield Table(
        str(sheet.kind.title),
        tuple(str(column.title) for column in columns),
        tuple(line.cells for line in sheet.lines),
        numeric=tuple(place for place, column in enumerate(columns) if column.numeric),
    )


def _priorities(contents: Contents) -> Iterator[Block]:
    priorities = contents.priorities
    yield Table(
        _("Priorities"),
        (_("Rank"), _("Need"), _("Scored by"), _("Mean"), _("Lowest"), _("Highest")),
        tuple(
            (
                number(line.rank),
                line.need.statement,
                number(line.scored_by),
                *(number(value, 2) for value in (line.mean, line.lowest, line.highest)),
            )
            for line in priorities.lines
        ),
        numeric=(0, 2, 3, 4, 5),
    )
    for one in priorities.scale.criteria:
        yield Paragraph((f"– {one.name}",))
    yield Paragraph((priorities.scale.source,))


ALL: tuple[Callable[[Contents], Iterator[Block]], ...] = (assignment, weighed, found)
