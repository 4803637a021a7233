"""What an approved assessment says, and who signed it, is not written otherwise afterwards."""

from datetime import date

import pytest
from django.db import ProgrammingError, transaction

from techcoop.assessments.models import NeedsAssessment
from tests.assessments.makers import a_validated_assessment, an_approved_assessment

pytestmark = pytest.mark.django_db
OTHERWISE = (
    {"title": "Another"},
    {"context": "Another"},
    {"terms_of_reference": "Others"},
    {"approved_on": date(2026, 9, 9)},
    {"cleared_on": date(2026, 9, 9)},
    {"validated_on": date(2026, 9, 9)},
    {"validated_with": "Nobody"},
    {"drafted_by": None},
)


def written_past_the_acts(assessment, **different):
    with transaction.atomic():
        NeedsAssessment.objects.filter(pk=assessment.pk).update(**different)


@pytest.mark.parametrize("otherwise", OTHERWISE, ids=lambda one: next(iter(one)))
def test_what_was_approved_stays(otherwise):
    assessment = an_approved_assessment()

    with pytest.raises(ProgrammingError, match="what an approved assessment says stays"):
        written_past_the_acts(assessment, **otherwise)


def test_what_was_superseded_stays_too_and_keeps_its_successor():
    earlier = an_approved_assessment()
    later, another = an_approved_assessment(earlier.state), an_approved_assessment(earlier.state)
    written_past_the_acts(earlier, status="superseded", superseded_by=later)

    with pytest.raises(ProgrammingError, match="what an approved assessment says stays"):
        written_past_the_acts(earlier, title="Another")
    with pytest.raises(ProgrammingError, match="keeps its successor"):
        written_past_the_acts(earlier, superseded_by=another)


def test_before_it_is_approved_it_may_still_be_sent_back_and_written():
    assessment = a_validated_assessment()

    written_past_the_acts(assessment, context="With what was heard since.")

    assert NeedsAssessment.objects.get().context == "With what was heard since."
