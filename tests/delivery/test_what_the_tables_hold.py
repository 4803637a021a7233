"""The days and the costs of an activity fit its project and the fund, whoever writes into its tables."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, transaction

from techcoop.atlas.models import Region, State
from techcoop.delivery.actions import Outcome, Plan
from techcoop.delivery.models import Activity, ActivityCost
from techcoop.projects import actions as projects
from techcoop.projects.models import Project
from tests.atlas.makers import a_state
from tests.delivery.makers import A_COURSE, AN_OUTCOME, a_held_activity, a_planned_activity
from tests.people.makers import NOON, a_coordinator
from tests.projects.makers import a_draft_project, an_operational_project

pytestmark = pytest.mark.django_db
OF_1986 = {"starts_on": date(1986, 1, 1), "ends_on": date(1987, 12, 31)}
IN_1986 = Plan("F2", "Course for judges", date(1986, 4, 6), date(1986, 4, 10))
UNPAID = Outcome("Thirty judges can apply the Covenant.", costs={"regular_budget": Decimal(500)})

WITHIN = "lies within the dates of its project"


@transaction.atomic
def written_past_the_acts(model, **change):
    model.objects.update(**change)


@pytest.mark.parametrize(
    ("model", "change", "rule"),
    [
        (Activity, {"starts_on": date(2025, 12, 31)}, WITHIN),
        (Activity, {"ends_on": date(2028, 1, 1)}, WITHIN),
        (Project, {"starts_on": date(2026, 4, 7)}, "stays as it was approved"),
        (Project, {"ends_on": date(2026, 4, 9)}, "stays as it was approved"),
    ],
)
def test_an_activity_lies_within_the_dates_of_its_project(model, change, rule):
    a_planned_activity(an_operational_project())

    with pytest.raises(DatabaseError, match=rule):
        written_past_the_acts(model, **change)


def test_what_was_cancelled_may_lie_outside():
    a_planned_activity(an_operational_project())

    written_past_the_acts(Activity, status="cancelled", starts_on=date(2020, 1, 1))

    assert Activity.objects.filter(starts_on__year=2020).exists()


def of_1986():
    return an_operational_project(required={"regular_budget": Decimal(5000)}, **OF_1986)


def test_an_activity_before_1988_cost_the_voluntary_fund_nothing():
    a_held_activity(of_1986(), what=IN_1986, outcome=UNPAID)

    with pytest.raises(DatabaseError, match="has given money since 1988"):
        written_past_the_acts(ActivityCost, family="voluntary_fund")


def test_whoever_records_such_a_cost_is_told():
    with pytest.raises(ValidationError, match="has given money since 1988"):
        a_held_activity(of_1986(), what=IN_1986, outcome=AN_OUTCOME)


def test_a_nought_says_that_there_was_none():
    none = Outcome("They met.", costs={"voluntary_fund": Decimal(0)})

    assert a_held_activity(of_1986(), what=IN_1986, outcome=none).status == "held"


def test_an_activity_is_in_a_state_that_its_project_reaches():
    activity = a_planned_activity(an_operational_project())
    reached = activity.project.states.get()

    with pytest.raises(DatabaseError, match="in a State that its project reaches"):
        written_past_the_acts(Activity, state=a_state("Utopia"))
    written_past_the_acts(Activity, state=None)
    written_past_the_acts(Activity, state=reached)

    assert Activity.objects.get().state == reached


def test_in_a_region_it_is_in_a_state_of_the_region():
    kenya, france = (State.objects.get(iso3=code) for code in ("KEN", "FRA"))
    project, chief = a_draft_project(kenya), a_coordinator()
    project.states.clear()
    written_past_the_acts(Project, scope="regional", region=Region.objects.get(code="002"))
    projects.approve(project, by=chief, at=NOON)
    a_planned_activity(project, what=replace(A_COURSE, state=kenya), by=chief)

    with pytest.raises(DatabaseError, match="in a State that its project reaches"):
        written_past_the_acts(Activity, state=france)
