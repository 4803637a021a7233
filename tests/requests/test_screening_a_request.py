"""The screening sheet: ten questions, answered by people; a request is accepted when none is left."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import InternalError, ProgrammingError, transaction
from django.urls import reverse

from techcoop.journal.queries import history
from techcoop.lifecycle import MoveNotAllowed
from techcoop.requests import actions, practices, queries
from techcoop.requests.actions import Judgement
from techcoop.requests.models import Question, ScreeningVerdict, StateRequest
from tests.atlas.makers import a_state
from tests.people.makers import (
    NOON,
    a_coordinator,
    a_desk_officer,
    a_finance_officer,
    a_focal_point,
    a_stranger,
    an_auditor,
    another_coordinator,
)
from tests.press.makers import text_of
from tests.requests.makers import (
    ALL_HOLD,
    a_declined_request,
    a_received_request,
    a_registered_request,
    a_request_not_judged,
    a_request_under_assessment,
)

pytestmark = pytest.mark.django_db
FUNDS = {"funds": Judgement("does_not_hold", "No donor is in sight.")}


def judge(state_request, said=FUNDS, *, by=None, seen=None):
    return actions.judge(state_request, said, by=by or a_coordinator(), at=NOON, seen=seen)


def page(client, someone, state_request, typed=None, name="screening"):
    client.force_login(someone)
    address = reverse(f"requests:{name}", args=(state_request.reference,))
    return client.get(address) if typed is None else client.post(address, typed)


def test_every_question_is_a_practice_with_its_reason_and_what_the_records_say():
    other, thing = a_request_under_assessment(), a_registered_request()

    checks = practices.admissibility(thing, queries.surroundings(thing), queries.verdicts_of(thing))

    assert [one.key for one in checks] == Question.values
    assert all(one.practice.reason and one.found.text for one in checks)
    assert any(other.reference in str(one.found.text) and not one.holds for one in checks)


def test_a_verdict_stands_with_name_and_time_and_is_followed_never_changed():
    thing = a_registered_request()
    judge(thing)
    judge(thing, {"funds": Judgement("holds", "A donor was found.")}, by=another_coordinator())

    said = queries.verdicts_of(thing)["funds"]

    assert (said.verdict, said.given_by, said.given_at) == ("holds", another_coordinator(), NOON)
    assert ScreeningVerdict.objects.count() == 2
    assert history(thing).last().details == {"questions": ["funds"]}
    with pytest.raises(ProgrammingError), transaction.atomic():
        ScreeningVerdict.objects.update(verdict="holds")


def test_saving_the_same_again_writes_nothing():
    thing = a_registered_request()

    judge(thing)
    judge(thing)

    assert ScreeningVerdict.objects.count() == 1


@pytest.mark.parametrize("someone", [a_stranger, an_auditor, lambda: a_desk_officer(a_state("Utopia"))])
def test_nobody_without_role_and_scope_gives_verdicts(someone):
    with pytest.raises(PermissionDenied):
        judge(a_registered_request(), by=someone())


@pytest.mark.parametrize("make", [a_received_request, a_declined_request])
def test_verdicts_are_given_while_the_request_is_in_hand(make):
    with pytest.raises(MoveNotAllowed):
        judge(make())


@pytest.mark.parametrize("act", ["accept", "accept_in_part"])
def test_nothing_is_accepted_while_a_question_has_no_verdict(act):
    thing = a_request_not_judged()
    judge(thing, {**ALL_HOLD, "funds": Judgement("not_known")})
    said = actions.Said(why="In line.", part="The training.")

    with pytest.raises(ValidationError, match="Funds from which it could be paid"):
        actions.decide(thing, act, by=a_coordinator(), at=NOON, said=said)

    judge(thing, {"funds": Judgement("not_known", "Two donors were asked.")})
    assert actions.decide(thing, act, by=a_coordinator(), at=NOON, said=said).decided_at == NOON


def test_the_database_too_refuses_an_acceptance_without_verdicts():
    thing = a_request_not_judged()

    with pytest.raises((InternalError, ProgrammingError)), transaction.atomic():
        StateRequest.objects.filter(pk=thing.pk).update(
            status="accepted", decided_at=NOON, decided_by=a_coordinator(), decision_reasons="In line."
        )


def test_the_page_says_which_questions_are_open_and_leads_to_them(client):
    thing = a_request_not_judged()

    file = page(client, a_coordinator(), thing, name="request").text
    answer = page(client, a_coordinator(), thing, {"why": "In line."}, name="accept").text

    assert "10 questions of the screening sheet have no verdict yet." in file
    assert f"/requests/{thing.reference}/screening/#question-funds" in answer
    thing.refresh_from_db()
    assert thing.status == "under_assessment"


def test_the_second_of_two_is_told_what_the_first_said_and_loses_nothing(client):
    thing = a_registered_request()
    seen = page(client, a_coordinator(), thing).context["seen"]
    judge(thing, by=another_coordinator())
    typed = {"seen": seen, "funds-verdict": "holds", "funds-remark": "The trust fund."}

    answer = page(client, a_coordinator(), thing, typed)

    assert "has meanwhile said “Does not hold”: No donor is in sight." in answer.text
    assert "The trust fund." in answer.text
    page(client, a_coordinator(), thing, {**typed, "seen": answer.context["seen"]})
    assert queries.verdicts_of(thing)["funds"].verdict == "holds"


@pytest.mark.parametrize(
    ("someone", "status", "writes"),
    [
        (a_coordinator, 200, True),
        (lambda: a_desk_officer(a_state()), 200, True),
        (an_auditor, 200, False),
        (a_finance_officer, 200, False),
        (lambda: a_focal_point(a_state()), 403, False),
        (lambda: a_desk_officer(a_state("Utopia")), 404, False),
        (a_stranger, 404, False),
    ],
)
def test_the_sheet_is_seen_inside_the_programme_and_filled_in_by_who_screens(client, someone, status, writes):
    answer = page(client, someone(), a_registered_request())

    assert answer.status_code == status
    assert ("Save the sheet" in answer.text) is writes


def test_the_sheet_is_printed_with_verdicts_and_names(client):
    thing = a_registered_request()
    judge(thing)

    printed = text_of(page(client, a_coordinator(), thing, name="screening_paper").content)

    for said in (thing.reference, "No donor is in sight.", "Does not hold", "Clara Coordinator"):
        assert said in printed
