"""What waits for somebody is computed from where things stand, and each count opens exactly those things."""

import re
from datetime import timedelta

import pytest

from techcoop.desk.queries import my_desk
from techcoop.projects.models import Project
from tests.atlas.makers import a_state
from tests.people.makers import (
    NOON,
    a_coordinator,
    a_desk_officer,
    a_finance_officer,
    a_focal_point,
    a_reviewer,
    a_stranger,
    a_trustee,
    an_administrator,
    an_auditor,
    an_evaluator,
)
from tests.projects.makers import a_completed_project, a_draft_project, an_operational_project
from tests.requests.makers import a_registered_request, an_acknowledged_request

pytestmark = pytest.mark.django_db
TODAY = NOON.date()


def labels(user) -> dict[str, int]:
    return {str(pile.label): pile.count for pile in my_desk.piles(user, TODAY)}


def test_what_waits_leaves_the_desk_when_it_is_done():
    state = a_state()
    a_registered_request(state)
    officer = a_desk_officer(state)

    before = labels(officer)
    an_acknowledged_request(state)

    assert before == {"Requests whose receipt is to be acknowledged": 1}
    assert labels(officer)["Requests to screen"] == 1


def test_each_desk_has_its_own_work():
    state = a_state()
    a_draft_project(state)
    a_completed_project(state)

    assert "Projects to approve" in labels(a_coordinator())
    assert any("close" in label.lower() for label in labels(a_finance_officer()))
    assert labels(a_desk_officer(a_state("Utopia"))) == {}
    assert labels(a_stranger()) == {}


def test_a_project_that_is_over_waits_since_its_last_day():
    project = an_operational_project(a_state())
    officer, later = a_desk_officer(project.states.get()), project.ends_on + timedelta(days=135)
    Project.objects.filter(pk=project.pk).update(desk_officer=officer)

    pile = next(one for one in my_desk.piles(officer, later) if "to complete" in str(one.label))

    assert [(one.since, one.days) for one in pile.items] == [(project.ends_on, 135)]


def test_a_count_opens_exactly_the_things_that_it_counts(client):
    state = a_state()
    for _ in range(7):
        a_registered_request(state)
    client.force_login(a_desk_officer(state))

    pile = client.get("/desk/").context["piles"][0]
    opened = client.get(pile.address).content.decode()

    assert pile.count == len(re.findall(r'<a href="/requests/TC-', opened)) == 7


def test_nobody_opens_a_pile_that_is_not_theirs(client):
    a_registered_request(a_state())
    client.force_login(a_stranger())

    assert client.get("/desk/waiting/requests_to_acknowledge/").status_code == 404


@pytest.mark.parametrize("number", [1, 7])
def test_the_desk_asks_as_much_however_much_waits(client, number, at_most_questions):
    state = a_state()
    for _ in range(number):
        a_registered_request(state)
    a_draft_project(state)
    a_completed_project(state)
    client.force_login(a_coordinator())

    with at_most_questions(10):
        assert client.get("/desk/").context["piles"]


def test_each_pile_shows_its_oldest_and_counts_all(client):
    state = a_state()
    waiting = [a_registered_request(state) for _ in range(7)]

    pile, *others = my_desk.piles(a_desk_officer(state), TODAY)

    assert (pile.count, others) == (7, [])
    named = [one.reference in shown.label for one, shown in zip(waiting, pile.items, strict=False)]
    assert named == [True] * 5
    assert {shown.since for shown in pile.items} == {waiting[0].status_since}


ROLES = {
    "coordinator": (a_coordinator, {"/requests/new/", "/requests/clock/"}),
    "desk officer": (lambda: a_desk_officer(a_state("Utopia")), {"/requests/new/", "/requests/clock/"}),
    "finance officer": (a_finance_officer, {"/money/secretariat/", "/imports/"}),
    "reviewer": (a_reviewer, {"/assessments/", "/requests/"}),
    "trustee": (a_trustee, {"/portfolio/", "/evaluation/"}),
    "government": (lambda: a_focal_point(a_state()), {"/requests/ask/", "/requests/"}),
    "evaluator": (an_evaluator, {"/evaluation/", "/evaluation/reviews/"}),
    "auditor": (an_auditor, {"/journal/", "/requests/"}),
    "administrator": (an_administrator, {"/people/", "/imports/"}),
}


@pytest.mark.parametrize("role", ROLES)
def test_a_desk_without_work_leads_to_what_its_role_uses_and_each_page_opens(client, role):
    made, wanted = ROLES[role]
    client.force_login(made())

    page = client.get("/desk/")
    offered = [one.address for one in page.context["places"]]

    assert "Nothing waits for you" in page.text
    assert 2 <= len(offered) <= 3
    assert wanted <= set(offered)
    assert {one: client.get(one, follow=True).status_code for one in offered} == dict.fromkeys(offered, 200)


def test_without_a_role_it_is_said_who_gives_one(client):
    client.force_login(a_stranger())

    page = client.get("/desk/")

    assert page.context["places"] == []
    assert "You hold no role today" in page.text
