"""Questions about the programme's parameters, and about the goals to which it contributes."""

from datetime import date
from typing import Any

from django.db.models import QuerySet

from techcoop.programme.models import Parameter, SustainableGoal


def parameter(name: str, *, on: date) -> Parameter:
    """The parameter of this name as it stands on a day, with its source."""
    return Parameter.objects.filter(name=name, effective_from__lte=on).order_by("-effective_from")[:1].get()


def parameters(prefix: str, *, on: date) -> dict[str, Any]:
    """The values of all parameters whose names begin so, as they stand on a day; one query."""
    found = Parameter.objects.filter(name__startswith=prefix, effective_from__lte=on)
    in_time = found.order_by("effective_from").values_list("name", "value")
    return {name.removeprefix(prefix): value for name, value in in_time}


def goals_and_targets() -> QuerySet[SustainableGoal]:
    """The Sustainable Development Goals with their targets, in their order; everybody knows them."""
    return SustainableGoal.objects.select_related("goal")
