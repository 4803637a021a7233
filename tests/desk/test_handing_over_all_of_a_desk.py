"""A desk passes whole: requests, assessments in progress and projects in one act, or each alone by an act."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.urls import reverse

from techcoop.assessments import actions as assessments
from techcoop.assessments.queries import waits_for
from techcoop.journal.queries import history
from techcoop.lifecycle import MoveNotAllowed
from techcoop.projects import actions as projects
from techcoop.requests import actions, queries
from techcoop.requests.models import Handover
from techcoop.web.links import page_of
from tests.assessments.makers import an_approved_assessment, an_assessment
from tests.atlas.makers import a_state
from tests.people import makers as people
from tests.press.makers import text_of
from tests.projects.makers import a_closed_project, a_member, an_operational_project
from tests.requests.makers import a_registered_request

pytestmark = pytest.mark.django_db


def a_whole_desk(officer=None):
    """A request, an assessment in progress and a running project of one officer."""
    officer = officer or people.a_desk_officer(a_state())
    asked, project = a_registered_request(), an_operational_project()
    actions.assign(asked, officer=officer, by=people.a_coordinator(), at=people.NOON)
    return officer, asked, an_assessment(), project


def hand_over(officer, *, successor=None, by=None, submission=None, at=people.NOON):
    given = {"note": "Call.", "at": at, "submission": submission or uuid4()}
    successor = successor or people.a_person("New Officer", role="desk_officer", covering=(a_state(),))
    return actions.hand_over(officer, successor=successor, by=by or people.a_coordinator(), **given)


def officers(*things):
    for one in things:
        one.refresh_from_db()
    return {one.desk_officer.name for one in things}


def test_everything_passes_in_one_act_and_stands_on_record_for_each():
    officer, *things = a_whole_desk()

    done = hand_over(officer)

    assert officers(*things) == {"New Officer"}
    assert [history(one).last().act for one in things] == ["assign"] * 3
    assert history(done).last().details == {"requests": 1, "assessment": 1, "project": 1}
    told = [(one.kind, one.subject, one.label) for one in queries.items_of(done)]
    assert told[1:] == [
        ("assessment", things[1].title, "Terms of reference"),
        ("project", things[2].title, "Operational"),
    ]


def test_a_desk_of_projects_alone_is_handed_over_on_the_page_and_printed(client):
    project = an_operational_project()
    officer, successor = (
        project.desk_officer,
        people.a_person("New", role="desk_officer", covering=(a_state(),)),
    )
    client.force_login(people.a_coordinator())
    assert str(officer) in client.get(reverse("requests:desks")).text
    address = reverse("requests:hand_over", args=(officer.pk,))
    assert project.code in client.get(address).text

    typed = {"submission": uuid4(), "successor": successor.pk, "note": ""}
    sheet = client.post(address, typed, follow=True).text

    assert f'href="{page_of(project)}"' in sheet
    printed = client.get(reverse("requests:handover_paper", args=(Handover.objects.get().pk,)))
    assert project.code in text_of(printed.content)
    assert officers(project) == {"New"}


def test_nothing_passes_where_the_successor_may_not_have_all_of_it():
    officer, *things = a_whole_desk()
    before = officers(*things)

    with pytest.raises(ValidationError, match="does not"):
        hand_over(officer, successor=people.a_desk_officer(a_state("Utopia")))

    assert officers(*things) == before
    assert not Handover.objects.exists()


def test_who_may_not_give_a_part_of_it_hands_nothing_over():
    officer, *things = a_whole_desk(people.a_desk_officer(a_state(), a_state("Utopia")))
    far = an_operational_project(a_state("Utopia"))
    projects.assign(far, officer=officer, by=people.a_coordinator(), at=people.NOON)

    with pytest.raises(PermissionDenied):
        hand_over(officer, by=people.a_desk_officer(a_state()))

    assert officers(far) == {officer.name}


def test_the_same_click_twice_gives_once_and_what_came_since_stays():
    officer, *_things = a_whole_desk()
    submission = uuid4()
    first = hand_over(officer, submission=submission)
    later = an_operational_project(title="Later", by=officer)

    assert hand_over(officer, submission=submission) == first
    assert officers(later) == {officer.name}


def test_a_desk_with_more_projects_asks_no_more_questions(client, at_most_questions):
    officer, *_things = a_whole_desk()
    for number in range(3):
        an_operational_project(title=f"Project {number}", by=officer)
    client.force_login(people.a_coordinator())

    with at_most_questions(24):
        client.get(reverse("requests:hand_over", args=(officer.pk,)))


@pytest.mark.parametrize("make", [an_assessment, an_operational_project])
def test_one_alone_is_given_on_its_page(client, make):
    thing = make()
    successor = people.a_person("New Officer", role="desk_officer", covering=(a_state(),))
    client.force_login(people.a_desk_officer(a_state()))
    where = page_of(thing) + "assign/"
    assert where in client.get(page_of(thing)).text

    client.post(where, {"officer": successor.pk})

    assert officers(thing) == {"New Officer"}
    assert history(thing).last().details["name"] == "New Officer"
    assert "New Officer" in client.get(page_of(thing)).text


@pytest.mark.parametrize(
    ("make", "act"), [(an_assessment, assessments.assign), (an_operational_project, projects.assign)]
)
@pytest.mark.parametrize(
    "someone", [people.a_stranger, people.an_auditor, lambda: people.a_desk_officer(a_state("Utopia"))]
)
def test_nobody_without_role_and_scope_gives_one(make, act, someone):
    thing = make()

    with pytest.raises(PermissionDenied):
        act(thing, officer=people.a_coordinator(), by=someone(), at=people.NOON)


def test_a_member_of_the_project_does_not_give_it_and_is_not_given_it():
    project = an_operational_project()
    member = a_member(project).assignment.user

    with pytest.raises(PermissionDenied):
        projects.assign(project, officer=people.a_coordinator(), by=member, at=people.NOON)
    with pytest.raises(ValidationError, match="does not manage"):
        projects.assign(project, officer=member, by=people.a_coordinator(), at=people.NOON)


@pytest.mark.parametrize(
    ("make", "act"), [(an_approved_assessment, assessments.assign), (a_closed_project, projects.assign)]
)
def test_what_is_over_is_given_to_nobody(make, act):
    thing = make()

    with pytest.raises(MoveNotAllowed):
        act(thing, officer=people.a_coordinator(), by=people.a_coordinator(), at=people.NOON)


def test_what_waits_follows_whoever_has_it():
    project = an_operational_project()
    successor = people.a_person("New Officer", role="desk_officer", covering=(a_state(),))
    assessment = an_assessment()
    for act, thing in ((assessments.assign, assessment), (projects.assign, project)):
        act(thing, officer=successor, by=people.a_coordinator(), at=people.NOON + timedelta(hours=1))

    assert assessment in waits_for(successor, "draft") | waits_for(successor, "begin")
