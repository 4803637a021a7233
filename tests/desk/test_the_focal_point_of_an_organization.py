"""Who speaks for a regional organisation sees what it asks for and what comes of that, no member's case."""

from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from techcoop.documents.actions import Paper
from techcoop.projects.models import Project
from techcoop.requests import actions, queries
from techcoop.requests.models import RequestDraft, StateRequest
from techcoop.web.links import page_of
from tests.atlas.makers import a_regional_organization, a_state
from tests.delivery.makers import a_planned_activity
from tests.people import makers as people
from tests.projects.makers import an_operational_project
from tests.requests.makers import (
    A_SCAN,
    a_draft,
    an_accepted_request,
    an_acknowledged_request,
    endorsable_facts,
)

pytestmark = pytest.mark.django_db
SECRET, MEMBERS, OTHERS = "Quiet harbour", "Loud market", "Dark forest"


@pytest.fixture
def here():
    return a_state()


@pytest.fixture
def union(here):
    return a_regional_organization("UMS", here, a_state("Utopia"))


@pytest.fixture
def olga(union):
    return people.a_focal_point_of(union)


@pytest.fixture
def others(here):
    """What a member has asked for, and another organisation of the same member."""
    bank = a_regional_organization("NCB", here)
    return an_acknowledged_request(here, subject=MEMBERS), an_acknowledged_request(bank, subject=OTHERS)


def a_draft_of(union, author):
    typed = actions.Typed(
        origin="on_line", requester=union, fields={"subject": SECRET, "requester": f"organization-{union.pk}"}
    )
    return actions.save_draft(uuid4(), typed, by=author, at=people.NOON, seen=0)


def export_of(client, name):
    return b"".join(client.get(reverse(name), {"export": "csv"}).streaming_content).decode()


def test_it_drafts_attaches_and_endorses_for_the_organisation_alone(union, olga, here):
    draft = a_draft_of(union, olga)
    actions.attach_to_draft(draft, Paper("Mandate", "m.pdf", A_SCAN), by=olga, at=people.NOON)

    made = actions.endorse(draft, endorsable_facts(union), by=olga, at=people.NOON, seen=draft.version)

    assert (made.organization, made.endorsed_by) == (union, olga)
    for other in (here, a_regional_organization("NCB", here)):
        typed = actions.Typed(origin="on_line", requester=other)
        with pytest.raises(PermissionDenied):
            actions.save_draft(uuid4(), typed, by=olga, at=people.NOON, seen=0)


def test_lists_searches_and_exports_hold_what_the_organisation_asked_for(client, union, olga, others):
    own = an_acknowledged_request(union, subject=SECRET)
    client.force_login(olga)

    for told in (client.get(reverse("requests:requests")).text, export_of(client, "requests:requests")):
        assert SECRET in told
        assert MEMBERS not in told
        assert OTHERS not in told
    assert MEMBERS not in client.get(reverse("requests:requests"), {"q": "market"}).text.replace("q=", "")
    assert client.get(page_of(own)).status_code == 200
    assert [client.get(page_of(one)).status_code for one in others] == [404, 404]


def test_the_page_says_where_it_stands_and_its_letters_are_read(client, union, olga):
    own = an_acknowledged_request(union)
    client.force_login(olga)

    page = client.get(page_of(own)).text

    assert "The request is registered and its receipt was acknowledged." in page
    letter = queries.letters_of(own).get()
    assert client.get(reverse("documents:document", args=[letter.document_id])).status_code == 200
    client.force_login(people.a_stranger())
    assert client.get(reverse("documents:document", args=[letter.document_id])).status_code == 404


def test_drafts_are_its_own_and_wait_on_its_desk(client, union, olga, here):
    own, of_the_member = a_draft_of(union, olga), a_draft(here)
    client.force_login(olga)

    assert list(RequestDraft.objects.visible_to(olga)) == [own]
    assert client.get(reverse("requests:draft", args=[of_the_member.key])).status_code == 404
    assert [one.key for one in queries.waiting_for(olga, people.NOON.date())] == ["drafts_to_endorse"]
    assert own not in RequestDraft.objects.visible_to(people.a_focal_point(here))


def test_what_comes_of_its_request_is_followed_and_no_other_project(client, union, olga, here):
    own = an_operational_project(of=an_accepted_request(union), title=SECRET)
    other = an_operational_project(here, title=MEMBERS)
    activity = a_planned_activity(own)
    client.force_login(olga)

    assert set(Project.objects.visible_to(olga)) == {own}
    for name in ("projects:projects", "delivery:activities"):
        told = client.get(reverse(name)).text + export_of(client, name)
        assert own.code in told
        assert other.code not in told
    assert [client.get(page_of(one)).status_code for one in (own, activity, other)] == [200, 200, 404]
    assert "The assistance is under way" in client.get(page_of(own.state_request)).text


@pytest.mark.parametrize("role", ["stranger", "member", "other"])
def test_nobody_else_speaks_for_the_organisation(role, union, here):
    own = an_acknowledged_request(union)
    someone = {
        "stranger": people.a_stranger,
        "member": lambda: people.a_focal_point(a_state("Utopia")),
        "other": lambda: people.a_focal_point_of(a_regional_organization("NCB", here)),
    }[role]()

    assert own not in StateRequest.objects.visible_to(someone)
    said = {"text": "We wait.", "paper": None, "submission": uuid4()}
    with pytest.raises(PermissionDenied):
        actions.write(own, **said, by=someone, at=people.NOON)


def test_it_is_told_of_letters_and_a_role_that_has_ended_shows_nothing(union, olga):
    own = an_acknowledged_request(union)
    assert list(queries.focal_points_of(own)) == [olga]

    olga.assignments.update(ends_on=people.NOON.date().replace(year=2021))

    fresh = type(olga).objects.get(pk=olga.pk)
    assert own not in StateRequest.objects.visible_to(fresh)
    assert not queries.focal_points_of(own)
