"""Filters that the lists of evaluations, findings, lessons and recommendations share."""

from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from techcoop.atlas.models import State
from techcoop.evaluation.models import Criterion
from techcoop.programme.models import Component
from techcoop.web.lists import Filter

NONE = "none"


def states():
    """The States, by their codes."""
    return [(state.iso3, state.name) for state in State.objects.existing().by_name()]


def years():
    """The years back to the beginning of the programme."""
    return [(year, str(year)) for year in range(localdate().year + 5, 1954, -1)]


def completed(path):
    """From and to the year in which an evaluation was completed."""
    return (
        Filter("from", _("Completed from"), choices=years, narrow=_since(path)),
        Filter("to", _("Completed to"), choices=years, narrow=_until(path)),
    )


def _since(path):
    return lambda rows, values: rows.filter(**{f"{path}completed_on__year__gte": int(values[-1])})


def _until(path):
    return lambda rows, values: rows.filter(**{f"{path}completed_on__year__lte": int(values[-1])})


def component():
    """Which of the five components, or none of them."""
    choices = [*Component.choices, (NONE, _("None of the five"))]
    return Filter("component", _("Component"), choices=choices, narrow=_component)


def _component(rows, values):
    return rows.filter(component="" if values[-1] == NONE else values[-1])


def criterion():
    """Which criterion."""
    return Filter("criterion", _("Criterion"), choices=Criterion.choices, field="criterion")


def evaluation():
    """Of which evaluation, by its key."""
    return Filter("evaluation", _("Words in the title of the evaluation"), kind="text", narrow=_title)


def _title(rows, words):
    return rows.filter(evaluation__title__icontains=words)
