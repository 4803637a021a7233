"""What an approved assessment proposes is drafted in one act, once, with all that the proposal says."""

from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError
from django.urls import reverse

from techcoop.assessments import actions as assessments
from techcoop.desk.queries.thread import thread
from techcoop.journal.queries import history
from techcoop.lifecycle import MoveNotAllowed
from techcoop.projects import actions
from techcoop.projects.actions.proposing import shares_of
from techcoop.projects.models import Project
from techcoop.projects.queries import served_by
from tests.assessments.makers import (
    a_need,
    a_proposal,
    a_recommendation,
    a_written_assessment,
    an_approved_assessment,
    an_approved_proposal,
    citing,
)
from tests.at_once import at_once
from tests.atlas.makers import a_state
from tests.people.makers import NOON, a_coordinator, a_desk_officer, a_reviewer, a_trustee

pytestmark = pytest.mark.django_db


def drafted(proposal, *, by=None):
    officer = by or a_desk_officer(proposal.assessment.state)
    return actions.draft_proposed(proposal, by=officer, at=NOON)


def test_the_project_carries_what_was_proposed():
    state = a_state()
    named = a_recommendation(state)
    project = drafted(an_approved_proposal(state, serving=(named,)))

    assert (project.title, project.summary) == (
        "Independent inspection of prisons",
        "Every prison is visited.",
    )
    assert (project.assessment, list(project.states.all())) == (project.proposal.assessment, [state])
    assert project.forms == project.state_request.forms
    assert dict(project.components.values_list("component", "per_cent")) == {"C2": Decimal(100)}
    assert [one.recommendation for one in project.addressed.all()] == [named]
    assert [entry.act for entry in history(project)] == ["draft", "draft_proposed"]
    assert project.state_request.__class__.objects.get().status == "formulation"


def test_it_serves_what_names_its_needs_too():
    state = a_state()
    of_the_need = a_recommendation(state)
    assessment = citing(a_written_assessment(state), of_the_need)
    need = a_need(assessment, "Courts lack interpreters.", component="C4", recommendations=[of_the_need])
    proposal = a_proposal(assessment, needs=[need])

    assert list(served_by(proposal)) == [of_the_need]


@pytest.mark.parametrize(
    ("components", "shares"),
    [
        ((), {}),
        (("C2", "C2", "C4"), {"C2": Decimal("66.67"), "C4": Decimal("33.33")}),
        (("C1", "C2", "C3"), {"C1": Decimal("33.33"), "C2": Decimal("33.33"), "C3": Decimal("33.34")}),
    ],
)
def test_each_component_has_the_share_of_its_needs(components, shares):
    assert shares_of(components) == shares


def test_a_second_click_finds_the_first_and_somebody_else_is_told():
    proposal = an_approved_proposal()

    assert drafted(proposal) == drafted(proposal) == Project.objects.get()
    with pytest.raises(ValidationError, match=r"has drafted XARC-2026-001 from it already"):
        drafted(proposal, by=a_coordinator())


@pytest.mark.django_db(transaction=True)
def test_two_clicks_at_once_make_one_project():
    proposal = an_approved_proposal()

    first, second = at_once(lambda: drafted(proposal), lambda: drafted(proposal))

    assert first == second == Project.objects.get()


def test_a_cancelled_project_leaves_its_proposal_free():
    proposal = an_approved_proposal()
    actions.cancel(drafted(proposal), by=a_coordinator(), at=NOON, why="The State has withdrawn.")

    assert drafted(proposal).status == "draft"
    assert Project.objects.count() == 2


def test_the_database_knows_one_living_project_of_a_proposal():
    proposal = an_approved_proposal()
    project = drafted(proposal)
    project.pk, project.code, project.submission = None, "XARC-2026-999", proposal.submission

    with pytest.raises(IntegrityError, match="of_a_proposal_lives_one_project"):
        project.save(force_insert=True)


@pytest.mark.parametrize("someone", [a_trustee, lambda: a_desk_officer(a_state("Borduria"))])
def test_nobody_else_may_draft_it(someone):
    with pytest.raises(PermissionDenied):
        drafted(an_approved_proposal(), by=someone())


def test_nothing_is_drafted_before_approval_or_when_the_assessment_no_longer_holds():
    open_proposal = a_proposal(a_written_assessment())
    superseded = an_approved_proposal(a_state("Borduria"))
    later = an_approved_assessment(superseded.assessment.state)
    assessments.supersede(
        superseded.assessment, by=a_reviewer(), at=NOON, why="The prisons are closed.", successor=later
    )

    for proposal in (open_proposal, superseded):
        with pytest.raises(MoveNotAllowed):
            drafted(proposal)


def test_pages_lead_both_ways_and_the_thread_says_where_it_is_from(client):
    proposal = an_approved_proposal()
    client.force_login(a_desk_officer(proposal.assessment.state))
    assessment = reverse("assessments:assessment", args=[proposal.assessment_id])
    assert "Draft this project" in client.get(assessment).text

    made = client.post(reverse("projects:draft_proposed", args=[proposal.pk]), follow=True)

    project = Project.objects.get()
    assert f'href="{assessment}#projects"' in made.text
    assert "Nobody inspects the prisons." in made.text
    after = client.get(assessment).text
    assert made.redirect_chain[-1][0] in after
    assert "Draft this project" not in after
    told = [knot.note for stage in thread(project, a_coordinator()) for knot in stage.knots]
    assert "Independent inspection of prisons (as the assessment of needs proposed it)" in told


def test_who_may_not_is_told_who_may(client):
    proposal = an_approved_proposal()
    client.force_login(a_reviewer())

    page = client.get(reverse("assessments:assessment", args=[proposal.assessment_id])).text

    assert "Draft this project" in page
    assert "It is done by:" in page
    assert client.post(reverse("projects:draft_proposed", args=[proposal.pk])).status_code == 403


def test_somebody_else_is_led_back_with_the_reason(client):
    proposal = an_approved_proposal()
    drafted(proposal)
    client.force_login(a_coordinator())

    told = client.post(reverse("projects:draft_proposed", args=[proposal.pk]), follow=True).text

    assert "has drafted XARC-2026-001 from it already" in told
