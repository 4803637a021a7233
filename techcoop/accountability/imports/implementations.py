"""How far recommendations are implemented, as States or mechanisms have assessed it."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from techcoop.accountability.imports import cells
from techcoop.accountability.imports.fact import FactsKind
from techcoop.accountability.models import Implementation
from techcoop.sheets.comparing import reason_sql

NO_RECOMMENDATION = gettext_noop("No recommendation to this State has the key “%(key)s” in its source.")
IS_THERE = (
    "EXISTS (SELECT FROM accountability_recommendation r"
    " WHERE r.source_key = s.source_key AND r.state_id = s.state_id)"
)


class ImplementationsKind(FactsKind):
    """Grades of follow-up and reports of States, each in the words of its source."""

    key = "implementation"
    name = _("Assessments of implementation")
    description = _(
        "One row for each assessment of a recommendation by a mechanism or by the State itself: the grade as "
        "the source words it, and the scale it belongs to."
    )
    model = Implementation
    cells = (
        cells.state(),
        cells.words("Recommendation", "source_key", most=80, needed=True),
        cells.assessor("Assessed by"),
        cells.known_day("Date", "assessed_on", needed=True),
        cells.words("Grade", "grade", most=200, needed=True),
        cells.words("Scale", "scale", most=200),
        cells.words("Document", "symbol", most=80),
    )
    refusals = (
        (f"NOT {IS_THERE}", reason_sql(NO_RECOMMENDATION, column="Recommendation", key="s.source_key")),
    )
