"""What approval asked for stays while a project is carried out, whoever writes into its tables."""

from datetime import date
from decimal import Decimal

import pgtrigger
import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, connection, transaction

from techcoop.assessments.models import NeedsAssessment
from techcoop.projects.models import NationalStructure, Project, ProjectMoney
from techcoop.requests.models import StateRequest
from tests.assessments.makers import a_drafted_assessment, an_approved_assessment
from tests.people.makers import a_coordinator
from tests.projects.makers import BY_STATUS, a_draft_project, an_operational_project
from tests.requests.makers import a_declined_request

pytestmark = pytest.mark.django_db
# Beyond its draft a project is not written otherwise at all; here it is asked what the other rules say.
STAYS = (
    "projects.Project:a_project_stays_as_it_was_approved",
    "projects.NationalStructure:stays_once_approved",
)
CARRIED_OUT = ("approved", "operational", "suspended", "completed", "closed", "terminated")
NEEDS = "a_project_beyond_draft_names_its_assessment_of_needs"
DAYS = "a_project_beyond_draft_says_when_it_starts_and_ends"
BARE = {"assessment": None, "starts_on": None, "ends_on": None}
OF_1986 = {"starts_on": date(1986, 1, 1), "ends_on": date(1987, 12, 31)}


@pgtrigger.ignore(*STAYS)
@transaction.atomic
def written_past_the_acts(model, **change):
    """A change that no act makes, looked at as at the end of a transaction."""
    model.objects.update(**change)
    connection.check_constraints()


@pytest.mark.parametrize("status", CARRIED_OUT)
def test_what_is_carried_out_keeps_its_assessment_and_its_days(status):
    BY_STATUS[status]()

    for name, rule in (("assessment", NEEDS), ("starts_on", DAYS), ("ends_on", DAYS)):
        with pytest.raises(DatabaseError, match=rule):
            written_past_the_acts(Project, **{name: None})


@pytest.mark.parametrize("status", ["draft", "cancelled"])
def test_what_is_not_carried_out_may_lack_them(status):
    project = BY_STATUS[status]()

    written_past_the_acts(Project, **BARE, state_request=a_declined_request())
    with pgtrigger.ignore(*STAYS):
        project.structures.all().delete()
    connection.check_constraints()

    assert Project.objects.filter(**BARE).exists()


def test_nothing_is_approved_without_them_whoever_does_it():
    a_draft_project(structures=())
    approval = {"status": "approved", "approved_on": date(2026, 1, 1), "approved_by": a_coordinator()}

    with pytest.raises(DatabaseError, match="names a national structure that it strengthens"):
        written_past_the_acts(Project, **approval)


def test_it_stands_on_no_request_that_was_declined():
    an_operational_project()

    with pytest.raises(DatabaseError, match="stands on a request that was taken up"):
        written_past_the_acts(Project, state_request=a_declined_request())


def test_its_request_is_not_undone():
    an_operational_project()

    with (
        pytest.raises(DatabaseError, match="stands on a request that was taken up"),
        pgtrigger.ignore("requests.StateRequest:moves_along_the_table"),
    ):
        written_past_the_acts(StateRequest, status="withdrawn", withdrawal_reasons="A new Government.")


@pytest.mark.parametrize("of_another_kind", [a_drafted_assessment, an_approved_assessment])
def test_it_rests_on_an_approved_assessment_of_its_own_request(of_another_kind):
    an_operational_project()

    with pytest.raises(DatabaseError, match="rests on an approved assessment of the needs"):
        written_past_the_acts(Project, assessment=of_another_kind())


def test_an_assessment_that_a_later_one_superseded_was_approved_once():
    an_operational_project()

    older = NeedsAssessment.objects.get()
    newer = an_approved_assessment(older.state)
    NeedsAssessment.objects.filter(pk=older.pk).update(status="superseded", superseded_by=newer)
    written_past_the_acts(Project, status="completed")

    assert Project.objects.get().status == "completed"


def test_its_last_national_structure_is_not_taken_out():
    an_operational_project()

    with pgtrigger.ignore(*STAYS):
        NationalStructure.objects.all()._raw_delete("default")

    with pytest.raises(DatabaseError, match="names a national structure"):
        connection.check_constraints()


def test_a_project_that_had_money_of_the_voluntary_fund_was_not_over_before_1988():
    a_draft_project()

    with pytest.raises(DatabaseError, match="has given money since 1988"):
        written_past_the_acts(Project, **OF_1986)


def test_a_project_that_was_over_before_1988_had_nothing_of_the_voluntary_fund():
    a_draft_project(required={"regular_budget": Decimal(5000)}, **OF_1986)

    with pytest.raises(DatabaseError, match="has given money since 1988"):
        written_past_the_acts(ProjectMoney, family="voluntary_fund")


def test_whoever_drafts_such_a_project_is_told():
    with pytest.raises(ValidationError, match="has given money since 1988"):
        a_draft_project(**OF_1986)


def test_the_regular_budget_paid_before():
    project = a_draft_project(required={"regular_budget": Decimal(5000)}, **OF_1986)

    assert project.money.get().required == 5000
