"""What the Secretariat spent on human rights, from its reports of expenses by entity and source of funds."""

import re
from collections import defaultdict
from collections.abc import Iterable
from decimal import Decimal, InvalidOperation
from typing import Any

from django.db.backends.utils import CursorWrapper
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from techcoop.ledger.models import SecretariatExpense, SourceOfFunds
from techcoop.sheets.cells import folded
from techcoop.sheets.comparing import comparison_sql
from techcoop.sheets.errors import Problems
from techcoop.sheets.kinds import Context, Kind, Origin, Shape
from techcoop.sheets.reading import Record

NO_YEAR = gettext_noop("“%(text)s” is no year; write it as 2026.")
OTHER_YEAR = gettext_noop("The financial year “%(text)s” does not end in the year %(year)s.")
NO_AMOUNT = gettext_noop("“%(text)s” is no amount of money; write it as 1234.56.")
NO_SOURCE_OF_FUNDS = gettext_noop(
    "“%(text)s” is no source of funds: regular assessed, other assessed, or voluntary."
)
NO_ENTITY = gettext_noop("The row does not say which entity spent the money.")

SOURCES = {folded(one.value): one for one in SourceOfFunds}
CENT = Decimal("0.01")
KEY = (
    *("year", "financial_year", "entity", "priority_area", "part", "section"),
    *("source_of_funds", "reference", "fund", "line"),
)
# What the same line has said before in this file: the amounts, in their order.
Alike = defaultdict[tuple[Any, ...], list[Decimal]]


def year_of(record: Record, problems: Problems) -> int:
    """The calendar year, which a financial year of two years (2018/19) ends in."""
    text, financial = record.text("year"), record.text("financialyear")
    if not re.fullmatch(r"(19|20)\d\d", text):
        problems.add(NO_YEAR, column="YEAR", text=text[:20])
        return 0
    if not re.fullmatch(rf"(?:\d{{4}}\s*[/-]\s*)?(?:{text}|{text[2:]})", financial or text):
        problems.add(OTHER_YEAR, column="FINANCIAL_YEAR", text=financial[:20], year=text)
    return int(text)


def amount_of(record: Record, problems: Problems) -> Decimal:
    """Dollars; below zero where a report takes an earlier one back."""
    text = record.text("amount").replace(" ", "")
    # Thousands may be set apart by commas; a comma elsewhere could be a decimal sign and is refused.
    bare = text.replace(",", "") if re.fullmatch(r"-?\d{1,3}(,\d{3})+(\.\d+)?", text) else text
    try:
        amount = Decimal(bare).quantize(CENT)
    except InvalidOperation:
        amount = Decimal("NaN")
    if not amount.is_finite() or abs(amount) >= Decimal("1e16"):
        problems.add(NO_AMOUNT, column="AMOUNT", text=text[:40])
    return amount


def named(record: Record, number: str, name: str) -> str:
    """A part or section of the budget: its number and its name."""
    return " ".join(filter(None, (record.text(number), record.text(name))))[:300]


def expense_rows(record: Record, context: Context) -> Iterable[tuple[Any, ...]]:
    """A row of the list of expenses."""
    problems = Problems()
    year, amount = year_of(record, problems), amount_of(record, problems)
    told = record.text("sourcetype")
    source = SOURCES.get(folded(told))
    if source is None:
        problems.add(NO_SOURCE_OF_FUNDS, column="SOURCE_TYPE", text=told[:60])
    if not record.text("entity"):
        problems.add(NO_ENTITY, column="ENTITY")
    problems.refuse()
    assert source
    line = (
        year,
        (record.text("financialyear") or str(year))[:20],
        record.text("entity")[:100],
        record.text("priorityarea")[:200],
        named(record, "partid", "partdescription"),
        named(record, "sectionid", "sectiondescription"),
        source.value,
        record.text("reference")[:200],
        record.text("note")[:500],
    )
    amounts: list[Decimal] = context.lookups[line]
    if amount not in amounts:
        amounts.append(amount)
    yield *line, amounts.index(amount) + 1, amount


class ExpensesKind(Kind):
    """Expenses of the Secretariat on human rights; what a later report corrects is changed."""

    key = "expenses"
    describes = (SecretariatExpense,)
    name = _("Expenses of the Secretariat")
    description = _(
        "Expenses of the United Nations Secretariat on human rights, by year and source of funds."
    )
    columns = {
        "year": "smallint",
        **dict.fromkeys(KEY[1:-1], "text"),
        "line": "smallint",
        "amount": "numeric(18, 2)",
    }
    shapes = (
        Shape(
            _("Expenses by source of funds"),
            frozenset({"entity", "year", "financialyear", "amount", "sourcetype"}),
            expense_rows,
        ),
    )

    def look_up(self, origin: Origin) -> Alike:
        return defaultdict(list)

    def comparison(self) -> str:
        return comparison_sql(SecretariatExpense, key=KEY, compared=("amount",))

    def write(self, cursor: CursorWrapper, origin: Origin) -> None:
        given: list[Any] = [origin.title, origin.retrieved_on]
        columns = ", ".join((*KEY, "amount"))
        cursor.execute(
            f"INSERT INTO ledger_secretariatexpense ({columns}, source, retrieved_on)"  # noqa: S608
            f" SELECT {columns}, %s, %s FROM staged JOIN judged USING (number) WHERE verdict = 'create'",
            given,
        )
        cursor.execute(
            "UPDATE ledger_secretariatexpense t SET amount = s.amount, source = %s, retrieved_on = %s"
            " FROM staged s JOIN judged j USING (number) WHERE j.verdict = 'change' AND t.id = j.target_id",
            given,
        )
