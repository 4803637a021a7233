"""The pages of activities, for those who may see them."""

from datetime import date
from uuid import uuid4

import pytest
from django.utils.timezone import localdate

from techcoop.delivery import queries
from techcoop.delivery.models import Activity
from techcoop.web.links import page_of
from tests.atlas.makers import a_state
from tests.delivery.makers import a_held_activity, a_planned_activity
from tests.people.makers import a_coordinator, a_desk_officer, a_focal_point, a_stranger, an_auditor
from tests.projects.makers import an_operational_project

pytestmark = pytest.mark.django_db

TYPED = {
    "form": "F3",
    "title": "Seminar of prison directors",
    "starts_on": "2026-05-04",
    "ends_on": "2026-05-06",
    "place": "Port City",
}


def test_an_activity_is_planned_on_its_page(client):
    project = an_operational_project()
    client.force_login(a_coordinator())
    address = f"/activities/plan/{project.code}/"

    answer = client.post(address, {**TYPED, "submission": uuid4()})

    assert answer.headers["Location"] == page_of(Activity.objects.get(title=TYPED["title"]))


def test_what_was_typed_wrong_is_said_beside_the_field_and_kept(client):
    project = an_operational_project()
    client.force_login(a_coordinator())

    answer = client.post(
        f"/activities/plan/{project.code}/", {**TYPED, "starts_on": "1999-01-01", "submission": uuid4()}
    )

    assert "outside the dates of the project" in answer.content.decode()
    assert TYPED["title"] in answer.content.decode()


@pytest.mark.parametrize(
    ("someone", "status"),
    [
        (a_coordinator, 200),
        (an_auditor, 200),
        (a_stranger, 404),
        (lambda: a_desk_officer(a_state("Utopia")), 404),
    ],
)
def test_an_activity_is_seen_by_those_who_see_its_project(client, someone, status):
    activity = a_held_activity(an_operational_project())
    client.force_login(someone())

    assert client.get(page_of(activity)).status_code == status
    assert (activity.title in client.get("/activities/").content.decode()) == (status == 200)
    exported = b"".join(client.get("/activities/?export=csv").streaming_content).decode()
    assert (activity.title in exported) == (status == 200)


def test_the_list_takes_few_questions_however_long(client, at_most_questions):
    project = an_operational_project()
    for _ in range(12):
        a_planned_activity(project)
    client.force_login(a_coordinator())

    with at_most_questions(10):
        client.get("/activities/")


def test_a_month_shows_an_activity_on_each_of_its_days(client):
    a_planned_activity(an_operational_project())
    client.force_login(a_coordinator())

    page = client.get("/activities/calendar/?month=2026-04").content.decode()

    assert page.count("Course for judges") == 5


@pytest.mark.parametrize("asked", ["2026-13", "yesterday", "0001-01", "9999-12", ""])
def test_a_month_that_is_none_is_this_one(client, asked):
    client.force_login(a_coordinator())

    page = client.get(f"/activities/calendar/?month={asked}")

    assert page.context["first"] == localdate().replace(day=1)


def test_an_empty_month_leads_to_the_nearest_months_with_activities_that_one_may_see(client):
    a_planned_activity(an_operational_project())
    client.force_login(a_coordinator())

    before = client.get("/activities/calendar/?month=2024-01").text
    after = client.get("/activities/calendar/?month=2030-01").text
    client.force_login(a_desk_officer(a_state("Utopia")))
    elsewhere = client.get("/activities/calendar/?month=2024-01").text

    assert '<a href="?month=2026-04">The next one: April 2026</a>' in before
    assert "The last one before" not in before
    assert '<a href="?month=2026-04">The last one before: April 2026</a>' in after
    assert "The next one" not in elsewhere


def test_what_is_over_and_not_recorded_waits_for_the_desk():
    state = a_state()
    activity = a_planned_activity(an_operational_project())

    def waits(user, day):
        return [thing for pile in queries.waiting_for(user, day) for thing in pile.things]

    assert waits(a_desk_officer(state), date(2026, 4, 11)) == [activity]
    assert waits(a_desk_officer(state), date(2026, 4, 10)) == []
    assert waits(a_desk_officer(a_state("Utopia")), date(2026, 4, 11)) == []
    assert waits(a_stranger(), date(2026, 4, 11)) == []


def test_a_government_follows_its_activities_without_the_money(client):
    project = an_operational_project(a_state())
    activity = a_held_activity(project)
    client.force_login(a_focal_point(project.states.get()))

    addresses = (page_of(activity), "/activities/", "/activities/?family=voluntary_fund&sort=cost")
    pages = [client.get(address).content.decode() for address in addresses]
    exported = b"".join(client.get("/activities/?export=csv").streaming_content).decode()

    assert all(activity.title in page for page in pages)
    assert not any("12,500" in page or "12500" in page for page in (*pages, exported))
