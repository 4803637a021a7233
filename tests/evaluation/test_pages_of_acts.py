"""The pages of acts on an evaluation open where the act can be done; nothing typed is lost."""

import pytest

from techcoop.evaluation import actions
from techcoop.evaluation.actions import Answer
from techcoop.web.links import page_of
from tests.atlas.makers import a_state
from tests.evaluation.makers import (
    ACCEPTED,
    a_drafted_evaluation,
    a_final_evaluation,
    a_finding,
    a_planned_evaluation,
    an_answered_evaluation,
)
from tests.people.makers import NOON, a_coordinator, a_person, a_stranger, a_trustee, an_auditor, an_evaluator
from tests.projects.makers import a_completed_project
from tests.web.makers import opened

pytestmark = pytest.mark.django_db
WRITTEN = ("findings", "lessons", "recommendations", "rate")


@pytest.mark.parametrize(
    ("someone", "status"), [(an_evaluator, 200), (an_auditor, 403), (a_trustee, 404), (a_stranger, 404)]
)
@pytest.mark.parametrize("act", [*WRITTEN, "revise"])
def test_a_draft_is_written_by_those_who_record_evaluations(client, act, someone, status):
    evaluation = a_drafted_evaluation()
    client.force_login(someone())

    answer = client.get(f"{page_of(evaluation)}{act}/")

    assert answer.status_code == status
    assert ("It is done by:" in answer.content.decode()) == (status == 403)


@pytest.mark.parametrize("make", [a_planned_evaluation, a_final_evaluation])
@pytest.mark.parametrize("act", WRITTEN)
def test_nothing_is_written_before_or_after_the_draft(client, act, make):
    client.force_login(an_evaluator())

    answer = client.get(f"{page_of(make())}{act}/")

    assert answer.status_code == 409
    assert "Possible while the status is “Draft”" in answer.content.decode()


@pytest.mark.parametrize(
    ("make", "act", "status"),
    [
        (a_final_evaluation, "respond", 200),
        (an_answered_evaluation, "respond", 409),
        (a_final_evaluation, "begin", 409),
        (an_answered_evaluation, "begin", 200),
        (an_answered_evaluation, "dance", 409),
    ],
)
def test_a_recommendation_is_answered_and_followed_up_in_its_time(client, make, act, status):
    where = f"/evaluation/recommendations/{make().recommendations.get().pk}/{act}/"

    client.force_login(a_coordinator())
    assert client.get(where).status_code == status
    client.force_login(an_evaluator())
    assert client.get(where).status_code == 403


def test_a_lesson_that_comes_too_late_stays_on_the_page(client):
    evaluation = a_drafted_evaluation()
    a_finding(evaluation)
    client.force_login(an_evaluator())
    where = f"{page_of(evaluation)}lessons/"
    data = opened(client, where)
    actions.finalise(evaluation, by=an_evaluator(), at=NOON)

    answer = client.post(where, {**data, "statement": "Plan the follow-up first."})

    assert answer.status_code == 409
    assert "Plan the follow-up first." in answer.content.decode()
    assert not evaluation.lessons.exists()


def test_who_may_not_judge_a_project_is_told_beside_its_field(client):
    project, there = a_completed_project(), a_state("Borduria")
    elsewhere = a_person("Ilse Elsewhere", role="evaluator", covering=(there,))
    client.force_login(elsewhere)

    answer = client.post("/evaluation/plan/", {**opened(client, "/evaluation/plan/"), "title": "Kept"})

    assert "name a project in these" in answer.content.decode()
    assert "Kept" in answer.content.decode()
    client.force_login(an_auditor())
    assert client.get(f"/evaluation/plan/?project={project.code}").status_code == 403


def test_the_history_is_for_those_who_work_on_it(client):
    evaluation = an_answered_evaluation()

    for someone, sees in ((an_evaluator, True), (an_auditor, True), (a_trustee, False)):
        client.force_login(someone())
        assert (">History<" in client.get(page_of(evaluation)).content.decode()) == sees


def test_two_who_revise_one_evaluation_do_not_write_over_each_other(client):
    evaluation = a_planned_evaluation()
    client.force_login(an_evaluator())
    where = f"{page_of(evaluation)}revise/"
    data = opened(client, where)
    assert client.post(where, {**data, "title": "Theirs"}).status_code == 302

    answer = client.post(where, {**data, "title": "Mine"})

    assert [(one.theirs, one.mine) for one in answer.context["form"].differences] == [("Theirs", "Mine")]
    evaluation.refresh_from_db()
    assert evaluation.title == "Theirs"


def test_two_who_mark_one_evaluation_keep_both_marks(client):
    evaluation = a_drafted_evaluation()
    client.force_login(an_evaluator())
    where = f"{page_of(evaluation)}rate/"
    data = opened(client, where)

    for criterion in ("relevance", "impact"):
        assert client.post(where, {**data, criterion: "satisfactory"}).status_code == 302

    assert set(evaluation.ratings.values_list("criterion", flat=True)) == {"relevance", "impact"}


def test_two_who_answer_one_recommendation_are_shown_both_answers(client):
    recommendation = a_final_evaluation().recommendations.get()
    client.force_login(a_coordinator())
    where = f"/evaluation/recommendations/{recommendation.pk}/respond/"
    data = opened(client, where)
    rejected = Answer("rejected", reason="The course has ended.")
    actions.respond(recommendation, what=rejected, seen=0, by=a_coordinator(), at=NOON)
    mine = {"response": ACCEPTED.response, "owner": ACCEPTED.owner, "due_on": "2026-12-31"}

    page = client.post(where, {**data, **mine})

    assert "Clara Coordinator has changed this too" in page.content.decode()
    recommendation.refresh_from_db()
    assert recommendation.response == "rejected"
