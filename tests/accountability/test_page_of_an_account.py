"""For what a State accounts stands on one page, each fact with its source, for those whose role shows it."""

import pytest

from tests.accountability.accounts import a_report, an_act, facts
from tests.accountability.makers import a_recommendation
from tests.atlas.makers import a_state
from tests.people.makers import a_desk_officer, a_finance_officer, a_liaison, a_stranger, a_trustee

pytestmark = pytest.mark.django_db
SAID = (
    "May 1990", "&lt;b&gt;Not&lt;/b&gt; article 20.", "CAT, report 2", "30 Jun 2012", "Overdue", "Treasury",
    "set by the treaty body", "Refused by the State", "31 Mar 2026", "May 2008",
)  # fmt: skip


@pytest.fixture
def arcadia():
    state = a_state("Arcadia")
    facts(
        "treaty-acts",
        an_act("accession", "1990-05"),
        an_act("reservation", "1990", Text="<b>Not</b> article 20."),
    )
    facts("reporting-cycles", a_report(2, Due="2012-06-30"))
    facts("visits", {"State": "Arcadia", "Mandate": "SR Torture", "Status": "refused", "Requested": "2019"})
    facts("accreditations", {"State": "Arcadia", "Institution": "National Commission", "Decided": "2021-03",
                             "Accreditation": "A"})  # fmt: skip
    return state


def test_the_page_shows_every_fact_with_its_source(client, arcadia, django_assert_max_num_queries):
    facts("periodic-reviews", {"State": "Arcadia", "Cycle": 1, "Reviewed": "2008-05"})
    a_recommendation(to=arcadia, Response="Accepted")
    client.force_login(a_trustee())

    with django_assert_max_num_queries(22):
        page = client.get("/recommendations/states/xarc/").content.decode()

    for said in SAID:
        assert said in page
    assert "never replaces it" in page


def test_the_file_of_a_state_says_in_brief_what_is_overdue(client, arcadia):
    client.force_login(a_desk_officer(a_state("Utopia")))

    page = client.get("/states/XARC/").content.decode()

    assert "due on 30 Jun 2012 (set by the treaty body)" in page
    assert "/recommendations/states/XARC/#reports" in page
    assert "National Commission" in page


@pytest.mark.parametrize("someone", [a_stranger, a_finance_officer])
def test_whoever_holds_no_role_that_shows_the_facts_sees_none(client, arcadia, someone):
    client.force_login(someone())

    assert client.get("/recommendations/states/XARC/").status_code == 403


def test_the_upload_page_explains_the_columns_of_every_list(client):
    client.force_login(a_liaison())

    page = client.get("/imports/new/").content.decode()

    for said in (
        "The columns of the list",
        "Due date set in",
        "individual_complaints, inquiry",
        "never their cases",
    ):
        assert said in page
