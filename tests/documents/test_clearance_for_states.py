"""A clearance holds for the States of the role that gives it, wherever else its holder may look."""

from dataclasses import replace
from datetime import date

import pytest

from techcoop.delivery import actions as delivery
from techcoop.documents.actions import Paper
from techcoop.documents.models import Classification
from techcoop.documents.policies import CLEARANCE
from techcoop.journal.queries import history
from techcoop.people.models import Assignment
from techcoop.people.roles import ROLES, roles_with
from techcoop.projects import actions as projects
from techcoop.requests import actions as requests
from techcoop.web.links import page_of
from tests.atlas.makers import a_state
from tests.delivery.makers import a_planned_activity
from tests.people.makers import NOON, a_coordinator, a_desk_officer, a_person
from tests.projects.makers import a_draft_project, an_approved_project
from tests.requests.makers import A_SCAN, a_received_request

pytestmark = pytest.mark.django_db
MEMO = Paper("Memo on the Minister", "memo.pdf", A_SCAN, "confidential")
# Those who read what the programme decides about, and are never told what could harm somebody.
OUTSIDE = ("government_focal_point", "trustee")


def a_request_with_a_memo():
    thing = a_received_request()
    return thing, requests.attach(thing, MEMO, by=a_coordinator(), at=NOON)


def a_project_with_a_memo(**different):
    thing = a_draft_project(**different)
    return thing, projects.attach(thing, paper=MEMO, by=a_coordinator(), at=NOON)


def an_activity_with_a_memo():
    thing = a_planned_activity(an_approved_project())
    return thing, delivery.attach(thing, paper=MEMO, by=a_coordinator(), at=NOON)


def a_reviewer_who_keeps_the_desk_of(*states):
    """Looks everywhere; is cleared for confidential papers at the own desk only."""
    person = a_desk_officer(*states)
    Assignment.objects.create(user=person, role="reviewer", everywhere=True, starts_on=date(2020, 1, 1))
    return person


@pytest.mark.parametrize("made", [a_request_with_a_memo, a_project_with_a_memo, an_activity_with_a_memo])
@pytest.mark.parametrize(("desk", "reads"), [("Arcadia", True), ("Utopia", False)])
def test_a_confidential_paper_is_read_at_the_desk_of_its_state_only(client, made, desk, reads):
    thing, memo = made()
    client.force_login(a_reviewer_who_keeps_the_desk_of(a_state(desk)))

    page = client.get(page_of(thing))
    handed_out = client.get(f"/documents/{memo.pk}/")

    assert page.status_code == 200
    assert (MEMO.title in page.text) is reads
    assert handed_out.status_code == (200 if reads else 404)


def test_a_paper_about_two_states_asks_for_the_clearance_for_both(client):
    both = (a_state(), a_state("Utopia"))
    project, memo = a_project_with_a_memo(scope="regional", states=both, by=a_coordinator())
    for person, status in ((a_desk_officer(both[0]), 404), (a_desk_officer(*both), 200)):
        client.force_login(person)

        assert client.get(page_of(project)).status_code == 200
        assert client.get(f"/documents/{memo.pk}/").status_code == status


def test_the_history_does_not_name_a_paper_that_its_reader_may_not_open(client):
    thing, _memo = a_request_with_a_memo()
    client.force_login(a_person("Rita Reviewer", role="reviewer"))

    assert MEMO.title not in client.get(page_of(thing)).text
    assert MEMO.title not in str([one.details for one in history(thing)])


@pytest.mark.parametrize("classification", Classification)
def test_a_paper_of_every_class_is_read_by_those_who_work_on_its_case(client, classification):
    thing = a_received_request()
    kept = requests.attach(thing, replace(MEMO, classification=classification), by=a_coordinator(), at=NOON)
    for person in (a_coordinator(), a_desk_officer(a_state())):
        client.force_login(person)

        assert client.get(f"/documents/{kept.pk}/").status_code == 200
        assert client.post(f"/documents/{kept.pk}/").getvalue() == A_SCAN


@pytest.mark.parametrize("permission", CLEARANCE.values())
def test_no_class_is_closed_to_all_people_or_open_to_governments_and_trustees(permission):
    cleared = set(roles_with(permission))

    assert cleared
    assert cleared.isdisjoint(str(ROLES[one].name) for one in OUTSIDE)
