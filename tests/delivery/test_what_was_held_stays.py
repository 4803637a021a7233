"""An activity stays in its project, and once it was held it stays as it was planned."""

from datetime import date

import pytest
from django.db import ProgrammingError, transaction

from techcoop.delivery.models import Activity, ActivityCost
from tests.delivery.makers import a_held_activity, a_planned_activity
from tests.projects.makers import an_operational_project

pytestmark = pytest.mark.django_db
PLANNED = (
    {"form": "F5"},
    {"title": "Another"},
    {"description": "Another"},
    {"place": "Elsewhere"},
    {"starts_on": date(2026, 2, 2)},
    {"ends_on": date(2026, 12, 12)},
)


@transaction.atomic
def written_past_the_acts(things, **different):
    things.update(**different)


@pytest.mark.parametrize("different", PLANNED, ids=lambda one: next(iter(one)))
def test_what_was_held_stays_as_it_was_planned(different):
    a_held_activity(an_operational_project())

    with pytest.raises(ProgrammingError, match="stays as it was planned"):
        written_past_the_acts(Activity.objects, **different)


@pytest.mark.parametrize("maker", [a_planned_activity, a_held_activity])
def test_an_activity_stays_in_its_project_and_a_cost_with_its_activity(maker):
    of_one, of_another = maker(an_operational_project()), a_held_activity(an_operational_project())

    with pytest.raises(ProgrammingError, match="an activity stays in its project"):
        written_past_the_acts(Activity.objects.filter(pk=of_one.pk), project=of_another.project)
    with pytest.raises(ProgrammingError, match="a cost stays with its activity"):
        written_past_the_acts(ActivityCost.objects.filter(activity=of_another), activity=of_one)
