"""The money: required, available, spent, by family of funds; what no record says is said to be unsaid."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from techcoop.evaluation.queries.money import MEASURES, Line
from techcoop.evaluation.synthesis import figures, secretariat
from techcoop.evaluation.synthesis.facts import Facts
from techcoop.evaluation.synthesis.words import Where, sentence, share, total
from techcoop.press.blocks import Block, Cell, Heading, Paragraph, Run, Runs, Table
from techcoop.programme.models import FundFamily
from techcoop.projects.queries.portfolio import PART_OF


def chapter(facts: Facts) -> tuple[Block, ...]:
    """What the projects required, had and spent."""
    heading = Heading(1, _("Money"), "money")
    if not facts.money.total.projects:
        nothing = _("No record says with what money the projects worked.")
        return heading, Paragraph((nothing,)), *secretariat.section(facts)
    return (
        heading,
        Paragraph((_what_it_is(),)),
        _table(facts),
        *map(Paragraph, shares(facts)),
        *_kept_here(facts),
        *_unsaid(facts),
        *secretariat.section(facts),
    )


def _what_it_is() -> str:
    return _(
        "The two families of funds, the regular budget and the Voluntary Fund, are kept apart in every "
        "account. The amounts are those of whole projects, in United States dollars, whatever part of their "
        "life lies in these years; they are not the accounts of the United Nations."
    )


def _table(facts: Facts) -> Table:
    header = (_("Family of funds"), _("Projects"), _("Required"), _("Available"), _("Spent"))
    rows = tuple(_family(facts, family) for family in FundFamily if facts.money.families[family].projects)
    recorded = figures.some_projects(
        facts, facts.money.total.projects, _("with money recorded"), family=tuple(FundFamily.values)
    )
    together: tuple[Cell, ...] = (
        _("Together"),
        recorded,
        *(figures.money(facts, measure) for measure in MEASURES),
    )
    return Table(_("Money of the portfolio, in US$"), header, (*rows, together), numeric=(1, 2, 3, 4))


def _family(facts: Facts, family: FundFamily) -> tuple[Cell, ...]:
    line = facts.money.families[family]
    return (
        str(family.label),
        figures.some_projects(facts, line.projects, family.label, family=family.value),
        *(_of(facts, family, measure, line) for measure in MEASURES),
    )


def _of(facts: Facts, family: FundFamily, measure: str, line: Line) -> Run:
    label = figures.about(str(family.label), figures.measures()[measure])
    counts = figures.about(figures.the_projects(facts), label)
    where = Where(f"{family} {measure}", counts, facts.at.projects(family=family.value))
    return total(getattr(line, measure), where, over=line.projects)


def shares(facts: Facts) -> tuple[Runs, ...]:
    """Shares over the records that report both the part and the whole, and over no others."""
    lines = {
        "available": _("Of what was required, older records that say both say that %(share)s was available."),
        "spent": _("Of what was available, older records that say both say that %(share)s was spent."),
    }
    said: list[Runs] = []
    for part, text in lines.items():
        label = _("%(part)s as a share of %(whole)s, older records that say both") % {
            "part": figures.measures()[part],
            "whole": figures.measures()[PART_OF[part]],
        }
        counts = figures.about(figures.the_projects(facts), label)
        where = Where(f"share {part}", counts, facts.at.projects(source="legacy", both=part))
        reported = facts.money.shares[part]
        found = share(reported.part, reported.whole, where)
        if found:
            said.append(sentence(text, share=found))
    return tuple(said)


def _kept_here(facts: Facts) -> tuple[Block, ...]:
    kept = facts.money.kept_here
    if not kept:
        return ()
    text = ngettext(
        "%(projects)s project kept in this system says what it requires; what was spent on it stands with "
        "its activities.",
        "%(projects)s projects kept in this system say what they require; what was spent on them stands "
        "with their activities.",
        kept,
    )
    families = tuple(FundFamily.values)
    label = _("kept in this system, with money")
    figure = figures.some_projects(facts, kept, label, source="programme", family=families)
    return (Paragraph(sentence(text, projects=figure)),)


def _unsaid(facts: Facts) -> tuple[Block, ...]:
    missing = facts.money.without_money
    if not missing:
        return ()
    text = ngettext(
        "Of %(projects)s project no record says with what money it worked.",
        "Of %(projects)s projects no record says with what money they worked.",
        missing,
    )
    figure = figures.some_projects(facts, missing, _("no money recorded"), gap="money")
    return (Paragraph(sentence(text, projects=figure)),)
