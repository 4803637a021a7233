"""The six criteria: how many evaluations speak to each, how many mark it; what is not rated stays so."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from techcoop.evaluation.models import Criterion, Mark
from techcoop.evaluation.queries.evidence import Marks
from techcoop.evaluation.synthesis import figures
from techcoop.evaluation.synthesis.facts import Facts
from techcoop.evaluation.synthesis.words import Counted, Where, count, sentence
from techcoop.press.blocks import Block, Cell, Heading, Paragraph, Runs, Table


def chapter(facts: Facts) -> tuple[Block, ...]:
    """Each criterion with the number of evaluations behind it, and the marks as given, never averaged."""
    if not facts.evaluations.total:
        return ()
    return (
        Heading(1, _("The six criteria"), "criteria"),
        Paragraph(
            (
                _(
                    "The criteria are those of the OECD Development Assistance Committee. A mark that no "
                    "finding supports counts as not rated; not rated is neither nought nor average."
                ),
            )
        ),
        _table(facts),
    )


def _table(facts: Facts) -> Table:
    rows = tuple(_row(facts, criterion) for criterion in Criterion)
    header = (
        _("Criterion"),
        _("Evaluations with findings on it"),
        _("Rated"),
        _("Not rated"),
        _("Marks given"),
    )
    return Table(_("Evaluations by criterion"), header, rows, numeric=(1, 2, 3))


def distribution(facts: Facts, *, of: Iterable[Criterion]) -> tuple[Runs, ...]:
    """The marks given by these criteria, one line each; a criterion without a mark has none."""
    marked = ((one, _marks(facts, one, facts.evaluations.criteria[one])) for one in of)
    text = _("%(criterion)s: %(marks)s")
    return tuple((*sentence(text, criterion=str(one.label), marks=""), *runs) for one, runs in marked if runs)


def _row(facts: Facts, criterion: Criterion) -> tuple[Cell, ...]:
    found = facts.evaluations.criteria[criterion]
    not_rated = facts.evaluations.total - found.rated
    return (
        str(criterion.label),
        _count(facts, found.speaking, criterion, _("with findings"), criterion=criterion.value),
        _count(facts, found.rated, criterion, _("rated"), rated=criterion.value),
        _count(facts, not_rated, criterion, _("not rated"), not_rated=criterion.value),
        _marks(facts, criterion, found) or ("–",),
    )


def _count(facts: Facts, value: int, about: Criterion, label: str, **narrowing: str) -> Counted:
    counts = _("Evaluations completed between %(first)s and %(last)s") % facts.years
    counts = figures.about(counts, figures.about(str(about.label), label))
    return count(value, Where(f"evaluations {narrowing}", counts, facts.at.evaluations(**narrowing)))


def _marks(facts: Facts, criterion: Criterion, found: Marks) -> tuple:
    runs: list = []
    for mark in Mark:
        if found.marks.get(mark):
            value, narrowing = found.marks[mark], f"{criterion}.{mark}"
            figure = _count(facts, value, criterion, str(mark.label), mark=narrowing)
            text = _("%(mark)s: %(number)s")
            runs += [*([", "] if runs else []), *sentence(text, mark=str(mark.label), number=figure)]
    return tuple(runs)
