"""The thread runs forwards and backwards from any of its things; what is missing is shown as a gap."""

import pytest

from techcoop.desk.queries.thread import thread
from techcoop.projects import actions as projects
from tests.accountability.makers import a_recommendation
from tests.atlas.makers import a_state
from tests.delivery.makers import a_held_activity
from tests.people.makers import (
    NOON,
    a_coordinator,
    a_desk_officer,
    a_finance_officer,
    a_focal_point,
    a_stranger,
)
from tests.projects.makers import a_draft_project, an_operational_project

pytestmark = pytest.mark.django_db


def a_whole_thread(state):
    """A project that serves a recommendation, with an activity that was held."""
    recommendation = a_recommendation(to=state)
    drafted = a_draft_project(state)
    projects.address(drafted, by=a_desk_officer(state), at=NOON, cite=[recommendation.pk])
    project = projects.start(
        projects.approve(drafted, by=a_coordinator(), at=NOON), by=a_coordinator(), at=NOON
    )
    a_held_activity(project)
    return recommendation, project


def names(stages) -> list[int]:
    return [stage.total for stage in stages]


def test_the_thread_is_the_same_from_whatever_thing_one_looks():
    recommendation, project = a_whole_thread(a_state())
    reader = a_coordinator()

    seen = [names(thread(one, reader)) for one in (project, project.state_request, recommendation)]

    assert seen[0] == seen[1] == seen[2] == [1, 1, 1, 1, 2, 1, 0]


def test_what_a_draft_addresses_is_told_to_those_alone_who_see_the_draft():
    state = a_state()
    recommendation = a_recommendation(to=state)
    draft = a_draft_project(state)
    projects.address(draft, by=a_desk_officer(state), at=NOON, cite=[recommendation.pk])

    seen = {
        reader: thread(draft.state_request, reader)[0].total
        for reader in (a_coordinator(), a_focal_point(state))
    }

    assert list(seen.values()) == [1, 0]


def test_what_is_missing_is_shown():
    project = an_operational_project(a_state())

    gaps = [stage.gap for stage in thread(project, a_coordinator()) if stage.gap]

    assert gaps == ["No recommendation is named.", "No activity is recorded.", "Nothing has been evaluated."]


def test_recommendations_are_shown_to_those_who_see_what_states_account_for():
    recommendation, project = a_whole_thread(a_state())

    stage, *_others = thread(project, a_finance_officer())

    assert stage.knots == ()
    assert stage.gap == "Your role does not show recommendations."
    assert thread(project, a_coordinator())[0].knots[0].note == recommendation.text


def test_the_thread_shows_only_what_its_reader_may_see(client):
    state = a_state()
    recommendation, project = a_whole_thread(state)

    from_outside = thread(recommendation, a_desk_officer(a_state("Utopia")))
    assert names(from_outside)[1:4] == [0, 0, 0]
    client.force_login(a_stranger())
    for kind, thing in (
        ("project", project),
        ("request", project.state_request),
        ("recommendation", recommendation),
    ):
        assert client.get(f"/thread/{kind}/{thing.pk}/").status_code == 404


def test_a_thread_is_read_on_its_page(client, django_assert_max_num_queries):
    state = a_state()
    _, project = a_whole_thread(state)
    client.force_login(a_focal_point(state))

    with django_assert_max_num_queries(24):
        page = client.get(f"/thread/project/{project.pk}/").content.decode()

    assert project.code in page
    assert "Your role does not show money." in page
    assert "Needs were not assessed. This is said as far as you may see." in page


def test_money_beyond_what_is_shown_is_counted(client):
    project = an_operational_project()
    others = [an_operational_project(of=project.state_request) for _number in range(7)]
    client.force_login(a_finance_officer())

    page = client.get(f"/thread/request/{project.state_request_id}/").text

    assert all(one.code in page for one in others)
    assert "and 4 more" in page


def test_what_is_not_shown_of_a_project_is_a_step_away(client):
    project = an_operational_project()
    for _number in range(14):
        a_held_activity(project)
    client.force_login(a_coordinator())
    every = f"/activities/?project={project.code}"

    page = client.get(f"/thread/project/{project.pk}/").text

    assert f'<a href="{every}">and 2 more</a>' in page
    assert client.get(every).context["page"].total == 14
