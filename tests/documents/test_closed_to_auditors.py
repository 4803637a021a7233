"""Auditors read everything but strictly confidential papers: they see that there are, and who opened them."""

import pytest

from techcoop.delivery import actions as delivery
from techcoop.documents import actions
from techcoop.documents.actions import Paper
from techcoop.people.permissions import Permission
from techcoop.people.roles import ROLES
from techcoop.projects import actions as projects
from techcoop.requests import actions as requests
from techcoop.web.links import page_of
from tests.delivery.makers import a_planned_activity
from tests.people.makers import NOON, a_coordinator, a_reviewer, an_auditor
from tests.projects.makers import a_draft_project, an_approved_project
from tests.requests.makers import A_SCAN, a_received_request

pytestmark = pytest.mark.django_db
TESTIMONY = Paper("Testimony of a witness", "memo.pdf", A_SCAN, "strictly_confidential")
TOLD = "1 strictly confidential paper stays closed to you"


def in_a_request():
    thing = a_received_request()
    return thing, requests.attach(thing, TESTIMONY, by=a_coordinator(), at=NOON)


def in_a_project():
    thing = a_draft_project()
    return thing, projects.attach(thing, paper=TESTIMONY, by=a_coordinator(), at=NOON)


def in_an_activity():
    thing = a_planned_activity(an_approved_project())
    return thing, delivery.attach(thing, paper=TESTIMONY, by=a_coordinator(), at=NOON)


@pytest.mark.parametrize("made", [in_a_request, in_a_project, in_an_activity])
def test_an_auditor_sees_that_there_is_a_paper_and_neither_its_title_nor_its_bytes(client, made):
    thing, paper = made()
    client.force_login(an_auditor())

    page = client.get(page_of(thing)).text

    assert TOLD in page
    assert TESTIMONY.title not in page
    assert client.get(f"/documents/{paper.pk}/").status_code == 404
    assert client.post(f"/documents/{paper.pk}/").status_code == 404


@pytest.mark.parametrize("someone", [a_coordinator, a_reviewer])
def test_nobody_else_is_told_that_something_is_closed(client, someone):
    thing, _paper = in_a_project()
    client.force_login(someone())

    assert "stays closed to you" not in client.get(page_of(thing)).text


def test_the_journal_tells_the_auditor_who_opened_it(client):
    _thing, paper = in_a_project()
    actions.read(paper, by=a_coordinator(), at=NOON)
    client.force_login(an_auditor())

    page = client.get("/journal/", {"act": "read"})

    [row] = page.context["page"].rows
    assert "Clara Coordinator" in [str(cell.text) for cell in row]
    assert TESTIMONY.title not in page.text


def test_the_role_says_so():
    auditor = ROLES["auditor"]

    assert Permission.SEE_STRICTLY_CONFIDENTIAL not in auditor.permissions
    assert Permission.READ_PROTECTED not in auditor.permissions
    assert "but strictly confidential papers" in str(auditor.description)
