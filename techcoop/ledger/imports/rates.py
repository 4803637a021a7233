"""Exchange rates from outside: annual averages for comparison, and United Nations operational rates."""

import re
from collections.abc import Iterable
from datetime import date, datetime
from decimal import Context as Arithmetic
from decimal import Decimal, InvalidOperation
from typing import Any

from django.db.backends.utils import CursorWrapper
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from techcoop.ledger.models import ExchangeRate, RateKind
from techcoop.sheets.comparing import comparison_sql, reason_sql
from techcoop.sheets.errors import Problems
from techcoop.sheets.kinds import Context, Kind, Origin, Shape
from techcoop.sheets.reading import Record

NO_CURRENCY = gettext_noop("“%(text)s” is no currency code of three letters.")
NO_RATE = gettext_noop("“%(text)s” is no rate above zero.")
NO_DAY = gettext_noop("“%(text)s” is no day that can be read; write it as 2026-01-31.")
NOT_ANNUAL = gettext_noop("Only annual averages are taken from such a list; this row says “%(text)s”.")
NOT_ONE = gettext_noop(
    "A rate is units for one US dollar, so that of USD is 1; “%(text)s” is the rate of another currency."
)
BACKDATED = gettext_noop(
    "A rate of %(day)s is already in force; rates apply from their day on and are never backdated."
)
ALREADY = gettext_noop(
    "In force for that day is %(rate)s, the file says %(said)s; a rate in force is never rewritten."
)
WRITTEN_DAYS = ("%Y-%m-%d", "%d %b %Y", "%d %B %Y", "%d-%b-%Y")
PLACES = Decimal("1e-20")
EXACT = Arithmetic(prec=60)


def day_of(cell: Any, problems: Problems, column: str) -> date | None:
    """A day as lists write it; a day whose month is unclear is refused, not guessed."""
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    text = str(cell or "").strip()
    for form in WRITTEN_DAYS:
        try:
            return datetime.strptime(text, form).date()
        except ValueError:
            continue
    problems.add(NO_DAY, column=column, text=text[:60])
    return None


def rate_of(record: Record, heading: str, problems: Problems, column: str) -> Decimal | None:
    """Units for one dollar; one dollar is one dollar, whatever a list of old currencies says."""
    text = record.text(heading)
    try:
        rate = Decimal(text).quantize(PLACES, context=EXACT)
    except InvalidOperation:
        rate = Decimal(0)
    if not rate.is_finite() or not 0 < rate < Decimal("1e20"):
        problems.add(NO_RATE, column=column, text=text[:60])
        return None
    if record.text("currency").upper() == "USD" and rate != 1:
        problems.add(NOT_ONE, column=column, text=text[:60])
        return None
    return rate


def currency_of(record: Record, heading: str, problems: Problems, column: str) -> str:
    """The ISO 4217 code."""
    text = record.text(heading).upper()
    if not re.fullmatch("[A-Z]{3}", text):
        problems.add(NO_CURRENCY, column=column, text=text[:60])
    return text


def annual_rows(record: Record, context: Context) -> Iterable[tuple[Any, ...]]:
    """A row of a list of annual averages."""
    problems = Problems()
    if record.text("frequency") not in ("", "A"):
        problems.add(NOT_ANNUAL, column="Frequency", text=record.text("frequency")[:60])
    currency = currency_of(record, "currency", problems, "Currency")
    rate = rate_of(record, "rate", problems, "Rate")
    day = day_of(record.cells.get("date"), problems, "Date")
    problems.refuse()
    yield currency, day, rate, RateKind.ANNUAL_AVERAGE.value


def operational_rows(heading_of_rate: str) -> Any:
    """A reader of rows of United Nations operational rates, whose list heads the rate so."""

    def rows(record: Record, context: Context) -> Iterable[tuple[Any, ...]]:
        problems = Problems()
        currency = currency_of(record, "currency", problems, "Currency")
        rate = rate_of(record, heading_of_rate, problems, "Rate")
        day = day_of(record.cells.get("effectivedate"), problems, "Effective date")
        problems.refuse()
        yield currency, day, rate, RateKind.OPERATIONAL.value

    return rows


class RatesKind(Kind):
    """Exchange rates; operational ones are added but never changed, averages may be revised."""

    key = "rates"
    describes = (ExchangeRate,)
    name = _("Exchange rates")
    description = _("United Nations operational rates (currency, rate, effective date), or annual averages.")
    columns = {
        "currency": "text",
        "effective_on": "date",
        "units_per_dollar": "numeric(40, 20)",
        "kind": "text",
    }
    shapes = (
        Shape(_("Annual averages"), frozenset({"date", "rate", "currency", "frequency"}), annual_rows),
        Shape(
            _("Operational rates"),
            frozenset({"currency", "rate", "effectivedate"}),
            operational_rows("rate"),
        ),
        Shape(
            _("Operational rates"),
            frozenset({"currency", "unoperationalrate", "effectivedate"}),
            operational_rows("unoperationalrate"),
        ),
    )

    def comparison(self) -> str:
        newest = (
            "(SELECT max(n.effective_on) FROM ledger_exchangerate n "
            "WHERE n.kind = s.kind AND n.currency = s.currency)"
        )
        operational = f"s.kind = '{RateKind.OPERATIONAL.value}'"
        return comparison_sql(
            ExchangeRate,
            key=("kind", "currency", "effective_on"),
            compared=("units_per_dollar",),
            measured="units_per_dollar",
            refusals=(
                (
                    f"{operational} AND t.id IS NOT NULL",
                    reason_sql(
                        ALREADY,
                        column="Rate",
                        rate="trim_scale(t.units_per_dollar)::text",
                        said="trim_scale(s.units_per_dollar)::text",
                    ),
                ),
                (
                    f"{operational} AND s.effective_on < {newest}",
                    reason_sql(BACKDATED, column="Effective date", day=newest),
                ),
            ),
        )

    def write(self, cursor: CursorWrapper, origin: Origin) -> None:
        given: list[Any] = [origin.title, origin.retrieved_on]
        cursor.execute(
            "INSERT INTO ledger_exchangerate"
            " (currency, effective_on, units_per_dollar, kind, source, retrieved_on)"
            " SELECT currency, effective_on, units_per_dollar, kind, %s, %s"
            " FROM staged JOIN judged USING (number) WHERE verdict = 'create'",
            given,
        )
        cursor.execute(
            "UPDATE ledger_exchangerate t"
            " SET units_per_dollar = s.units_per_dollar, source = %s, retrieved_on = %s"
            " FROM staged s JOIN judged j USING (number) WHERE j.verdict = 'change' AND t.id = j.target_id",
            given,
        )
