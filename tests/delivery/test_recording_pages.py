"""The form of an act opens only where the act can be done, and what was typed is never lost."""

import pytest

from techcoop.delivery import actions
from techcoop.web.links import page_of
from tests.atlas.makers import a_state
from tests.delivery.makers import AN_OUTCOME, a_held_activity, a_planned_activity
from tests.people.makers import NOON, a_coordinator, a_desk_officer, a_stranger, an_auditor
from tests.projects.makers import (
    a_closed_project,
    a_completed_project,
    a_draft_project,
    an_operational_project,
)

pytestmark = pytest.mark.django_db
OF_A_PLAN = ("revise", "report", "cancel")


def open_page(client, someone, activity, act):
    client.force_login(someone())
    return client.get(f"{page_of(activity)}{act}/")


@pytest.mark.parametrize("act", [*OF_A_PLAN, "attach"])
def test_whoever_sees_an_activity_without_recording_is_told_who_does(client, act):
    answer = open_page(client, an_auditor, a_planned_activity(an_operational_project()), act)

    assert answer.status_code == 403
    assert "It is done by" in answer.content.decode()
    assert "<textarea" not in answer.content.decode()


@pytest.mark.parametrize(
    ("make", "told"),
    [
        (an_operational_project, True),
        (a_draft_project, True),
        (a_completed_project, False),
        (a_closed_project, False),
    ],
)
def test_no_activity_is_planned_for_what_is_over_and_nobody_is_told_of_it(client, make, told):
    project = make()
    client.force_login(a_coordinator())

    assert ("Plan an activity" in client.get(page_of(project)).text) is told


@pytest.mark.parametrize("someone", [a_stranger, lambda: a_desk_officer(a_state("Utopia"))])
@pytest.mark.parametrize("act", OF_A_PLAN)
def test_whoever_does_not_see_it_finds_no_form(client, act, someone):
    activity = a_planned_activity(an_operational_project())

    assert open_page(client, someone, activity, act).status_code == 404


@pytest.mark.parametrize(
    ("act", "make", "status"),
    [
        *((act, a_planned_activity, 200) for act in OF_A_PLAN),
        *((act, a_held_activity, 409) for act in OF_A_PLAN),
        ("correct", a_held_activity, 200),
        ("correct", a_planned_activity, 409),
    ],
)
def test_a_form_opens_while_the_status_permits_the_act_and_else_says_when(client, act, make, status):
    answer = open_page(client, a_coordinator, make(an_operational_project()), act)

    assert answer.status_code == status
    assert ("Possible while the status is" in answer.content.decode()) == (status == 409)


def test_nothing_is_planned_any_more_in_a_project_that_is_over(client):
    client.force_login(a_coordinator())

    answer = client.get(f"/activities/plan/{a_completed_project().code}/")

    assert answer.status_code == 409
    assert "“Approved” or “Operational”" in answer.content.decode()


@pytest.mark.parametrize(
    ("act", "typed"),
    [
        ("report", {"outcome": "Thirty judges were trained.", "women": "14"}),
        ("cancel", {"why": "The judges were called to court."}),
        ("cancel", {"why": ""}),
    ],
)
def test_what_comes_too_late_is_shown_again_with_everything_typed_and_the_reason(client, act, typed):
    activity = a_planned_activity(an_operational_project())
    client.force_login(a_coordinator())
    actions.report(activity, what=AN_OUTCOME, by=a_coordinator(), at=NOON)

    answer = client.post(f"{page_of(activity)}{act}/", typed)

    page = answer.content.decode()
    assert answer.status_code == 409
    assert "Possible while the status is “Planned”" in page
    assert all(text in page for text in typed.values())
    activity.refresh_from_db()
    assert activity.outcome == AN_OUTCOME.outcome


def test_who_has_lost_the_role_meanwhile_gets_the_own_words_back(client):
    activity = a_planned_activity(an_operational_project())
    client.force_login(an_auditor())

    answer = client.post(f"{page_of(activity)}cancel/", {"why": "The judges <i>were</i> called."})

    assert answer.status_code == 403
    assert "The judges &lt;i&gt;were&lt;/i&gt; called." in answer.content.decode()
