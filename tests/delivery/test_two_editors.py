"""Two people change one activity at the same time: the second is told, and loses nothing."""

from dataclasses import replace

import pytest

from techcoop.delivery import actions
from techcoop.journal.actions import ChangedMeanwhile
from techcoop.web.links import page_of
from tests.at_once import at_once
from tests.delivery.makers import A_COURSE, a_held_activity, a_planned_activity
from tests.people.makers import NOON, a_coordinator, another_coordinator
from tests.projects.makers import an_operational_project
from tests.web.makers import opened

pytestmark = pytest.mark.django_db


def revised_by_another(activity, **different):
    what = replace(A_COURSE, **different)
    return actions.revise(activity, what=what, seen=0, by=another_coordinator(), at=NOON)


def test_the_second_is_told_who_changed_the_plan_and_keeps_what_was_typed(client):
    activity = a_planned_activity(an_operational_project())
    client.force_login(a_coordinator())
    address = f"{page_of(activity)}revise/"
    data = opened(client, address)
    revised_by_another(activity, title="Course for prosecutors")

    page = client.post(address, {**data, "title": "Course for all judges"}).content.decode()

    assert f"{another_coordinator().name} has changed this too" in page.replace("&#x27;", "'")
    assert "Course for prosecutors" in page
    assert "Course for all judges" in page
    activity.refresh_from_db()
    assert activity.title == "Course for prosecutors"


def test_changes_in_different_fields_are_both_kept(client):
    activity = a_planned_activity(an_operational_project())
    client.force_login(a_coordinator())
    address = f"{page_of(activity)}revise/"
    data = opened(client, address)
    revised_by_another(activity, title="Course for prosecutors")

    assert client.post(address, {**data, "place": "Old Town"}).status_code == 302

    activity.refresh_from_db()
    assert (activity.title, activity.place) == ("Course for prosecutors", "Old Town")


def test_two_who_correct_one_record_do_not_write_over_each_other(client):
    held = a_held_activity(an_operational_project())
    client.force_login(a_coordinator())
    address = f"{page_of(held)}correct/"
    data = opened(client, address)
    assert client.post(address, {**data, "women": "15", "why": "Counted anew."}).status_code == 302

    page = client.post(address, {**data, "women": "16", "why": "One was late."})

    assert "has changed this too" in page.content.decode()
    held.refresh_from_db()
    assert held.women == 15


@pytest.mark.django_db(transaction=True)
def test_of_two_who_save_at_once_one_is_asked_to_look_again():
    activity = a_planned_activity(an_operational_project())
    by = (a_coordinator(), another_coordinator())

    def revise(who, title):
        try:
            return actions.revise(activity, what=replace(A_COURSE, title=title), seen=0, by=who, at=NOON)
        except ChangedMeanwhile as refused:
            return refused

    done = at_once(lambda: revise(by[0], "One"), lambda: revise(by[1], "Other"))

    assert sum(isinstance(one, ChangedMeanwhile) for one in done) == 1
