"""A request gets its reference at once, once, and only from somebody who registers for that State."""

from datetime import date
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError

from techcoop.documents.actions import Paper
from techcoop.documents.models import Document
from techcoop.journal.queries import history
from techcoop.lifecycle import MoveNotAllowed
from techcoop.requests import actions
from techcoop.requests.models import StateRequest
from tests.atlas.makers import a_regional_organization, a_state
from tests.people.makers import (
    NOON,
    a_coordinator,
    a_desk_officer,
    a_finance_officer,
    a_focal_point,
    a_stranger,
    an_auditor,
)
from tests.requests.makers import A_SCAN, a_received_request, an_accepted_request, some_facts

pytestmark = pytest.mark.django_db


def test_a_request_has_its_reference_at_once_and_the_numbers_have_no_gap():
    first, second = a_received_request(), a_received_request()

    assert [first.reference, second.reference] == ["TC-2026-0001", "TC-2026-0002"]
    assert [entry.act for entry in history(first)] == ["receive"]


def test_the_same_submission_is_the_same_request():
    submission, officer = uuid4(), a_coordinator()
    scan = Paper("Note", "note.pdf", A_SCAN)

    for _ in range(2):
        actions.receive(some_facts(), by=officer, at=NOON, submission=submission, scan=scan)

    assert StateRequest.objects.count() == Document.objects.count() == 1
    assert a_received_request().reference == "TC-2026-0002"


@pytest.mark.django_db(transaction=True)
def test_nothing_is_received_before_it_was_written_nor_leaves_a_gap_in_the_numbers():
    with pytest.raises(IntegrityError, match="a_request_is_received_after_it_was_written"):
        a_received_request(dated_on=date(2026, 2, 21), received_on=date(2026, 2, 20))

    assert a_received_request().reference == "TC-2026-0001"


def test_a_submission_of_somebody_else_is_not_handed_out():
    submission = uuid4()
    actions.receive(some_facts(), by=a_coordinator(), at=NOON, submission=submission)

    with pytest.raises(PermissionDenied):
        actions.receive(some_facts(), by=a_desk_officer(a_state()), at=NOON, submission=submission)


def test_an_officer_of_the_desk_takes_what_it_enters_and_a_coordinator_leaves_it_open():
    officer = a_desk_officer(a_state())

    assert a_received_request(by=officer).desk_officer == officer
    assert a_received_request(by=a_coordinator()).desk_officer is None


@pytest.mark.parametrize(
    "someone",
    [
        a_stranger,
        an_auditor,
        a_finance_officer,
        lambda: a_focal_point(a_state()),
        lambda: a_desk_officer(a_state("Utopia")),
    ],
)
def test_nobody_else_enters_a_request(someone):
    with pytest.raises(PermissionDenied):
        a_received_request(by=someone())


def test_a_request_of_an_organisation_is_entered_by_whoever_covers_all_its_members():
    arcadia, utopia = a_state(), a_state("Utopia")
    union = a_regional_organization("UMS", arcadia, utopia)

    assert a_received_request(union, by=a_desk_officer(arcadia, utopia)).state is None
    with pytest.raises(PermissionDenied):
        a_received_request(union, by=a_desk_officer(arcadia))


def test_facts_are_revised_until_the_decision_and_the_journal_names_the_fields():
    received = a_received_request()

    revised = actions.revise(received, some_facts(subject="Another"), by=a_coordinator(), at=NOON, seen=0)

    assert revised.subject == "Another"
    assert history(received).last().details == {"fields": ["subject"]}


def test_facts_are_not_revised_once_it_is_decided():
    with pytest.raises(MoveNotAllowed):
        actions.revise(an_accepted_request(), some_facts(), by=a_coordinator(), at=NOON, seen=0)


def test_a_request_is_not_moved_to_a_state_that_the_officer_does_not_cover():
    mine, other = a_state(), a_state("Utopia")

    with pytest.raises(PermissionDenied):
        actions.revise(a_received_request(mine), some_facts(other), by=a_desk_officer(mine), at=NOON, seen=0)
