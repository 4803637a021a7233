"""What an approved assessment found, whom it heard and what it cites is written by no bare SQL either."""

from datetime import date

import pgtrigger
import pytest
from django.db import ProgrammingError, connection, transaction

from techcoop.assessments import actions
from techcoop.assessments.models import (
    Capacity,
    Consultation,
    Institution,
    LegalGap,
    Need,
    NeedsAssessment,
    ProposedProject,
    Risk,
    Score,
    WeighedInput,
)
from tests.assessments.makers import (
    a_need,
    a_proposal,
    a_recommendation,
    a_row,
    a_written_assessment,
    an_approved_assessment,
    citing,
    its_officer,
    scored,
    validated,
)
from tests.atlas.makers import a_state
from tests.people.makers import NOON, a_reviewer

pytestmark = pytest.mark.django_db
STAYS = "what an approved assessment found stays, and whom it heard"
A_RISK = {"statement": "Reprisals", "kind": "protection", "likelihood": 3, "impact": 5, "response": "reduce"}
REWORDED = {
    Consultation: {"held_on": date(2020, 1, 1)},
    Need: {"statement": "None."},
    Score: {"value": 1},
    Institution: {"name": "Another"},
    LegalGap: {"gap": "None."},
    Capacity: {"strength": "All"},
    Risk: {"measures": "None."},
    WeighedInput: {"conclusion": "Another"},
    ProposedProject: {"title": "Another"},
}
TIES = [
    NeedsAssessment.recommendations.through,
    NeedsAssessment.assessors.through,
    Need.recommendations.through,
    ProposedProject.needs.through,
    ProposedProject.recommendations.through,
]
PARTS = [*REWORDED, *TIES]


def a_full_assessment():
    """Something stands in each of its tables; it is validated."""
    said = a_recommendation(a_state())
    assessment = citing(a_written_assessment(), said)
    a_need(assessment, "Nobody is told why.", recommendations=[said])
    scored(assessment)
    a_row(assessment, LegalGap, right="Liberty", gap="No review", recommendation=said)
    a_row(assessment, Capacity, holder="The Bar")
    a_row(assessment, Risk, **A_RISK)
    a_proposal(assessment, recommendations=[said])
    return validated(actions.draft(assessment, by=its_officer(assessment.state_request), at=NOON))


def approved(assessment):
    return actions.approve(assessment, by=a_reviewer(), at=NOON)


@pytest.mark.parametrize("model", REWORDED, ids=lambda model: model.__name__)
def test_nothing_is_reworded_once_it_is_approved(model):
    assessment = a_full_assessment()
    with transaction.atomic():
        model.objects.update(**REWORDED[model])
        transaction.set_rollback(True)
    approved(assessment)

    with pytest.raises(ProgrammingError, match=STAYS):
        model.objects.update(**REWORDED[model])


@pytest.mark.parametrize("model", PARTS, ids=lambda model: model.__name__)
def test_nothing_is_taken_out(model):
    approved(a_full_assessment())

    with pytest.raises(ProgrammingError, match=STAYS), connection.cursor() as cursor:
        cursor.execute(f"DELETE FROM {model._meta.db_table}")


@pytest.mark.parametrize("model", PARTS, ids=lambda model: model.__name__)
def test_nothing_is_added(model):
    """What stood there comes back too late: no other rule refuses that."""
    approved(a_full_assessment())
    late = model.objects.first()

    with transaction.atomic():
        with pgtrigger.ignore():
            model.objects.filter(pk=late.pk)._raw_delete("default")
        with pytest.raises(ProgrammingError, match=STAYS), transaction.atomic():
            late.save(force_insert=True)
        transaction.set_rollback(True)


@pytest.mark.parametrize("model", [Need, Consultation])
def test_nothing_comes_or_goes_between_assessments(model):
    of_the_past = an_approved_assessment()
    of_today = a_written_assessment()

    for row, to in ((of_today, of_the_past), (of_the_past, of_today)):
        with pytest.raises(ProgrammingError, match=STAYS), transaction.atomic():
            model.objects.filter(assessment=row).update(assessment=to)
