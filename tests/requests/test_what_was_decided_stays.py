"""What was decided of a request, by whom, when and on what, is not written otherwise afterwards."""

from datetime import timedelta

import pytest
from django.db import ProgrammingError, transaction

from techcoop.requests.models import StateRequest
from tests.people.makers import NOON, a_coordinator
from tests.requests.makers import (
    a_declined_request,
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
