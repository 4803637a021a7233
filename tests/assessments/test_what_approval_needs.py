"""An assessment is approved when nothing is missing; what is missing is said in words, with its field."""

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, transaction
from django.urls import reverse

from techcoop.accountability.models import Recommendation
from techcoop.assessments import actions
from techcoop.assessments.models import Consultation, LegalGap, NeedsAssessment, ProposedProject
from techcoop.assessments.queries import contents_of, missing_in
from techcoop.lifecycle import MoveNotAllowed
from tests.accountability.accounts import importing
from tests.assessments.makers import (
    TOGETHER,
    a_begun_assessment,
    a_recommendation,
    a_row,
    a_written_assessment,
    an_approved_assessment,
    citing,
    rewritten,
)
from tests.atlas.makers import a_state
from tests.people.makers import NOON, a_desk_officer, a_reviewer

pytestmark = pytest.mark.django_db


def missing(assessment):
    """What is missing, as section and field."""
    assessment.refresh_from_db()
    return [(one.section, one.field or one.act) for one in missing_in(contents_of(assessment))]


def handed_in(assessment):
    officer = a_desk_officer(assessment.state)
    actions.draft(assessment, by=officer, at=NOON)
    return actions.validate(assessment, by=officer, at=NOON, on=NOON.date(), validated_with=TOGETHER)


def test_an_empty_assessment_lacks_every_part():
    sections = [section for section, _ in missing(a_begun_assessment())]

    assert sections == [
        "context", *("inputs",) * 4, "consultations", "institutions", "needs", "recommendations",
    ]  # fmt: skip


def test_what_is_missing_is_refused_in_words():
    with pytest.raises(ValidationError) as refused:
        actions.approve(handed_in(a_begun_assessment()), by=a_reviewer(), at=NOON)

    assert "Nobody was consulted yet." in refused.value.messages
    assert len(refused.value.messages) == 9


@pytest.mark.parametrize("voice", ["government", "united_nations"])
def test_somebody_beside_the_government_is_heard(voice):
    assessment = a_written_assessment(voice=voice)
    assert missing(assessment) == [("consultations", "add_row")]

    with pytest.raises(ValidationError, match="Nobody beside the Government"):
        actions.approve(handed_in(assessment), by=a_reviewer(), at=NOON)


def test_that_none_exists_is_no_answer_where_one_is_current():
    assessment = a_written_assessment()
    one = a_recommendation(assessment.state)
    assert missing(assessment) == [("recommendations", "weigh")]

    with pytest.raises(ValidationError, match="there is 1: weigh it"):
        actions.approve(handed_in(assessment), by=a_reviewer(), at=NOON)
    withdrawn(one)
    assert actions.approve(assessment, by=a_reviewer(), at=NOON).status == "approved"


def test_a_recommendation_that_was_withdrawn_is_no_current_one():
    assessment = a_written_assessment()
    citing(assessment, one := a_recommendation(assessment.state))
    assert missing(assessment) == []

    withdrawn(one)
    rewritten(assessment, context="Four prisons.")

    assert missing(assessment) == [("recommendations", "why_no_recommendation")]


def withdrawn(recommendation):
    """Its source does not hold it any more."""
    with importing():
        Recommendation.objects.filter(pk=recommendation.pk).update(withdrawn_on=NOON.date())


@pytest.mark.parametrize(
    ("other", "sentence"),
    [
        ({"voice": "government"}, "heard somebody beside the Government"),
        ({}, "cites a current recommendation where one exists"),
    ],
)
def test_the_table_itself_asks_for_both(other, sentence):
    assessment = handed_in(a_written_assessment())
    if not other:
        a_recommendation(assessment.state)
    Consultation.objects.update(**other or {"women": 7})
    approved = {"status": "approved", "approved_on": NOON.date(), "approved_by": a_reviewer()}

    with pytest.raises(DatabaseError, match=sentence), transaction.atomic():
        NeedsAssessment.objects.update(cleared_by=a_reviewer(), cleared_on=NOON.date(), **approved)


def test_the_page_shows_that_what_is_written_is_contradicted(client):
    assessment = an_approved_assessment()
    a_recommendation(assessment.state)
    client.force_login(a_desk_officer(assessment.state))

    page = client.get(reverse("assessments:assessment", args=[assessment.pk])).text

    assert "It is written that none exists; there is 1 that is current." in page
    assert f"{reverse('accountability:recommendations')}?state={assessment.state.iso3}" in page


def test_a_written_assessment_lacks_nothing():
    assert missing(a_written_assessment()) == []


def test_a_mission_has_days_places_and_a_team():
    assessment = a_written_assessment()
    said = {"context": "Four prisons.", "why_no_recommendation": "None."}

    rewritten(assessment, by_mission=True, **said)

    fields = ("mission_began_on", "mission_places", "mission_team")
    assert missing(assessment) == [("terms", field) for field in fields]


def test_a_legal_gap_names_its_standard_and_a_project_its_needs():
    assessment = a_written_assessment()
    a_row(assessment, LegalGap, right="Liberty", gap="No limit of custody.")
    a_row(assessment, ProposedProject, title="A visiting body")

    assert missing(assessment) == [("gaps", "instrument"), ("projects", "needs")]


def test_a_project_serves_a_recommendation_where_one_is_cited():
    assessment = a_written_assessment()
    cited, need = a_recommendation(assessment.state), assessment.needs.get()
    actions.weigh(assessment, by=a_desk_officer(assessment.state), at=NOON, cite={cited.pk})

    project = a_row(assessment, ProposedProject, title="A visiting body", needs=[need])

    assert missing(assessment) == [("projects", "recommendations")]
    assert str(project) == "A visiting body"


def test_the_page_leads_from_what_is_missing_to_its_field(client):
    assessment = a_begun_assessment()
    client.force_login(a_desk_officer(assessment.state))

    page = client.get(reverse("assessments:assessment", args=[assessment.pk])).content.decode()

    assert f'href="{reverse("assessments:revise", args=[assessment.pk])}#id_context"' in page
    board = reverse("assessments:weigh_input", args=[assessment.pk, "board"])
    assert f'href="{board}#id_considered"' in page


def test_a_recommendation_to_another_state_is_not_cited():
    assessment, elsewhere = a_begun_assessment(), a_recommendation(a_state("Borduria"))

    actions.weigh(assessment, by=a_desk_officer(assessment.state), at=NOON, cite={elsewhere.pk})

    assert not assessment.recommendations.exists()


def test_what_was_approved_is_not_written_any_more():
    with pytest.raises(MoveNotAllowed):
        rewritten(an_approved_assessment(), context="Other")
