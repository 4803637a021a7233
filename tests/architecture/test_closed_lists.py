"""What is chosen from a closed list is of that list, whoever writes: the database refuses anything else."""

import pytest
from django.db import IntegrityError

from techcoop.assessments.models import Consultation, Institution, Need, Risk, WeighedInput
from techcoop.delivery.models import ActivityCost
from techcoop.evaluation.models import Evaluation, Evidence, Finding
from techcoop.people.models import Assignment
from techcoop.projects.models import NationalStructure, Project, ProjectComponent, ProjectMoney
from techcoop.requests.models import StateRequest
from tests.assessments.makers import a_begun_assessment, a_row, an_institution
from tests.delivery.makers import a_held_activity
from tests.evaluation.makers import a_drafted_evaluation, a_finding
from tests.projects.makers import a_draft_project, an_operational_project
from tests.requests.makers import a_received_request

A_RISK = {
    "statement": "It stays a plan.",
    "kind": "political",
    "response": "reduce",
    "likelihood": 2,
    "impact": 2,
}
pytestmark = pytest.mark.django_db
BEYOND = (
    (Assignment, {"role": "king"}, "an_assignment_gives_one_of_the_known_roles"),
    (StateRequest, {"components": ["C1", "C6"]}, "the_components_of_a_request_are_of_the_five"),
    (StateRequest, {"forms": ["F1", "F8"]}, "the_forms_of_a_request_are_of_the_seven"),
    (Project, {"forms": ["F1", "F8"]}, "the_forms_of_a_project_are_of_the_seven"),
    (Project, {"scope": "galactic"}, "a_project_reaches_one_of_the_four_scopes"),
    (ProjectComponent, {"component": "C6"}, "a_share_goes_to_one_of_the_five_components"),
    (ProjectMoney, {"family": "loan"}, "money_of_a_project_is_of_one_of_the_families_of_funds"),
    (ActivityCost, {"family": "loan"}, "a_cost_falls_to_one_of_the_families_of_funds"),
    (StateRequest, {"channel": "rumour"}, "a_request_comes_by_one_of_the_known_ways"),
    (StateRequest, {"urgency": "soon"}, "a_request_is_ordinary_or_urgent"),
    (NationalStructure, {"kind": "club"}, "a_national_structure_is_of_one_of_the_kinds"),
    (Consultation, {"voice": "nobody"}, "who_was_heard_is_one_of_the_known_voices"),
    (Consultation, {"groups": ["women", "Ms. Asha"]}, "groups_that_were_heard_are_of_the_list"),
    (Need, {"component": "C6"}, "a_need_belongs_to_one_of_the_five_components"),
    (WeighedInput, {"source": "gossip"}, "an_input_is_one_of_the_four"),
    (Institution, {"kind": "club"}, "an_institution_is_of_one_of_the_kinds"),
    (Institution, {"ability": "some"}, "an_institution_is_judged_by_the_known_degrees"),
    (Institution, {"independence": "some"}, "an_institution_is_judged_by_the_known_degrees"),
    (Institution, {"accreditation": "C"}, "an_accreditation_is_one_of_the_known"),
    (Risk, {"kind": "boredom"}, "a_risk_is_of_one_of_the_kinds"),
    (Risk, {"response": "ignore"}, "a_risk_is_answered_in_one_of_the_four_ways"),
    (Evaluation, {"kind": "hearsay"}, "an_evaluation_is_of_one_of_the_kinds"),
    (Finding, {"criterion": "beauty"}, "a_finding_goes_by_one_of_the_six_criteria"),
    (Finding, {"component": "C6"}, "a_finding_is_about_one_of_the_five_components_or_all"),
    (Evidence, {"kind": "hearsay"}, "evidence_is_of_one_of_the_four_kinds"),
)


@pytest.mark.parametrize(("model", "beyond", "rule"), BEYOND, ids=[rule for *_, rule in BEYOND])
def test_the_database_refuses_what_is_not_of_the_list(model, beyond, rule):
    a_held_activity(an_operational_project())
    a_finding(a_drafted_evaluation())
    an_institution(begun := a_begun_assessment())
    a_row(begun, Risk, **A_RISK)
    a_draft_project()
    a_received_request()
    one = model.objects.order_by("pk").last()

    with pytest.raises(IntegrityError, match=rule):
        model.objects.filter(pk=one.pk).update(**beyond)
