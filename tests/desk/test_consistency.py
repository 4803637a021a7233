"""The page of consistency: each count opens exactly its things, and nobody is told more than they see."""

from datetime import date

import pytest
from django.http import QueryDict

from techcoop.desk.queries.consistency import consistency, findings
from techcoop.desk.views.consistency import listing_of
from techcoop.programme.models import PracticeVersion
from techcoop.web.lists import read
from tests.atlas.makers import a_state
from tests.delivery.makers import a_planned_activity
from tests.people.makers import (
    NOON,
    a_coordinator,
    a_desk_officer,
    a_finance_officer,
    a_focal_point,
    a_stranger,
    a_trustee,
)
from tests.projects.makers import an_approved_project, an_operational_project
from tests.requests.makers import a_registered_request

pytestmark = pytest.mark.django_db
LATER = date(2028, 6, 1)  # everything here has been over for long


def a_portfolio():
    arcadia, utopia = a_state(), a_state("Utopia")
    for state in (arcadia, utopia):
        a_planned_activity(an_operational_project(state))
        an_approved_project(state, title="Phase 2")
        a_registered_request(state)
    return arcadia, utopia


def opened(user, row, address=None):
    """How many things the address of a count shows."""
    parameters = QueryDict((address or row.address).partition("?")[2])
    page = read(listing_of(row.standing), parameters, findings(user, row.standing))
    assert page.complaints == ()
    return page.total


def narrowings(page):
    return [{}, *({"officer": one.address.partition("officer=")[2]} for one in page.desks),
            *({"state": one.address.partition("state=")[2]} for one in page.states)]  # fmt: skip


def test_each_count_opens_exactly_the_things_that_it_counts():
    a_portfolio()
    coordinator = a_coordinator()
    whole = consistency(coordinator, LATER)

    for narrowed in narrowings(whole):
        page = consistency(coordinator, LATER, **narrowed)
        assert page.broken
        for row in page.broken:
            assert opened(coordinator, row) == row.count.counted, (narrowed, row.standing.practice.key)


def test_a_desk_and_a_state_count_what_opens_when_the_page_is_narrowed_to_them():
    a_portfolio()
    page = consistency(a_coordinator(), LATER)

    assert sum(one.count.counted for one in page.desks) == page.findings
    for place, narrowed in zip((*page.desks, *page.states), narrowings(page)[1:], strict=True):
        assert consistency(a_coordinator(), LATER, **narrowed).findings == place.count.counted


def test_a_desk_officer_is_told_of_the_own_states_alone():
    arcadia, _utopia = a_portfolio()
    page = consistency(a_desk_officer(arcadia), LATER)

    assert [one.name for one in page.states] == ["Arcadia"]
    assert page.findings * 2 == consistency(a_coordinator(), LATER).findings


@pytest.mark.parametrize("someone", [a_stranger, a_trustee, lambda: a_focal_point(a_state())])
def test_nobody_outside_the_programme_sees_how_practices_are_kept(client, someone):
    project = an_approved_project(title="Phase 2")
    client.force_login(someone())

    assert client.get("/consistency/").status_code == 403
    assert client.get("/consistency/projects.title_once/").status_code == 403
    assert "Practices that it breaks" not in client.get(f"/projects/{project.code}/").text


def test_whoever_sees_nothing_of_some_kinds_sees_the_others(client):
    an_approved_project(title="Phase 2")
    client.force_login(a_finance_officer())

    assert "A title says what a project is about" in client.get("/consistency/").text


def test_a_thing_says_on_its_page_what_it_breaks_and_what_to_do(client):
    project = an_approved_project(title="Phase 2")
    client.force_login(a_desk_officer(project.states.get()))

    page = client.get(f"/projects/{project.code}/").text

    assert "A title says what a project is about, in 12 signs at least." in page
    assert "Give a title that somebody outside understands." in page


def test_the_list_of_findings_is_a_page_and_a_file(client):
    an_approved_project(title="Phase 2")
    client.force_login(a_coordinator())

    page = client.get("/consistency/projects.title_says_something/")
    file = client.get("/consistency/projects.title_says_something/?export=csv")

    assert "Phase 2" in page.text
    assert "Give a title that somebody outside understands." in b"".join(file).decode()
    assert client.get("/consistency/projects.components/").status_code == 404
    assert client.get("/consistency/?officer=none&state=none").status_code == 200
    assert client.get("/consistency/?officer=what").status_code == 404


def test_it_asks_as_many_questions_of_many_things_as_of_few(client, at_most_questions):
    coordinator = a_coordinator()
    client.force_login(coordinator)
    a_portfolio()
    a_portfolio()

    with at_most_questions(16):
        assert client.get("/consistency/").status_code == 200
    with at_most_questions(16):
        assert client.get("/consistency/activities.reported/").status_code == 200


def a_longer_title(signs, *, since, days):
    return PracticeVersion.objects.create(
        practice="projects.title_says_something", effective_from=since, severity="hint", grace_days=days,
        thresholds={"signs": signs}, source="A decision", issued_by=a_coordinator(), issued_at=NOON,
    )  # fmt: skip


def found_of_titles(on):
    page = consistency(a_coordinator(), on)
    return {one.standing.practice.key: one for one in page.broken}.get("projects.title_says_something")


def test_what_a_new_version_newly_finds_counts_after_its_days_of_grace():
    an_approved_project(title="Phase 2")
    an_approved_project(a_state("Utopia"), title="Courses for judges")
    a_longer_title(40, since=date(2026, 3, 1), days=30)
    coordinator = a_coordinator()

    new = found_of_titles(date(2026, 3, 30))
    later = found_of_titles(date(2026, 3, 31))

    assert (new.count.counted, new.count.new) == (1, 1)
    assert opened(coordinator, new) == opened(coordinator, new, new.address_of_new) == 1
    assert (later.count.counted, later.count.new) == (2, 0)
    assert (found_of_titles(date(2026, 2, 28)).count.counted) == 1
