"""A role in one project opens it and what hangs on it, in its time, and nothing else of the State."""

from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from techcoop.delivery import actions as delivery
from techcoop.documents.actions import Paper
from techcoop.people.models import User
from techcoop.projects import actions
from techcoop.web.links import page_of
from tests.atlas.makers import a_state
from tests.delivery.makers import A_COURSE, a_held_activity, a_planned_activity
from tests.evaluation.makers import a_final_evaluation, a_planned_evaluation
from tests.people import makers as people
from tests.projects.makers import a_draft_project, a_member, an_operational_project
from tests.requests.makers import A_SCAN

pytestmark = pytest.mark.django_db
MEMO = Paper("Memo on the warden", "memo.pdf", A_SCAN, "confidential")
LISTS = ("projects:projects", "delivery:activities", "evaluation:evaluations")
TODAY, DAY = timezone.localdate(), timedelta(days=1)


def two_projects():
    """Two projects of one State, each with an activity, an evaluation and a confidential paper."""
    own = an_operational_project(a_state(), title="Quiet harbour")
    other = an_operational_project(a_state(), title="Loud market")
    for one in (own, other):
        a_held_activity(one, what=replace(A_COURSE, title=f"Course of {one.title}"))
        a_final_evaluation(project=one)
    return own, other


def with_memo(project):
    paper = replace(MEMO, submission=uuid4())
    return actions.attach(project, paper=paper, by=people.a_coordinator(), at=people.NOON)


def export_of(client, name):
    return b"".join(client.get(reverse(name), {"export": "csv"}).streaming_content).decode()


@pytest.mark.parametrize("role", ["project_officer", "finance_officer", "reviewer", "evaluator"])
def test_lists_searches_and_files_hold_the_own_project_only(client, role):
    own, other = two_projects()
    client.force_login(a_member(own, role).assignment.user)
    lists = LISTS if role != "finance_officer" else LISTS[:2]

    for name in lists:
        for told in (client.get(reverse(name)).text, export_of(client, name)):
            assert own.code in told or own.title in told
            assert other.code not in told
            assert other.title not in told
    found = client.get(reverse("projects:projects"), {"q": "market"}).text
    assert "/projects/" + other.code not in found
    assert client.get(page_of(own)).status_code == 200
    assert client.get(page_of(other)).status_code == 404


def test_the_calendar_the_state_the_portfolio_and_the_thread_tell_of_the_own_project(client):
    own, other = two_projects()
    client.force_login(a_member(own, "evaluator").assignment.user)
    pages = (
        reverse("delivery:calendar") + "?month=2026-04",
        reverse("desk:thread", args=["project", own.pk]),
        page_of(own.states.get()),
    )

    for page in pages:
        told = client.get(page).text
        assert own.title in told
        assert other.title not in told
    assert client.get(reverse("desk:portfolio")).context["total"] == 1
    assert client.get(reverse("desk:thread", args=["project", other.pk])).status_code == 404
    assert client.get(page_of(own.state_request)).status_code == 404
    assert client.get(page_of(own.assessment)).status_code == 404


def test_a_role_counts_from_its_first_day_until_its_last(client):
    project = an_operational_project()
    for starts, ends, status in (
        (TODAY, TODAY, 200),
        (TODAY - DAY, None, 200),
        (TODAY + DAY, None, 404),
        (TODAY - 9 * DAY, TODAY - DAY, 404),
    ):
        person = people.a_person(f"Member {starts} {ends}")
        a_member(project, person=person, starts_on=starts, ends_on=ends)
        client.force_login(person)

        assert client.get(page_of(project)).status_code == status
        assert (project.code in client.get(reverse("projects:projects")).text) is (status == 200)


def test_confidential_papers_are_read_by_whom_the_role_clears_in_this_project(client):
    own, other = two_projects()
    papers = with_memo(own), with_memo(other)
    for role, status in (("project_officer", 200), ("evaluator", 404)):
        client.force_login(a_member(own, role, person=people.a_person(f"The {role}")).assignment.user)

        answers = [client.get(f"/documents/{one.pk}/").status_code for one in papers]
        assert answers == [status, 404]
        assert (MEMO.title in client.get(page_of(own)).text) is (status == 200)


def test_the_money_of_the_own_project_is_shown_and_of_no_other(client):
    own, other = two_projects()
    focal_point = people.a_focal_point(a_state())
    a_member(own, "finance_officer", person=focal_point)
    client.force_login(User.objects.get(pk=focal_point.pk))

    assert "250,000" in client.get(page_of(own)).text
    assert "250,000" not in client.get(page_of(other)).text
    assert "250,000" in client.get(reverse("desk:thread", args=["project", own.pk])).text
    # A list shows the money of every project in it, or of none.
    assert "250000" not in export_of(client, "projects:projects")
    assert client.get(reverse("ledger:expenses")).status_code == 403


def test_an_officer_of_a_project_records_its_activities_and_finds_them_waiting(client):
    own, other = an_operational_project(), an_operational_project(a_state("Borduria"))
    past = replace(A_COURSE, starts_on=TODAY - 9 * DAY, ends_on=TODAY - 8 * DAY)
    waiting, elsewhere = (
        a_planned_activity(one, what=replace(past, title=f"Course of {one.code}")) for one in (own, other)
    )
    officer = a_member(own).assignment.user
    client.force_login(officer)

    desk = client.get(reverse("desk:my_desk")).text
    assert waiting.title in desk
    assert elsewhere.title not in desk
    a_planned_activity(own, by=officer)
    with pytest.raises(PermissionDenied):
        delivery.cancel(elsewhere, by=officer, at=people.NOON, why="x")


def test_an_evaluator_of_one_project_evaluates_it_and_no_other():
    own, other = an_operational_project(), an_operational_project(a_state("Borduria"))
    evaluator = a_member(own, "evaluator").assignment.user

    assert a_planned_evaluation(project=own, by=evaluator).project == own
    for project in (other, None):
        with pytest.raises(PermissionDenied):
            a_planned_evaluation(project=project, by=evaluator)


def test_the_menu_leads_a_member_to_what_a_project_has(client):
    client.force_login(a_member(an_operational_project()).assignment.user)

    header = client.get(reverse("desk:my_desk")).text.partition("</header>")[0]

    for name in ("projects:projects", "delivery:activities", "evaluation:evaluations"):
        assert f'href="{reverse(name)}"' in header
    for name in ("requests:requests", "assessments:assessments", "people:people"):
        assert f'href="{reverse(name)}"' not in header
    for name in ("desk:unaddressed", "requests:clock"):
        assert client.get(reverse(name)).status_code == 403


@pytest.mark.parametrize("others", [0, 3])
def test_a_role_in_the_project_is_asked_for_once_and_of_nobody_else(client, others):
    project = a_draft_project()
    for number in range(others):
        a_member(project, person=people.a_person(f"Other {number}"))
    keeper = people.a_person("Kim Keeper", role="evaluator", covering=(project.states.get(),))
    asked = {}
    for person in (keeper, a_member(project, "evaluator").assignment.user):
        client.force_login(person)
        with CaptureQueriesContext(connection) as sent:
            client.get(page_of(project))
        asked[person] = sum("projects_membership" in one["sql"] for one in sent)

    # The project, its activities, its evaluations and the practices that it breaks are found by it, and one
    # question is asked for all acts.
    assert list(asked.values()) == [0, 5]
