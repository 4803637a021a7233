"""The parts of a project stay as they were approved; what became of its structures is told while it lasts."""

import pgtrigger
import pytest
from django.db import ProgrammingError, transaction

from techcoop.projects import actions
from techcoop.projects.models import (
    AddressedRecommendation,
    Membership,
    NationalStructure,
    ProjectComponent,
)
from techcoop.projects.statuses import WITH_OUTCOMES
from tests.assessments.makers import a_recommendation
from tests.people.makers import NOON, a_coordinator
from tests.projects.makers import BY_STATUS, a_draft_project, a_member, an_approved_project

pytestmark = pytest.mark.django_db
STAYS = "a project that is no draft any more stays as it was approved or taken in"
OTHERWISE = (
    (ProjectComponent, {"component": "C5"}),
    (ProjectComponent, {"per_cent": 50}),
    (NationalStructure, {"name": "Another"}),
    (NationalStructure, {"kind": "police"}),
    (AddressedRecommendation, {"rationale": "Another"}),
)
PARTS = (ProjectComponent, NationalStructure, AddressedRecommendation)


def an_approved_project_that_serves_something():
    project = a_draft_project()
    served = a_recommendation(project.states.get())
    actions.address(project, cite=[served.pk], by=project.created_by, at=NOON)
    return actions.approve(project, by=a_coordinator(), at=NOON)


@transaction.atomic
def written_past_the_acts(model, **different):
    model.objects.order_by("pk").filter(pk=model.objects.first().pk).update(**different)


@pytest.mark.parametrize(("model", "otherwise"), OTHERWISE, ids=str)
def test_no_part_is_written_otherwise(model, otherwise):
    an_approved_project_that_serves_something()

    with pytest.raises(ProgrammingError, match=STAYS):
        written_past_the_acts(model, **otherwise)


@pytest.mark.parametrize("model", PARTS, ids=lambda model: model.__name__)
def test_no_part_is_taken_out(model):
    an_approved_project_that_serves_something()

    with pytest.raises(ProgrammingError, match=STAYS), transaction.atomic():
        model.objects.all()._raw_delete("default")


@pytest.mark.parametrize("model", PARTS, ids=lambda model: model.__name__)
def test_no_part_is_added(model):
    """What stood there comes back too late: no other rule refuses that."""
    an_approved_project_that_serves_something()
    late = model.objects.first()

    with transaction.atomic():
        with pgtrigger.ignore():
            model.objects.filter(pk=late.pk)._raw_delete("default")
        with pytest.raises(ProgrammingError, match=STAYS), transaction.atomic():
            late.save(force_insert=True)
        transaction.set_rollback(True)


@pytest.mark.parametrize("status", [one for one in BY_STATUS if one not in ("draft", *WITH_OUTCOMES)])
def test_what_became_of_a_structure_is_told_while_the_project_is_carried_out(status):
    BY_STATUS[status]()

    with pytest.raises(ProgrammingError, match="told while its project is carried out"):
        written_past_the_acts(NationalStructure, outcome="All is well.")


def test_a_role_in_a_project_stays_in_it():
    a_member(an_approved_project())
    other = an_approved_project()

    with pytest.raises(ProgrammingError, match="a role in a project stays in it"):
        written_past_the_acts(Membership, project=other)
