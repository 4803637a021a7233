"""No page leads its reader to what the reader may not open."""

import re

import pytest
from django.urls import resolve, reverse

from techcoop.projects import actions as projects
from techcoop.projects.models import Project
from techcoop.requests import actions as requests
from tests.accountability.accounts import a_report, facts
from tests.accountability.makers import a_recommendation
from tests.atlas.makers import a_state
from tests.delivery.makers import a_held_activity
from tests.evaluation.makers import a_final_evaluation
from tests.people import makers as people
from tests.projects.makers import a_draft_project, a_member

pytestmark = pytest.mark.django_db
READERS = {
    "coordinator": people.a_coordinator,
    "desk officer": lambda: people.a_desk_officer(a_state()),
    "finance officer": people.a_finance_officer,
    "trustee": people.a_trustee,
    "government": lambda: people.a_focal_point(a_state()),
    "evaluator": people.an_evaluator,
    "auditor": people.an_auditor,
    "reviewer": people.a_reviewer,
    "evaluator of the project": lambda: a_member(Project.objects.get(), "evaluator").assignment.user,
}
WAY = re.compile(r'<a\s[^>]*?href="(/[^"#?]*)')
MENU = re.compile(r"<header.*?</header>", re.DOTALL)


def a_world():
    """A State with an overdue report, and a project in it on which everything hangs; its three files."""
    state, given = a_state(), {"by": people.a_coordinator(), "at": people.NOON}
    facts("reporting-cycles", a_report(2, Due="2012-06-30"))
    recommendation = a_recommendation(to=state)
    drafted = a_draft_project(state)
    projects.address(drafted, **given | {"by": people.a_desk_officer(state)}, cite=[recommendation.pk])
    project = projects.start(projects.approve(drafted, **given), **given)
    a_held_activity(project)
    a_final_evaluation(project=project)
    asked = project.state_request
    requests.link_recommendation(asked, recommendation, **given)
    files = [f"/projects/{project.code}/", f"/requests/{asked.reference}/", f"/states/{state.iso3}/"]
    return [
        *files,
        *(reverse("desk:thread", args=one) for one in (("project", project.pk), ("request", asked.pk))),
    ]


def pages_of(client, files):
    """The own desk, the pages of the menu, and of these files those that the reader may open."""
    desk = client.get("/desk/").text
    menu = WAY.findall("".join(MENU.findall(desk)))
    opened = {one: client.get(one) for one in dict.fromkeys(("/desk/", *menu, *files))}
    return {one: answer for one, answer in opened.items() if one not in files or answer.status_code != 404}


def ways_from(pages, files):
    """Where the files lead, and of what the lists lead to one thing of each kind; each with such a page."""
    ways = {way: one for one, page in pages.items() for way in WAY.findall(page.text)}
    kinds = {resolve(way).view_name if one not in files else way: way for way, one in ways.items()}
    return {way: ways[way] for way in kinds.values()}


def test_every_link_opens_for_whom_it_is_shown(client):
    files, dead, tried = a_world(), {}, 0
    for reader, made in READERS.items():
        client.force_login(made())
        pages = pages_of(client, files)
        ways = ways_from(pages, files)
        answers = {way: (pages.get(way) or client.get(way)).status_code for way in ways}
        dead |= {(reader, way, ways[way]): status for way, status in answers.items() if status in (403, 404)}
        tried += len(ways)

    assert dead == {}
    assert tried > 100
