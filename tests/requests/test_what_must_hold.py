"""Three questions must hold when a request is accepted; of the others it is written why they need not."""

import pytest
from django.core.exceptions import ValidationError
from django.db import ProgrammingError, transaction

from techcoop.journal.queries import history
from techcoop.requests import actions, practices, queries
from techcoop.requests.actions import Judgement
from techcoop.requests.models import Question, StateRequest
from tests.accountability.accounts import a_report, facts
from tests.atlas.makers import a_state
from tests.people.makers import NOON, a_coordinator, a_focal_point, an_auditor
from tests.requests.makers import (
    a_received_request,
    a_registered_request,
    a_request_not_judged,
    a_request_under_assessment,
)

pytestmark = pytest.mark.django_db
DESPITE = "A donor has promised to decide in May."


def judged(**said):
    thing = a_request_under_assessment()
    return actions.judge(thing, said, by=a_coordinator(), at=NOON)


def accept(thing, **more):
    return actions.accept(thing, by=a_coordinator(), at=NOON, why="In line.", **more)


def accepted_past_the_pages(thing, **more):
    with transaction.atomic():
        StateRequest.objects.filter(pk=thing.pk).update(
            status="accepted", decided_at=NOON, decided_by=a_coordinator(), decision_reasons="Yes.", **more
        )


@pytest.mark.parametrize("question", ["genuine", "components", "mandate"])
@pytest.mark.parametrize("verdict", ["does_not_hold", "not_known"])
def test_without_these_three_nothing_is_accepted_whatever_is_written(question, verdict):
    thing = judged(**{question: Judgement(verdict, "It was looked at.")})

    with pytest.raises(ValidationError, match="accepted only where this holds"):
        accept(thing, despite=DESPITE)
    with pytest.raises(ProgrammingError):
        accepted_past_the_pages(thing, accepted_despite=DESPITE)


def test_another_question_may_not_hold_for_a_reason_that_stands_on_record(client):
    thing = judged(funds=Judgement("does_not_hold", "No donor is in sight."))

    with pytest.raises(ValidationError) as refused:
        accept(thing)
    with pytest.raises(ProgrammingError):
        accepted_past_the_pages(thing)
    accepted = accept(thing, despite=DESPITE)

    assert "despite" in refused.value.message_dict
    assert history(accepted).last().details["despite"] == DESPITE
    client.force_login(a_coordinator())
    assert DESPITE in client.get(f"/requests/{thing.reference}/").text
    client.force_login(a_focal_point(thing.state))
    assert DESPITE not in client.get(f"/requests/{thing.reference}/").text


def test_the_page_asks_for_the_reason_where_it_is_needed_and_only_there(client):
    weak, whole = judged(funds=Judgement("does_not_hold", "No donor.")), a_request_under_assessment()
    client.force_login(a_coordinator())

    asked = client.get(f"/requests/{weak.reference}/accept/")
    client.post(f"/requests/{weak.reference}/accept/", {"why": "In line.", "despite": DESPITE})

    assert "Why it is accepted although a question does not hold" in asked.text
    assert "although a question" not in client.get(f"/requests/{whole.reference}/accept/").text
    weak.refresh_from_db()
    assert (weak.status, weak.accepted_despite) == ("accepted", DESPITE)


def test_the_button_says_what_does_not_hold(client):
    thing = judged(mandate=Judgement("does_not_hold", "The Council decided otherwise."))
    client.force_login(a_coordinator())

    said = "On the screening sheet this does not hold: No objection by mandate"
    assert said in client.get(f"/requests/{thing.reference}/").text


@pytest.mark.parametrize("act", ["accept", "accept-in-part"])
def test_before_anything_is_typed_the_page_lists_what_is_missing_instead_of_a_form(client, act):
    thing, ready = a_request_not_judged(), a_request_under_assessment()
    client.force_login(a_coordinator())

    page = client.get(f"/requests/{thing.reference}/{act}/")

    assert 'name="why"' not in page.text
    assert [one.question for one in page.context["barred"].unanswered] == list(Question)
    assert page.text.count(f"/requests/{thing.reference}/screening/#question-") == len(Question)
    assert 'name="why"' in client.get(f"/requests/{ready.reference}/{act}/").text


def test_what_was_typed_before_the_sheet_changed_is_kept(client):
    thing = judged(mandate=Judgement("does_not_hold", "The Council decided otherwise."))
    client.force_login(a_coordinator())

    page = client.post(f"/requests/{thing.reference}/accept/", {"why": "In line with the framework."})

    assert "In line with the framework." in page.text
    assert "The screening sheet does not let it be accepted yet" in page.text


@pytest.mark.parametrize(("someone", "told"), [(a_coordinator, True), (an_auditor, False)])
def test_the_file_lists_what_is_missing_for_those_who_accept(client, someone, told):
    thing = a_request_not_judged()
    client.force_login(someone())

    assert ("needs a verdict on this" in client.get(f"/requests/{thing.reference}/").text) is told


def found(thing, question):
    checks = practices.admissibility(thing, queries.surroundings(thing), {})
    return next(str(one.found.text) for one in checks if one.key == question)


def test_the_sheet_shows_what_the_state_accounts_for_and_what_was_frozen():
    arcadia = a_state("Arcadia")
    facts("reporting-cycles", a_report(2, Due="2012-06-30"))
    facts("visits", {"State": "Arcadia", "Mandate": "SR Food", "Status": "requested", "Requested": "2019"})

    said = found(a_registered_request(arcadia), "accountability")

    assert "Reports overdue: 1, not known whether submitted: 0." in said
    assert "asked for and not made: 1, refused: 0" in said
    assert "Accounts frozen with this request: 1." in said


def test_the_sheet_says_who_the_authority_is_and_how_often_it_has_asked():
    a_received_request()

    said = found(a_registered_request(), "genuine")

    assert "Ministry of Foreign Affairs (Ministry of foreign affairs, or a permanent mission)" in said
    assert "Other requests of the same authority on record: 1." in said
