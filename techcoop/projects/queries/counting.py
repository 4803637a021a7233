"""How many projects there are of each kind, and which link of the thread a project lacks."""

from collections import Counter

from django.db import models
from django.db.models import Count, Exists, F, Func, OuterRef, Q, QuerySet

from techcoop.atlas.models import State
from techcoop.programme.models import Component, FormOfAssistance, Scope
from techcoop.projects.models import (
    BEYOND_STATES,
    AddressedRecommendation,
    Project,
    ProjectComponent,
    ProjectMoney,
    ProjectQuerySet,
    ProjectState,
)

# A global project may stand on an intergovernmental mandate in the place of a request.
BY_MANDATE = Q(scope=Scope.GLOBAL) & ~Q(mandate="")
# A line of money that says some figure at least.
SAID = ~Q(required=None, available=None, spent=None)


def has(part: type[models.Model], *such: Q, **so: object) -> Exists:
    """That a project has a part that is so."""
    return Exists(part._default_manager.filter(*such, project=OuterRef("pk"), **so))


def lacks() -> dict[str, Q]:
    """What it means that each link of the thread is missing: for lists, charts and reports alike."""
    return {
        "request": Q(state_request=None) & ~BY_MANDATE,
        "assessment": Q(assessment=None) & ~BY_MANDATE,
        "recommendation": Q(~has(AddressedRecommendation)),
        "component": Q(~has(ProjectComponent)),
        "end": Q(ends_on=None),
        "start": Q(starts_on=None),
        "state": Q(~has(ProjectState)) & ~BEYOND_STATES,
        "money": Q(~has(ProjectMoney, SAID)),
        "required": Q(~has(ProjectMoney, required__isnull=False)),
    }


def of_each_component(projects: QuerySet[Project]) -> dict[str, int]:
    """How many have a part in each of the five components; one of several counts in each."""
    found = counted(_parts(ProjectComponent, projects), "component")
    return {component.value: found.get(component, 0) for component in Component}


def of_each_form(projects: QuerySet[Project]) -> dict[str, int]:
    """How many use each of the seven forms of assistance; one of several counts in each."""
    each = Func(F("forms"), function="unnest", output_field=models.CharField())
    found = dict(projects.order_by().values_list(each).annotate(count=Count("pk")))
    return {form.value: found.get(form, 0) for form in FormOfAssistance}


def in_each_state(projects: QuerySet[Project]) -> dict[str, int]:
    """How many name each State, by its code; States without any are not there."""
    return counted(_parts(ProjectState, projects), "state__iso3")


def in_each_region(projects: ProjectQuerySet) -> dict[str, int]:
    """How many reach a State of each region, by name or with a region as a whole; three queries.

    It counts what `reaching` finds among the States of the region; one in several counts in each.
    """
    named = _parts(ProjectState, projects).exclude(state__regions=None)
    found = Counter(counted(named, "state__regions__code", of=Count("project", distinct=True)))
    as_a_whole = projects.regions_as_a_whole().order_by()
    whole = counted(as_a_whole, "region")
    places = State.regions.through._default_manager.filter(region__in=as_a_whole.values("region"))
    for region, code in set(places.values_list("region", "state__regions__code")):
        found[code] += whole[region]
    return dict(found)


def counted(rows: QuerySet, field: str, *, of: Count | None = None) -> dict:
    """How many there are of each kind; kinds without any are not there."""
    return dict(rows.order_by(field).values_list(field).annotate(count=of or Count("pk")))


def _parts(part: type[models.Model], projects: QuerySet[Project]) -> QuerySet:
    return part._default_manager.filter(project__in=projects.order_by().values("pk"))
