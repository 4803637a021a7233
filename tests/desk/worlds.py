"""A world of assistance in which every act finds something that it can be done to."""

from techcoop.documents.actions import Paper
from techcoop.evaluation import actions as evaluation
from techcoop.requests import actions as requests
from tests.assessments import makers as assessed
from tests.atlas.makers import a_state
from tests.delivery.makers import a_held_activity, a_planned_activity
from tests.evaluation import makers as evaluated
from tests.people import makers as people
from tests.projects.makers import BY_STATUS as PROJECTS
from tests.projects.makers import a_member
from tests.requests.makers import BY_STATUS as REQUESTS
from tests.requests.makers import a_draft


def a_world() -> None:
    """Things in every status, so that every act finds something that it can be done to."""
    state = a_state()
    assessed.a_recommendation(state)
    people.a_saved_view(listing="/recommendations/", parameters="q=judges", mails=True)
    for make in REQUESTS.values():
        make(state)
    for make in PROJECTS.values():
        make(state)
    requests.attach_to_draft(
        a_draft(state),
        Paper("A note", "note.pdf", b"%PDF-1.7 a note"),
        by=people.a_focal_point(state),
        at=people.NOON,
    )
    assessed.an_assessment(state)
    assessed.a_need(assessed.a_begun_assessment(state))
    to_be_scored = assessed.a_begun_assessment(state)
    assessed.a_need(to_be_scored)
    assessed.with_assessors(to_be_scored)
    assessed.an_approved_proposal(state)
    assessed.a_drafted_assessment(state)
    assessed.a_validated_assessment(state)
    project = PROJECTS["operational"](state)
    a_member(project, by=people.a_coordinator())
    a_planned_activity(project)
    a_held_activity(project)
    evaluated.a_planned_evaluation()
    evaluated.a_finding(evaluated.a_written_evaluation())
    evaluated.a_final_evaluation()
    evaluated.an_answered_evaluation()
    evaluated.a_review()
    evaluated.a_composed_review()
    for act in ("follow_up", "publish"):
        _an_evaluation_before(act)


def _an_evaluation_before(act: str) -> None:
    """One of which the response can be published, and one of which everything is followed up."""
    made = evaluated.an_answered_evaluation() if act == "follow_up" else evaluated.a_final_evaluation()
    for one in made.recommendations.all():
        given = {"by": people.a_coordinator(), "at": people.NOON}
        if act == "follow_up":
            evaluation.follow_up(one, act="implement", why="It was done.", **given)
        else:
            evaluation.respond(one, what=evaluated.ACCEPTED, seen=0, **given)
