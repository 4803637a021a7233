"""What the Secretariat itself reports to have spent: far wider than the programme, and shown apart."""

from django.utils.translation import gettext as _

from techcoop.evaluation.queries.secretariat import Expense
from techcoop.evaluation.synthesis import figures
from techcoop.evaluation.synthesis.facts import Facts
from techcoop.evaluation.synthesis.words import Where, count, total
from techcoop.ledger.models import SourceOfFunds
from techcoop.press.blocks import Block, Cell, Heading, Paragraph, Table
from techcoop.web.writing import listed


def section(facts: Facts) -> tuple[Block, ...]:
    """The expenses by source of funds; nothing where nothing was imported."""
    if not facts.secretariat.sources:
        return ()
    years = listed(facts.secretariat.years)
    text = _(
        "The Secretariat reports what it spends on human rights in all. That is far wider than this "
        "programme, stands here only for its size, and is not added to the money of the projects. Years "
        "reported: %(years)s."
    )
    header = (_("Source of funds"), _("Lines"), _("Amount (US$)"))
    rows = tuple(_row(facts, one) for one in facts.secretariat.sources)
    return (
        Heading(2, _("Expenses of the Secretariat on human rights"), "secretariat"),
        Paragraph((text % {"years": years},)),
        Table(_("Expenses of the Secretariat by source of funds"), header, rows, numeric=(1, 2)),
    )


def _row(facts: Facts, one: Expense) -> tuple[Cell, ...]:
    label = SourceOfFunds(one.source).label
    counts = figures.about(_("Expenses of the Secretariat on human rights, as it reports them"), label)
    address = facts.at.expenses(facts.secretariat.years, funds=one.source)
    return (
        str(label),
        count(one.lines, Where(f"expenses {one.source}", counts, address)),
        total(one.amount, Where(f"expended {one.source}", counts, address), over=one.lines, column="amount"),
    )
