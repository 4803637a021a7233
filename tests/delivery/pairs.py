"""What breaks and what keeps each practice about activities."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from techcoop.delivery.actions import Outcome
from techcoop.projects import actions as projects
from tests.delivery.makers import A_COURSE, AN_OUTCOME, a_held_activity, a_planned_activity
from tests.people.makers import NOON, a_coordinator
from tests.programme.pairs import Pair, after
from tests.projects.makers import an_operational_project

UNCOUNTED = Outcome("Thirty judges can apply the Covenant.", costs={"voluntary_fund": Decimal(1)})


def planned(**about):
    return a_planned_activity(an_operational_project(**about))


def held(what=A_COURSE, outcome=AN_OUTCOME):
    return a_held_activity(an_operational_project(), what=what, outcome=outcome)


def planned_in_a_project_that_is_over():
    activity = planned()
    projects.complete(activity.project, by=a_coordinator(), at=NOON)
    return activity


LAST_DAY = date(2026, 4, 10)
PAIRS = {
    "activities.reported": after(planned, 30, since=LAST_DAY),
    "activities.people": Pair(lambda: held(outcome=UNCOUNTED), held),
    "activities.by_sex": Pair(lambda: held(outcome=replace(UNCOUNTED, others=30)), held),
    "activities.outcome": Pair(lambda: held(outcome=replace(AN_OUTCOME, outcome="It went well.")), held),
    "activities.going_project": Pair(planned_in_a_project_that_is_over, planned),
    "activities.form_of_project": Pair(lambda: planned(forms=("F1",)), planned),
    "activities.place": Pair(lambda: held(replace(A_COURSE, place=" ")), held),
    "activities.cost": after(lambda: held(outcome=replace(AN_OUTCOME, costs={})), 90, since=LAST_DAY),
}
