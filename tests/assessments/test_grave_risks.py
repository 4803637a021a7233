"""Risks from the weight that the programme has set are marked, stand first, and are told to who judges."""

import pytest
from django.urls import reverse

from techcoop.assessments import actions
from techcoop.assessments.models import Risk
from techcoop.assessments.queries import KINDS, sheet_of, waiting_for
from tests.assessments.makers import a_drafted_assessment, a_row, a_written_assessment
from tests.people.makers import NOON, a_desk_officer, a_reviewer

pytestmark = pytest.mark.django_db
LIGHT, GRAVE = "The roads are bad.", "Those who speak are arrested."


def a_risk(assessment, statement, likelihood, impact):
    told = {"kind": "protection", "response": "reduce", "measures": "No names."}
    return a_row(assessment, Risk, statement=statement, likelihood=likelihood, impact=impact, **told)


def with_both():
    """A light risk was written first, then a grave one."""
    assessment = a_written_assessment()
    a_risk(assessment, LIGHT, 2, 2)
    a_risk(assessment, GRAVE, 3, 5)
    return assessment


def grave_for(person):
    """The pile of assessments with grave risks on somebody's desk."""
    pile = next(one for one in waiting_for(person, NOON.date()) if one.key == "assessments-grave")
    return list(pile.things)


def test_the_gravest_stands_first_and_is_marked():
    lines = sheet_of(with_both(), KINDS["risks"]).lines

    marks = [(line.cells[0], line.cells[2]) for line in lines]
    assert marks == [(GRAVE, "Grave"), (LIGHT, "")]


def test_the_page_marks_it_and_the_list_can_be_narrowed_to_it(client):
    assessment, harmless = with_both(), a_drafted_assessment()
    client.force_login(a_reviewer())

    page = client.get(reverse("assessments:assessment", args=[assessment.pk])).text
    narrowed = client.get(reverse("assessments:assessments"), {"risks": "grave"}).text

    assert page.index(GRAVE) < page.index(LIGHT)
    assert 'class="tag stopped"' in page
    assert f"/{assessment.pk}/" in narrowed
    assert f"/{harmless.pk}/" not in narrowed


def test_who_judges_is_told_until_it_is_approved():
    assessment = with_both()
    assert grave_for(a_reviewer()) == []

    actions.draft(assessment, by=a_desk_officer(assessment.state), at=NOON)

    assert grave_for(a_reviewer()) == [assessment]
    assert grave_for(a_desk_officer(assessment.state)) == []
    actions.send_back(assessment, by=a_reviewer(), at=NOON, why="Say how they are kept safe.")
    assert grave_for(a_reviewer()) == []
