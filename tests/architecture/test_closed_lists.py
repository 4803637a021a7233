"""What is chosen from a closed list is of that list, whoever writes: the database refuses anything else."""

import pytest
from django.db import IntegrityError

from techcoop.delivery.models import ActivityCost
from techcoop.documents.models import Document
from techcoop.evaluation.models import Evaluation, Evidence, Finding
from techcoop.people.models import Assignment
from techcoop.projects.models import Project, ProjectComponent, ProjectMoney
from techcoop.requests.models import StateRequest
from tests.delivery.makers import a_held_activity
from tests.evaluation.makers import a_drafted_evaluation, a_finding
from tests.projects.makers import an_operational_project

pytestmark = pytest.mark.django_db
BEYOND = (
    (Assignment, {"role": "king"}, "an_assignment_gives_one_of_the_known_roles"),
    (Document, {"classification": "secret"}, "a_document_has_one_of_the_three_classes"),
    (StateRequest, {"components": ["C1", "C6"]}, "the_components_of_a_request_are_of_the_five"),
    (StateRequest, {"forms": ["F1", "F8"]}, "the_forms_of_a_request_are_of_the_seven"),
    (Project, {"forms": ["F1", "F8"]}, "the_forms_of_a_project_are_of_the_seven"),
    (ProjectComponent, {"component": "C6"}, "a_share_goes_to_one_of_the_five_components"),
    (ProjectMoney, {"family": "loan"}, "money_of_a_project_is_of_one_of_the_families_of_funds"),
    (ActivityCost, {"family": "loan"}, "a_cost_falls_to_one_of_the_families_of_funds"),
    (Evaluation, {"kind": "hearsay"}, "an_evaluation_is_of_one_of_the_kinds"),
    (Finding, {"criterion": "beauty"}, "a_finding_goes_by_one_of_the_six_criteria"),
    (Finding, {"component": "C6"}, "a_finding_is_about_one_of_the_five_components_or_all"),
    (Evidence, {"kind": "hearsay"}, "evidence_is_of_one_of_the_four_kinds"),
)


@pytest.mark.parametrize(("model", "beyond", "rule"), BEYOND, ids=[rule for *_, rule in BEYOND])
def test_the_database_refuses_what_is_not_of_the_list(model, beyond, rule):
    a_held_activity(an_operational_project())
    a_finding(a_drafted_evaluation())
    one = model.objects.order_by("pk").last()

    with pytest.raises(IntegrityError, match=rule):
        model.objects.filter(pk=one.pk).update(**beyond)
