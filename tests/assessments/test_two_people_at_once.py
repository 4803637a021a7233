"""Two people write one assessment: the second is told, sees both, and loses nothing."""

import re
from uuid import uuid4

import pytest
from django.urls import reverse

from techcoop.assessments import actions
from techcoop.assessments.models import Consultation
from tests.assessments.makers import (
    NAMES,
    a_begun_assessment,
    a_consultation,
    a_need,
    edit_of,
    rewritten,
)
from tests.people.makers import NOON, a_coordinator, a_desk_officer, a_person

pytestmark = pytest.mark.django_db
HIDDEN = re.compile(r'<input type="hidden" name="(initial-\w+|seen)"(?: value="([^"]*)")?')


def opened(client, where):
    """The page as it was opened: what it sends back when nothing is typed."""
    page = client.get(where)
    form = page.context["form"]
    plain = {name: form[name].value() for name in form.fields if form[name].value() not in (None, "", [])}
    return {**plain, **dict(HIDDEN.findall(page.text))}


def test_of_a_row_the_second_sees_theirs_beside_mine(client):
    need = a_need(a_begun_assessment())
    client.force_login(a_desk_officer(need.assessment.state))
    where = reverse("assessments:change_row", args=[need.assessment_id, "needs", need.pk])
    typed = opened(client, where) | {"statement": "Mine."}
    theirs = {"what": {"statement": "Theirs."}, "seen": edit_of(need), "by": a_coordinator(), "at": NOON}
    actions.change_row(need, **theirs)

    told = client.post(where, typed)
    assert "Clara Coordinator has changed this too" in told.text
    assert "Mine." in told.text

    client.post(where, {**typed, **dict(HIDDEN.findall(told.text))})
    need.refresh_from_db()
    assert need.statement == "Mine."


def test_of_the_text_both_changes_are_kept(client):
    assessment = a_begun_assessment()
    client.force_login(a_desk_officer(assessment.state))
    where = reverse("assessments:revise", args=[assessment.pk])
    typed = opened(client, where) | {"context": "Four prisons."}
    rewritten(assessment, title="The prisons and their law")

    client.post(where, typed)

    assessment.refresh_from_db()
    assert (assessment.title, assessment.context) == ("The prisons and their law", "Four prisons.")


def test_what_somebody_else_sealed_is_not_sealed_over_unseen(client):
    consultation = a_consultation(a_begun_assessment())
    client.force_login(a_desk_officer(consultation.assessment.state))
    keys = [consultation.assessment_id, "consultations", consultation.pk]
    where = reverse("assessments:change_row", args=keys)
    typed = opened(client, where) | {"who": "Somebody else."}
    what = {"said": "Other words."}
    other = a_person("Dora Deputy", role="desk_officer", covering=(consultation.assessment.state,))
    actions.change_row(consultation, what=what, seen=edit_of(consultation), by=other, at=NOON)

    told = client.post(where, typed)

    assert "has changed the record meanwhile" in told.text
    assert Consultation.objects.get().who == NAMES
    client.post(where, {**typed, **dict(HIDDEN.findall(told.text))})
    assert Consultation.objects.get().who == "Somebody else."


def test_one_form_sent_twice_makes_one_row(client):
    assessment = a_begun_assessment()
    client.force_login(a_desk_officer(assessment.state))
    typed = {"right": "Liberty", "gap": "No limit.", "submission": uuid4()}

    for _ in range(2):
        client.post(reverse("assessments:add_row", args=[assessment.pk, "gaps"]), typed)

    assert assessment.legal_gaps.count() == 1
