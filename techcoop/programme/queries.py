"""Questions about the programme's parameters, and about the goals to which it contributes."""

from datetime import date

from django.db.models import QuerySet
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from techcoop.programme.models import VOLUNTARY_FUND_SINCE, Parameter, SustainableGoal
from techcoop.web.rows import rows_of

FIRST_YEAR = 1955  # the programme began with General Assembly resolution 926 (X)

NO_FUND_YET = _("The Voluntary Fund has given money since 1988; this was over before.")


def years() -> list[tuple[int, str]]:
    """The years of the programme as choices: from those that are planned back to its first."""
    return [(year, str(year)) for year in range(localdate().year + 5, FIRST_YEAR - 1, -1)]


def years_so_far() -> list[tuple[int, str]]:
    """The years in which something can have arrived: from this one back to the first of the programme."""
    return [one for one in years() if one[0] <= localdate().year]


def gives_nothing_yet(last: date | None) -> bool:
    """Whether something was over before the Voluntary Fund gave anything; an open end is not."""
    return last is not None and last < VOLUNTARY_FUND_SINCE


def parameter(name: str, *, on: date) -> Parameter:
    """The parameter of this name as it stands on a day, with its source."""
    return Parameter.objects.filter(name=name, effective_from__lte=on).order_by("-effective_from")[:1].get()


# In the order of time, so that of each the latest stays.
IN_TIME = """
SELECT name, value #>> '{}' FROM programme_parameter
 WHERE starts_with(name, %(prefix)s) AND effective_from <= %(on)s ORDER BY effective_from"""


def parameters(prefix: str, *, on: date) -> dict[str, str]:
    """The values of all parameters whose names begin so, as they stand on a day; one query."""
    in_time = rows_of(lambda *row: row, IN_TIME, prefix=prefix, on=on)
    return {name.removeprefix(prefix): value for name, value in in_time}


def goals_and_targets() -> QuerySet[SustainableGoal]:
    """The Sustainable Development Goals with their targets, in their order; everybody knows them."""
    return SustainableGoal.objects.select_related("goal")
