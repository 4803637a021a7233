"""What a Government wrote waits until somebody answers or files it, whatever else is done meanwhile."""

from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from techcoop.documents.models import Document
from techcoop.journal.queries import history
from techcoop.requests import actions, queries
from tests.people.makers import NOON, a_coordinator, a_desk_officer, a_focal_point, a_stranger, an_auditor
from tests.requests.makers import a_declined_request, a_registered_request, a_withdrawn_request

pytestmark = pytest.mark.django_db
LABEL = "Requests whose Government has written"


def written(known, text="We wait.", submission=None):
    said = {"text": text, "paper": None, "submission": submission or uuid4()}
    return actions.write(known, **said, by=a_focal_point(known.state), at=NOON)


def answered(known, by=None, text="We answer next week.", submission=None):
    said = {"text": text, "paper": None, "submission": submission or uuid4()}
    return actions.answer(known, **said, by=by or a_desk_officer(known.state), at=NOON)


def waits(known):
    pile = next(one for one in queries.waiting_for(a_coordinator(), NOON.date()) if one.label == LABEL)
    return known in pile.things


def test_another_act_of_the_desk_is_no_answer():
    known = written(a_registered_request())

    actions.acknowledge(known, by=a_coordinator(), at=NOON)

    assert waits(known)


@pytest.mark.parametrize("over", [a_declined_request, a_withdrawn_request])
def test_what_is_written_about_a_request_that_is_over_waits_too(over):
    assert waits(written(over()))


def test_an_answer_lies_in_the_file_and_the_government_reads_it(client):
    known = answered(written(a_registered_request()))

    assert not waits(known)
    assert (
        Document.objects.of(known).filter(title="Answer of the programme").get().classification
        == "unclassified"
    )
    client.force_login(a_focal_point(known.state))
    assert "Answer of the programme" in client.get(f"/requests/{known.reference}/").text


def test_who_files_it_says_why_and_a_new_message_waits_again():
    known = written(a_registered_request())
    with pytest.raises(ValidationError):
        actions.file_message(known, why=" ", by=a_coordinator(), at=NOON)

    actions.file_message(known, why="Told by telephone.", by=a_coordinator(), at=NOON)

    assert not waits(known)
    assert waits(written(known, "And now?"))


def test_the_same_click_twice_is_one_answer():
    known, key = written(a_registered_request()), uuid4()

    answered(known, submission=key)
    answered(known, submission=key)

    assert [entry.act for entry in history(known)].count("answer") == 1


@pytest.mark.parametrize("someone", [a_stranger, an_auditor])
def test_nobody_else_answers_or_files(client, someone):
    known = written(a_registered_request())

    with pytest.raises(PermissionDenied):
        answered(known, by=someone())
    with pytest.raises(PermissionDenied):
        actions.file_message(known, why="No.", by=someone(), at=NOON)


def test_the_page_offers_it_while_something_waits(client):
    known = a_registered_request()
    client.force_login(a_desk_officer(known.state))
    there = f"/requests/{known.reference}/"
    assert "Answer the Government" not in client.get(there).text

    written(known)
    assert "Answer the Government" in client.get(there).text
    page = client.get(f"{there}answer/")
    typed = {"text": "Next week.", "submission": page.context["form"]["submission"].value()}
    client.post(f"{there}answer/", typed)

    assert history(known).last().act == "answer"
