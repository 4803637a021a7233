"""What breaks and what keeps each practice about assessments of needs."""

from datetime import date

from techcoop.requests import actions as requests
from tests.assessments.makers import a_begun_assessment, a_drafted_assessment, an_assessment, with_assessors
from tests.people.makers import NOON, a_coordinator
from tests.programme.pairs import Pair, after, changed
from tests.requests.makers import an_accepted_request

THE_MISSION = {"by_mission": True, "mission_began_on": date(2026, 1, 12), "mission_places": "Port City"}


def with_its_assessors():
    begun = a_begun_assessment()
    with_assessors(begun)
    return begun


def of_a_withdrawn_request():
    assessment = an_assessment()
    why = "The Government has changed."
    requests.withdraw(assessment.state_request, by=a_coordinator(), at=NOON, why=why)
    return assessment


PAIRS = {
    "assessments.commissioned": after(an_accepted_request, 60),
    "assessments.moves_on": after(an_assessment, 180),
    "assessments.assessors": Pair(a_begun_assessment, with_its_assessors),
    "assessments.mission": Pair(
        lambda: changed(a_drafted_assessment(), **THE_MISSION),
        lambda: changed(a_drafted_assessment(), mission_ended_on=date(2026, 1, 20), **THE_MISSION),
    ),
    "assessments.open_request": Pair(of_a_withdrawn_request, an_assessment),
    "assessments.context": Pair(lambda: changed(a_drafted_assessment(), context=" "), a_drafted_assessment),
}
