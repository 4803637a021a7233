"""The file of a request is kept by its officer: papers, and the recommendations that it answers."""

from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from techcoop.documents.models import Document
from techcoop.journal.queries import history
from techcoop.requests import actions, queries
from tests.atlas.makers import a_state
from tests.people.makers import NOON, a_coordinator, a_desk_officer, a_focal_point, a_reviewer, a_stranger
from tests.requests.makers import (
    A_SCAN,
    a_received_request,
    a_recommendation_to,
    a_registered_request,
)

pytestmark = pytest.mark.django_db


def address(state_request, name, *more):
    return reverse(f"requests:{name}", args=(state_request.reference, *more))


def test_a_request_is_given_to_an_officer_who_screens_for_that_state():
    officer = a_desk_officer(a_state())

    given = actions.assign(a_registered_request(), officer=officer, by=a_coordinator(), at=NOON)

    assert given.desk_officer == officer
    assert history(given).last().details["name"] == str(officer)


@pytest.mark.parametrize("someone", [a_stranger, a_reviewer, lambda: a_desk_officer(a_state("Utopia"))])
def test_nobody_else_is_given_it_or_gives_it(someone):
    thing = a_registered_request()

    with pytest.raises(PermissionDenied):
        actions.assign(thing, officer=someone(), by=a_coordinator(), at=NOON)
    with pytest.raises(PermissionDenied):
        actions.assign(thing, officer=a_coordinator(), by=someone(), at=NOON)
    assert someone() not in queries.officers_for(thing)


def test_recommendations_to_the_state_are_found_linked_and_unlinked(client):
    thing, wanted = a_registered_request(), a_recommendation_to(a_state())
    a_recommendation_to(a_state(), "Abolish the death penalty.")
    client.force_login(a_desk_officer(a_state()))

    found = client.get(address(thing, "recommendations"), {"q": "national institutions"}).context["found"]
    assert list(found) == [wanted]

    client.post(address(thing, "link", wanted.pk))
    assert list(thing.recommendations.all()) == [wanted]
    client.post(address(thing, "unlink", wanted.pk))
    assert [entry.act for entry in history(thing)][-2:] == ["link_recommendation", "unlink_recommendation"]


def test_a_recommendation_to_another_state_is_not_linked(client):
    thing, foreign = a_registered_request(), a_recommendation_to(a_state("Utopia"))
    client.force_login(a_coordinator())

    assert client.post(address(thing, "link", foreign.pk)).status_code == 404
    with pytest.raises(PermissionDenied):
        actions.link_recommendation(thing, foreign, by=a_coordinator(), at=NOON)


@pytest.mark.parametrize(("content", "kept"), [(A_SCAN, 1), (b"\x7fELF", 0)])
def test_a_paper_is_added_or_refused_beside_its_field(client, content, kept):
    thing = a_received_request()
    client.force_login(a_coordinator())
    file = SimpleUploadedFile("note.pdf", content)
    typed = {"title": "A letter", "file": file, "classification": "confidential", "submission": uuid4()}

    answer = client.post(address(thing, "attach"), typed)

    assert Document.objects.of(thing).count() == kept
    assert answer.status_code == (302 if kept else 200)


def test_a_government_sees_papers_that_are_unclassified_only(client):
    thing = a_received_request(with_scan=True)
    client.force_login(a_coordinator())
    file = SimpleUploadedFile("memo.pdf", A_SCAN)
    typed = {"title": "Inside memo", "file": file, "classification": "confidential", "submission": uuid4()}
    client.post(address(thing, "attach"), typed)
    assert Document.objects.of(thing).count() == 2

    client.force_login(a_focal_point(a_state()))
    shown = client.get(address(thing, "request")).text

    assert "Inside memo" not in shown
    assert "Note verbale" in shown


@pytest.mark.parametrize("name", ["revise", "assign", "attach", "recommendations", "acknowledge", "screen"])
@pytest.mark.parametrize(("someone", "status"), [(a_stranger, 404), (lambda: a_focal_point(a_state()), 403)])
def test_the_working_pages_are_closed_to_others(client, name, someone, status):
    client.force_login(someone())

    assert client.get(address(a_registered_request(), name)).status_code == status
