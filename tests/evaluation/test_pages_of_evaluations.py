"""The pages of evaluations, for those who may see them."""

from uuid import uuid4

import pytest

from techcoop.evaluation import actions
from techcoop.evaluation.models import Evaluation
from techcoop.web.links import page_of
from tests.atlas.makers import a_state
from tests.evaluation.makers import (
    IN_CONFIDENCE,
    JUDGES_LEARNT,
    a_drafted_evaluation,
    a_final_evaluation,
    an_answered_evaluation,
)
from tests.people.makers import (
    NOON,
    a_coordinator,
    a_finance_officer,
    a_person,
    a_stranger,
    a_trustee,
    an_auditor,
    an_evaluator,
)
from tests.projects.makers import a_completed_project

pytestmark = pytest.mark.django_db
LISTS = ("/evaluation/", "/evaluation/findings/", "/evaluation/lessons/", "/evaluation/recommendations/")


@pytest.mark.parametrize(
    ("someone", "sees"),
    [(an_evaluator, True), (a_trustee, True), (a_stranger, False), (a_finance_officer, False)],
)
def test_an_evaluation_is_seen_by_those_who_see_evaluations(client, someone, sees):
    evaluation = an_answered_evaluation()
    client.force_login(someone())

    assert client.get(page_of(evaluation)).status_code == (200 if sees else 404)
    for address in LISTS:
        page = client.get(address)
        assert page.context["page"].total == sees
        exported = b"".join(client.get(f"{address}?export=csv").streaming_content).decode()
        assert len(exported.strip().splitlines()) == 1 + sees


def test_drafts_stay_in_their_own_file(client):
    a_drafted_evaluation()
    client.force_login(an_evaluator())

    assert client.get("/evaluation/").context["page"].total == 1
    assert client.get("/evaluation/findings/").context["page"].total == 0


@pytest.mark.parametrize("address", LISTS)
def test_a_list_takes_few_questions_however_long(client, address, at_most_questions):
    for _ in range(6):
        a_final_evaluation()
    client.force_login(an_evaluator())

    with at_most_questions(10):
        client.get(address)


def test_confidential_evidence_is_a_count_to_others(client):
    evaluation = a_drafted_evaluation()
    actions.add_finding(
        evaluation,
        what=JUDGES_LEARNT,
        evidence=(IN_CONFIDENCE,),
        submission=uuid4(),
        by=an_evaluator(),
        at=NOON,
    )

    for someone, reads in ((an_evaluator, True), (an_auditor, False)):
        client.force_login(someone())
        page = client.get(page_of(evaluation)).content.decode()
        assert (IN_CONFIDENCE.description in page) == reads


def test_an_evaluation_is_planned_on_its_page(client):
    client.force_login(an_evaluator())
    typed = {"title": "Looked at anew", "kind": "thematic", "submission": uuid4()}

    answer = client.post("/evaluation/plan/", typed)

    assert answer.headers["Location"] == page_of(Evaluation.objects.get(title="Looked at anew"))


def test_an_evaluation_of_a_project_is_begun_on_its_page_or_found_by_words_of_its_title(client):
    project = a_completed_project()
    client.force_login(an_evaluator())
    file = client.get(page_of(project)).content.decode()
    assert f"/evaluation/plan/?project={project.code}" in file
    assert project.code in client.get(f"/evaluation/plan/?project={project.code}").content.decode()

    offered = client.get("/evaluation/plan/projects/", {"project": project.title[3:9]})
    typed = {"title": "Looked at", "kind": "final", "project": project.title[3:], "submission": uuid4()}
    client.post("/evaluation/plan/", typed)

    assert f'<option value="{project.code}">' in offered.content.decode()
    assert Evaluation.objects.get(title="Looked at").project == project


def test_nobody_is_told_of_projects_or_plans_evaluations_beyond_their_reach(client):
    project = a_completed_project()
    client.force_login(an_auditor())
    assert client.get("/evaluation/plan/projects/", {"project": project.code}).status_code == 403
    client.force_login(a_person("Ilse Elsewhere", role="evaluator", covering=(a_state("Borduria"),)))

    assert project.code not in client.get("/evaluation/plan/projects/?project=e").content.decode()


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"project": "NOWHERE-1"}, "There is no project with this code or title."),
        ({"began_on": "2025-02-01", "completed_on": "2025-01-01"}, "before the day on which it began"),
    ],
)
def test_what_was_typed_wrong_is_said_beside_the_field_and_kept(client, wrong, sentence):
    client.force_login(an_evaluator())

    answer = client.post("/evaluation/plan/", {"title": "Kept", "kind": "final", **wrong})

    assert sentence in answer.content.decode()
    assert "Kept" in answer.content.decode()


def test_a_finding_and_an_answer_are_given_on_their_pages(client):
    evaluation = a_drafted_evaluation()
    client.force_login(an_evaluator())
    typed = {
        "statement": "Courses were long enough.",
        "bearing": "weakness",
        "criterion": "efficiency",
        "kind": "data",
        "description": "Attendance lists",
        "submission": uuid4(),
    }

    client.post(f"/evaluation/{evaluation.pk}/findings/", typed)

    finding = evaluation.findings.get()
    assert not finding.is_strength
    assert finding.evidence.get().description == "Attendance lists"


def test_an_answer_without_its_reason_is_sent_back(client):
    recommendation = a_final_evaluation().recommendations.get()
    client.force_login(a_coordinator())

    answer = client.post(
        f"/evaluation/recommendations/{recommendation.pk}/respond/", {"response": "rejected"}
    )

    assert "Say why it is not accepted" in answer.content.decode()


def test_a_step_that_is_not_possible_says_why(client):
    evaluation = a_drafted_evaluation()
    client.force_login(an_evaluator())

    answer = client.post(f"/evaluation/{evaluation.pk}/finalise/", follow=True)

    assert "It has no finding." in answer.content.decode()
