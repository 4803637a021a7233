"""What the mechanisms said is counted by component, by the subjects in which themes meet."""

from datetime import date

import pytest
from django.db import connection
from django.urls import reverse

from techcoop.accountability.models import Recommendation, Theme
from techcoop.assessments.paper import paper_of
from techcoop.assessments.queries import outset_of
from techcoop.assessments.queries.outset import outset_as_frozen
from techcoop.matching.queries import concerning
from techcoop.press.blocks import Table
from techcoop.programme.models import Component
from tests.accountability.accounts import a_list_of, facts
from tests.accountability.makers import taken_in
from tests.assessments.makers import a_recommendation, an_assessment
from tests.atlas.makers import a_state
from tests.people.makers import NOON, a_desk_officer
from tests.requests.makers import an_accepted_request

pytestmark = pytest.mark.django_db
TODAY = date(2026, 3, 2)


def a_theme(label, taxonomy="uhri"):
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('techcoop.importing', 'accountability', true)")
    return Theme.objects.create(taxonomy=taxonomy, label=label)


def concerned(**about):
    """The components that a recommendation concerns."""
    one = a_recommendation(a_state(), **about)
    same = Recommendation.objects.filter(pk=one.pk)
    return [code for code, own in concerning(Component.values).items() if same.filter(own).exists()]


@pytest.mark.parametrize(
    ("label", "taxonomy"),
    [
        ("National Human Rights Institutions (NHRI)", "uhri"),
        ("A45 National Human Rights Institution (NHRI)", "uhri-coded"),
    ],
)
def test_a_recommendation_concerns_a_component_by_the_label_or_the_code_of_a_theme(label, taxonomy):
    a_theme("Rights of rivers")

    assert concerned(text="Do more.", theme_ids=[a_theme(label, taxonomy).pk]) == ["C2"]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Ratify the Convention against Torture.", ["C1"]),
        ("Protect women from violence.", []),
        (
            "Bring legislation into line; training for the police.",
            ["C1", "C2", "C4"],
        ),
        ("Adopt a national action plan against trafficking.", ["C3"]),
        ("Consult civil society.", ["C5"]),
    ],
)
def test_it_concerns_a_component_by_what_is_asked_for_and_not_by_whom_it_is_about(text, codes):
    assert concerned(text=text) == codes


def test_a_recommendation_counts_once_in_each_component_that_it_concerns():
    state, policy = a_state(), a_theme("Human rights policies")
    justice, water = a_theme("Justice", "upr-info"), a_theme("Technical assistance and cooperation")
    a_recommendation(state, theme_ids=[policy.pk, justice.pk])
    a_recommendation(state, "Bring water to all.", theme_ids=[water.pk])
    a_recommendation(state, "The Committee is concerned.", theme_ids=[policy.pk], kind="concern")
    a_recommendation(a_state("Borduria"), theme_ids=[policy.pk])

    counted = outset_of(an_accepted_request(state), on=TODAY)["recommendations"]

    assert (counted["all"], counted["upr"], counted["treaty_body"]) == (2, 2, 0)
    assert [counted.get(code, 0) for code in ("C1", "C2", "C3", "C4", "C5")] == [1, 1, 0, 0, 0]


def an_account_of(state):
    """An institution that was accredited twice, and a plan in its third stage."""
    decided = {"State": state.names["en"], "Institution": "National Commission"}
    facts(
        "accreditations",
        {**decided, "Decided": "2015-03", "Accreditation": "B"},
        {**decided, "Decided": "2021-03", "Accreditation": "A"},
    )
    plan = {"State": state.names["en"], "Plan": "Plan of Arcadia", "From": "2022", "To": "2026"}
    facts("action-plans", {**plan, "Preparation": "2021", "Implementation": "2022-05"})


def test_institutions_and_plans_are_frozen_with_their_history_and_their_sources():
    state = a_state("Arcadia")
    an_account_of(state)

    outset = outset_as_frozen(an_assessment(state))

    (institution,), (plan,) = outset.institutions, outset.plans
    assert institution.grade.startswith("A:")
    assert institution.next_review_on == date(2026, 3, 31)
    assert [(day, grade[0]) for day, grade in institution.before] == [("2015-03", "B")]
    assert (plan.stage, plan.since) == ("Implementation phase", "2022-05")
    assert institution.source.title == "Treasury"


def test_a_later_retrieval_changes_neither_what_was_frozen_nor_where_it_was_read():
    state = a_state("Arcadia")
    an_account_of(state)
    assessment = an_assessment(state)
    before = outset_as_frozen(assessment)

    decided = {"State": "Arcadia", "Institution": "National Commission", "Decided": "2026-01"}
    newer = a_list_of({**decided, "Accreditation": "B"})
    taken_in(newer, kind="accreditations", name="accreditations.csv", on=date(2026, 2, 1))

    assessment.refresh_from_db()
    (institution,) = outset_as_frozen(assessment).institutions
    assert institution.grade.startswith("A:")
    assert institution.source == before.institutions[0].source
    assert institution.source.retrieved_on < date(2026, 2, 1)


def test_the_page_and_the_paper_say_them_with_the_day_of_retrieval(client):
    state = a_state("Arcadia")
    an_account_of(state)
    a_recommendation(state)
    assessment = an_assessment(state)
    client.force_login(a_desk_officer(state))

    page = client.get(reverse("assessments:assessment", args=[assessment.pk])).text

    assert "next review on 31 Mar 2026" in page
    assert "Implementation phase" in page
    assert "Test of the index</bdi>, retrieved on 1 Jan 2026" in page
    assert f"/recommendations/states/{state.iso3}/#institutions" in page
    tables = [one for one in paper_of(assessment, language="en", at=NOON).blocks if isinstance(one, Table)]
    assert {"National human rights institution", "National human rights action plan"} <= {
        one.caption for one in tables
    }


def test_an_assessment_from_before_says_nothing_of_what_was_not_frozen(client):
    assessment = an_assessment()
    older = {name: assessment.outset[name] for name in ("on", "recommendations", "treaties")}
    assessment.outset = older

    outset = outset_as_frozen(assessment)

    assert (outset.institutions, outset.plans, outset.said_in) == (None, None, ())
