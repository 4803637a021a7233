"""The list of what the Secretariat spent on human rights."""

from functools import reduce
from operator import or_

from django.core.exceptions import PermissionDenied
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from techcoop.ledger import queries
from techcoop.ledger.models import SecretariatExpense, SourceOfFunds
from techcoop.ledger.policies import may_see_expenses
from techcoop.sheets.writers import WRITERS
from techcoop.web.lists import Column, Filter, Listing
from techcoop.web.lists.answering import as_file, completed
from techcoop.web.lists.asking import ask
from techcoop.web.lists.declaring import Choices
from techcoop.web.lists.reading import narrow, ordering, page_of_rows


def _years() -> Choices:
    years = SecretariatExpense.objects.order_by("-year").values_list("year", flat=True).distinct()
    return [(year, str(year)) for year in years]


def _sections() -> Choices:
    found = SecretariatExpense.objects.order_by("section").values_list("section", flat=True).distinct()
    return [(value, value) for value in found if value]


def _mentioning(rows: QuerySet, words: str) -> QuerySet:
    """The lines that name these words in the fund, the section, the entity or the reference."""
    where = [Q(**{f"{field}__icontains": words}) for field in ("fund", "section", "entity", "reference")]
    return rows.filter(reduce(or_, where))


EXPENSES = Listing(
    columns=(
        Column(
            "fund",
            gettext_lazy("Fund or section"),
            lambda one: one.fund or one.section,
            sort="fund",
            heads=True,
        ),
        Column("year", gettext_lazy("Year"), "year", sort="year", look="number", written=str),
        Column("financial", gettext_lazy("Financial year as reported"), "financial_year"),
        Column("entity", gettext_lazy("Entity"), "entity", sort="entity"),
        Column("section", gettext_lazy("Section of the budget"), "section", sort="section"),
        Column(
            "funds",
            gettext_lazy("Source of funds"),
            lambda one: one.get_source_of_funds_display(),
            sort="source_of_funds",
        ),
        Column("amount", gettext_lazy("Amount, USD"), "amount", sort="amount", numeric=True),
        Column("reference", gettext_lazy("Reference"), "reference"),
        Column("source", gettext_lazy("Source"), "source"),
    ),
    filters=(
        Filter("q", gettext_lazy("Words"), kind="text", narrow=_mentioning),
        Filter("year", gettext_lazy("Year"), kind="choices", choices=_years, field="year"),
        Filter(
            "funds",
            gettext_lazy("Source of funds"),
            kind="choices",
            choices=SourceOfFunds.choices,
            field="source_of_funds",
        ),
        Filter(
            "section",
            gettext_lazy("Section of the budget"),
            kind="choices",
            choices=_sections,
            field="section",
        ),
    ),
    order="-year",
)


@require_safe
def expenses(request: HttpRequest) -> HttpResponseBase:
    """What the Secretariat spent on human rights, line by line, with the total of what is shown."""
    if not may_see_expenses(request.user):
        raise PermissionDenied(_("Your role does not show money."))
    title = _("Expenses of the Secretariat on human rights")
    asked = ask(EXPENSES, request.GET)
    rows = narrow(queries.expenses_visible_to(request.user), asked).order_by(*ordering(EXPENSES, asked))
    writer = WRITERS.get(request.GET.get("export", ""))
    if writer:
        return as_file(EXPENSES, request.GET, rows, writer=writer, title=title)
    found = queries.found_in(rows)
    size = EXPENSES.page_size
    place = min(asked.page, max(1, -(-found.count // size)))
    things = rows[(place - 1) * size : place * size]
    page = page_of_rows(EXPENSES, asked, things, total=found.count, place=place)
    context = {"page": completed(page, request, WRITERS), "title": title, "total": found.amount}
    return render(request, "ledger/expenses.html", context)
