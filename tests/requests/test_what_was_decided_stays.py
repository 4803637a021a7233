"""What was decided of a request, by whom, when and on what, is not written otherwise afterwards."""

from datetime import timedelta

import pytest
from django.db import ProgrammingError, transaction

from techcoop.documents.actions import Paper
from techcoop.documents.models import Document
from techcoop.requests.actions import attach, decline
from techcoop.requests.models import ScreeningVerdict, StateRequest
from tests.atlas.makers import a_state
from tests.people.makers import NOON, a_coordinator
from tests.requests.makers import (
    a_declined_request,
    a_received_request,
    a_recommendation_to,
    a_redirected_request,
    a_request_accepted_in_part,
    a_request_in_formulation,
    a_request_under_assessment,
    a_withdrawn_request,
    an_accepted_request,
)

pytestmark = pytest.mark.django_db
DECIDED = (
    an_accepted_request,
    a_request_accepted_in_part,
    a_declined_request,
    a_redirected_request,
    a_request_in_formulation,
)


def written_past_the_acts(**different):
    with transaction.atomic():
        StateRequest.objects.update(**different)


@pytest.mark.parametrize("decided", DECIDED, ids=lambda maker: maker.__name__)
def test_a_decision_is_not_written_otherwise(decided):
    decided()

    for different in (
        {"decided_by": a_coordinator().pk + 1000},
        {"decided_at": NOON + timedelta(days=1)},
        {"decision_reasons": "Others."},
        {"accepted_part": "Another."},
        {"accepted_despite": "Never mind."},
        {"ground": "mandate"},
        {"redirected_to": "Somebody else"},
        {"acknowledged_on": NOON.date() + timedelta(days=9)},
    ):
        with pytest.raises(ProgrammingError, match="what was decided of a request stays"):
            written_past_the_acts(**different)


@pytest.mark.parametrize("over", [*DECIDED, a_withdrawn_request], ids=lambda maker: maker.__name__)
def test_nor_is_what_it_was_decided_on(over):
    over()

    for different in ({"subject": "Another"}, {"summary": "Another"}, {"components": ["C5"]}):
        with pytest.raises(ProgrammingError, match="what it was decided on"):
            written_past_the_acts(**different)


@pytest.mark.parametrize("different", [{"withdrawal_reasons": "Others."}, {"entered_in_error": True}])
def test_a_withdrawal_stays_as_it_was_recorded(different):
    a_withdrawn_request()

    with pytest.raises(ProgrammingError, match="a withdrawal stays as it was recorded"):
        written_past_the_acts(**different)


def test_until_it_is_decided_the_desk_completes_it():
    a_request_under_assessment()

    written_past_the_acts(summary="With an annex.")

    assert StateRequest.objects.get().summary == "With an annex."


@pytest.mark.parametrize("decided", [*DECIDED, a_withdrawn_request], ids=lambda maker: maker.__name__)
def test_no_verdict_comes_after_the_decision(decided):
    late = ScreeningVerdict(
        state_request=decided(), question="funds", given_by=a_coordinator(), given_at=NOON
    )

    with pytest.raises(ProgrammingError, match="a sheet stays as it was decided on"), transaction.atomic():
        ScreeningVerdict.objects.bulk_create([late])


@pytest.mark.parametrize("over", [a_declined_request, a_redirected_request, a_withdrawn_request])
def test_what_a_request_answers_stays_once_it_is_over(over):
    request, said = a_request_under_assessment(), a_recommendation_to(a_state())
    request.recommendations.add(said)
    answers, elsewhere = request.recommendations.through.objects.all(), over()

    with pytest.raises(ProgrammingError, match="what a request answers stays"), transaction.atomic():
        elsewhere.recommendations.add(said)
    decline(request, by=a_coordinator(), at=NOON, why="Outside.", ground="mandate")
    for attempt in (lambda: answers._raw_delete("default"), lambda: answers.update(staterequest=elsewhere)):
        with pytest.raises(ProgrammingError, match="what a request answers stays"), transaction.atomic():
            attempt()


def test_a_reference_stays_as_it_was_given():
    a_received_request()

    with pytest.raises(ProgrammingError, match="a reference stays as it was given"):
        written_past_the_acts(reference="TC-2026-9999")


def test_a_paper_stays_with_its_request():
    request, other = an_accepted_request(), an_accepted_request()
    paper = attach(request, Paper("Note", "note.pdf", b"%PDF-1.7 a note"), by=a_coordinator(), at=NOON)
    papers = Document.objects.filter(pk=paper.pk)

    for elsewhere in ({"thing_id": other.pk}, {"thing_kind": "atlas.state"}):
        with pytest.raises(ProgrammingError, match="stays with what it was kept for"), transaction.atomic():
            papers.update(**elsewhere)
    with pytest.raises(ProgrammingError, match="taken out of a draft alone"), transaction.atomic():
        papers._raw_delete("default")
