"""Filters that the lists of evaluations, findings, lessons and recommendations share."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from techcoop.atlas.models import State
from techcoop.evaluation.models import Criterion, Evidence, marks_of
from techcoop.programme.models import Component
from techcoop.programme.queries import years
from techcoop.web.lists import Filter

NONE = "none"


def states():
    """The States, by their codes."""
    return State.objects.all().choices()


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
    return Filter("component", _("Component"), kind="choices", choices=choices, narrow=_component)


def _component(rows, values):
    return rows.filter(component__in=["" if value == NONE else value for value in values])


def state():
    """Which States, or none of them."""
    return Filter("state", _("State"), kind="choices", choices=_states_or_none, narrow=_state)


def _states_or_none():
    return [(NONE, _("No single State")), *states()]


def _state(rows, values):
    named = Q(state__iso3__in=values)
    return rows.filter(named | Q(state=None) if NONE in values else named)


def marks():
    """Each criterion with each of its marks."""
    for criterion in Criterion:
        for mark in marks_of(criterion):
            label = _("%(criterion)s: %(mark)s") % {"criterion": criterion.label, "mark": mark.label}
            yield f"{criterion}.{mark}", label


def evidence():
    """On which kind of evidence, open or confidential."""
    return Filter("evidence", _("Evidence"), choices=_kinds_of_evidence, narrow=_evidence)


def _kinds_of_evidence():
    for kind in Evidence.Kind:
        yield f"{kind}-open", _("%(kind)s, open") % {"kind": kind.label}
        yield f"{kind}-confidential", _("%(kind)s, confidential") % {"kind": kind.label}


def _evidence(rows, values):
    kind, _dash, openness = values[-1].partition("-")
    resting = Evidence.objects.filter(kind=kind, is_confidential=openness == "confidential")
    return rows.filter(pk__in=resting.values("finding"))


def criterion():
    """Which criterion."""
    return Filter("criterion", _("Criterion"), choices=Criterion.choices, field="criterion")


def evaluation():
    """Of which evaluation, by its key."""
    return Filter("evaluation", _("Words in the title of the evaluation"), kind="text", narrow=_title)


def _title(rows, words):
    return rows.filter(evaluation__title__icontains=words)
