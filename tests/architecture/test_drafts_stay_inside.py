"""What nobody has approved or concluded yet is named on no page of those who only follow it."""

import pytest
from django.urls import reverse

from techcoop.web.links import page_of
from tests.architecture.one_world import a_world, address, text_of, words_of
from tests.architecture.test_who_opens_what import listed
from tests.evaluation.makers import a_written_evaluation
from tests.people.makers import a_coordinator, a_focal_point, a_trustee
from tests.projects.makers import a_draft_project

pytestmark = pytest.mark.django_db

UNRIPE, UNDER_WAY = "Unripe figs", "A look at half a basket"
FOLLOW = {"government": a_focal_point, "trustee": lambda state: a_trustee()}
DOWNLOADS = ("", "?export=csv", "?export=xlsx")


@pytest.fixture
def world(db):
    return a_world()


@pytest.fixture
def drafts(world):
    """A draft project in the State of this world, and an evaluation that is under way there."""
    state = world.project.states.get()
    draft = a_draft_project(state, title=UNRIPE)
    evaluation = a_written_evaluation(project=world.project, title=UNDER_WAY)
    return draft, evaluation


def told(client, world, drafts):
    """Every page and download that names one of the two."""
    draft, evaluation = drafts
    lists = [name for name in sorted(listed()) if not words_of(name)]
    asked = [address(name, world) + download for name in lists for download in DOWNLOADS]
    state = draft.states.get()
    asked += [
        page_of(draft),
        page_of(evaluation),
        page_of(draft.state_request),
        page_of(world.project),
        reverse("desk:state", args=[state.iso3]),
        reverse("desk:thread", args=["project", world.project.pk]),
        reverse("desk:thread", args=["request", draft.state_request_id]),
    ]
    opened = {one: client.get(one) for one in asked}
    answers = {one: text_of(answer) for one, answer in opened.items() if answer.status_code == 200}
    return [
        one for one, text in answers.items() if any(word in text for word in (UNRIPE, UNDER_WAY, draft.code))
    ]


@pytest.mark.parametrize("someone", FOLLOW)
def test_whoever_follows_reads_nothing_of_them(client, world, drafts, someone):
    client.force_login(FOLLOW[someone](world.project.states.get()))

    assert told(client, world, drafts) == []


def test_the_coordinator_reads_them_in_many_places(client, world, drafts):
    """Else the test above would prove nothing."""
    client.force_login(a_coordinator())

    assert len(told(client, world, drafts)) > 10
