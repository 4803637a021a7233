"""The tables of an assessment as they read: the same words on the page, on paper and side by side."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Prefetch, QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from techcoop.accountability.models import Recommendation
from techcoop.assessments.models import (
    Capacity,
    Institution,
    LegalGap,
    Need,
    NeedsAssessment,
    ProposedProject,
    Risk,
    Row,
)
from techcoop.assessments.queries.risks import gravest_first
from techcoop.web.writing import listed

Text = str | Promise
GRAVE = _("Grave")


@dataclass(frozen=True)
class Column:
    """One column: what stands above it, and what a row says in it."""

    title: Text
    says: Callable[[Any], Any]
    numeric: bool = False
    # What stands there is a sign, of this tone.
    tone: str = ""


@dataclass(frozen=True)
class Kind:
    """One table of every assessment: its place, its name, its columns; the first heads the row."""

    key: str
    model: type[Row]
    title: Text
    add: Text
    none: Text
    columns: tuple[Column, ...]
    fetch: Callable[[QuerySet[Any], NeedsAssessment], QuerySet[Any]] = lambda rows, of: rows


@dataclass(frozen=True)
class Line:
    """One row of a table, as text."""

    key: int
    cells: tuple[str, ...]
    columns: tuple[Column, ...]

    @property
    def marked(self) -> tuple[tuple[str, Column], ...]:
        """Each cell, with its column."""
        return tuple(zip(self.cells, self.columns, strict=True))


@dataclass(frozen=True)
class Sheet:
    """A table of one assessment, with its rows."""

    kind: Kind
    rows: tuple[Any, ...]
    lines: tuple[Line, ...]


def cited(recommendations: Iterable[Recommendation]) -> str:
    """Recommendations by their references."""
    return listed(one.reference or str(one) for one in recommendations)


def with_recommendations(rows: QuerySet[Any], of: NeedsAssessment) -> QuerySet[Any]:
    """Rows with what they cite, without the vectors of the search."""
    return rows.prefetch_related(Prefetch("recommendations", Recommendation.objects.defer("search")))


NEEDS = Kind(
    "needs",
    Need,
    _("Needs"),
    _("Add a need"),
    _("No need is written down yet."),
    (
        Column(_("Need"), lambda row: row.statement),
        Column(_("Component"), lambda row: row.get_component_display()),
        Column(_("Proposed action"), lambda row: row.proposed_action),
        Column(_("Recommendations that name it"), lambda row: cited(row.recommendations.all())),
    ),
    with_recommendations,
)
INSTITUTIONS = Kind(
    "institutions",
    Institution,
    _("Institutions"),
    _("Add an institution"),
    _("No institution was looked at yet."),
    (
        Column(_("Institution"), lambda row: row.name),
        Column(_("Kind"), lambda row: row.get_kind_display()),
        Column(_("Mandate"), lambda row: row.mandate),
        Column(_("Independence"), lambda row: row.get_independence_display()),
        Column(_("Capacity"), lambda row: row.get_ability_display()),
        Column(_("Accreditation"), lambda row: row.get_accreditation_display()),
        Column(_("Remarks"), lambda row: row.remarks),
    ),
)
GAPS = Kind(
    "gaps",
    LegalGap,
    _("Legal gaps"),
    _("Add a legal gap"),
    _("No legal gap is written down."),
    (
        Column(_("Right"), lambda row: row.right),
        Column(_("National norm"), lambda row: row.national_norm),
        Column(_("Gap"), lambda row: row.gap),
        Column(_("Proposed action"), lambda row: row.proposed_action),
        Column(_("Standard"), lambda row: standard_of(row)),
    ),
    lambda rows, of: rows.select_related("instrument", "recommendation").defer("recommendation__search"),
)
CAPACITIES = Kind(
    "capacities",
    Capacity,
    _("Capacities"),
    _("Add a capacity"),
    _("No capacity is written down."),
    (
        Column(_("Whose capacity"), lambda row: row.holder),
        Column(_("What is there"), lambda row: row.strength),
        Column(_("What is lacking"), lambda row: row.weakness),
    ),
)
RISKS = Kind(
    "risks",
    Risk,
    _("Risks"),
    _("Add a risk"),
    _("No risk is written down."),
    (
        Column(_("Risk"), lambda row: row.statement),
        Column(_("Kind"), lambda row: row.get_kind_display()),
        Column(_("Grave"), lambda row: GRAVE if row.is_grave else "", tone="stopped"),
        Column(_("Likelihood"), lambda row: row.likelihood, numeric=True),
        Column(_("Impact"), lambda row: row.impact, numeric=True),
        Column(_("Likelihood × impact"), lambda row: row.weight, numeric=True),
        Column(_("Response"), lambda row: row.get_response_display()),
        Column(_("Measures"), lambda row: row.measures),
    ),
    lambda rows, of: gravest_first(rows, on=of.created_at.date()),
)
PROJECTS = Kind(
    "projects",
    ProposedProject,
    _("Proposed projects"),
    _("Propose a project"),
    _("No project is proposed."),
    (
        Column(_("Title"), lambda row: row.title),
        Column(_("What it would achieve"), lambda row: row.purpose),
        Column(_("Needs it answers"), lambda row: listed(row.needs.all())),
        Column(_("Recommendations it serves"), lambda row: cited(row.recommendations.all())),
    ),
    lambda rows, of: with_recommendations(rows, of).prefetch_related("needs"),
)
KINDS = {one.key: one for one in (INSTITUTIONS, GAPS, CAPACITIES, RISKS, NEEDS, PROJECTS)}


def standard_of(gap: LegalGap) -> str:
    """The treaty and the recommendation against which a gap is measured."""
    named = [gap.instrument.code] if gap.instrument else []
    return listed(
        [*named, *([gap.recommendation.reference or gap.recommendation] if gap.recommendation else [])]
    )


def sheet_of(assessment: NeedsAssessment, kind: Kind) -> Sheet:
    """One table of an assessment; as many queries whatever its length."""
    of_it = kind.model._default_manager.filter(assessment=assessment)  # type: ignore[misc]
    rows = tuple(kind.fetch(of_it, assessment))
    return Sheet(kind, rows, tuple(line_of(kind, row) for row in rows))


def line_of(kind: Kind, row: Any) -> Line:
    """A row as text."""
    cells = tuple(str(column.says(row)) for column in kind.columns)
    return Line(row.pk, cells, kind.columns)


def sheets_of(assessment: NeedsAssessment) -> dict[str, Sheet]:
    """Every table of an assessment."""
    return {key: sheet_of(assessment, kind) for key, kind in KINDS.items()}
