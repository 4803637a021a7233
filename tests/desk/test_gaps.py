"""What is pointed out about a State warns those who answer for assistance, and never holds anything up."""

from datetime import date

import pytest

from techcoop.accountability.queries import current_recommendations, gaps_of, periods
from techcoop.programme.models import Parameter
from techcoop.requests import actions as requests
from tests.accountability.accounts import a_report, an_act, facts
from tests.accountability.makers import a_recommendation
from tests.atlas.makers import a_state
from tests.people.makers import NOON, a_coordinator, a_desk_officer
from tests.projects.makers import an_operational_project
from tests.requests.makers import a_request_under_assessment

pytestmark = pytest.mark.django_db
TODAY = date(2026, 3, 2)


@pytest.fixture
def arcadia():
    state = a_state("Arcadia")
    facts("reporting-cycles", a_report(2, Due="2012-06-30"), a_report(3, Instrument="CRC", Due="2023-06-30"))
    facts("visits", {"State": "Arcadia", "Mandate": "SR Food", "Status": "refused", "Requested": "2019"})
    facts("accreditations", {"State": "Arcadia", "Institution": "Commission", "Decided": "2021-09",
                             "Accreditation": "A"})  # fmt: skip
    return state


def sentences(*states, today=TODAY):
    return [one.sentence for one in gaps_of([one.pk for one in states], periods(today))]


def test_long_overdue_reports_refused_visits_and_coming_reviews_are_pointed_out(arcadia):
    assert sentences(arcadia) == [
        "Arcadia: CAT, report 2 is overdue since 30 Jun 2012.",
        "Arcadia refused the visit of the Special Rapporteur on the right to food (2019).",
        "Arcadia: the accreditation of Commission is reviewed on 30 Sep 2026.",
    ]
    assert sentences(a_state("Utopia")) == []


def test_after_how_many_years_is_a_parameter_that_can_change(arcadia):
    Parameter.objects.create(
        name="accountability.overdue_years", value=2, effective_from=date(2026, 1, 1), source="A decision"
    )

    assert "Arcadia: CRC, report 3 is overdue since 30 Jun 2023." in sentences(arcadia)


def test_an_institution_is_pointed_out_twelve_months_before_its_review_and_not_earlier(arcadia):
    assert not any("Commission" in one for one in sentences(arcadia, today=date(2025, 9, 29)))
    assert any("Commission" in one for one in sentences(arcadia, today=date(2025, 9, 30)))


def test_it_takes_as_many_questions_for_many_states_as_for_one(arcadia, django_assert_num_queries):
    states = [arcadia, *(a_state(f"Land {number}") for number in "ABCDE")]

    with django_assert_num_queries(2):
        gaps_of([one.pk for one in states], periods(TODAY))


def test_an_old_recommendation_is_no_current_one(arcadia):
    a_recommendation(to=arcadia)

    assert not current_recommendations(periods(TODAY)).exists()
    assert current_recommendations(periods(date(2015, 1, 1))).exists()


def test_a_request_shows_the_gaps_and_is_accepted_all_the_same(client, arcadia):
    asked = a_request_under_assessment(arcadia)
    client.force_login(a_desk_officer(arcadia))

    page = client.get(f"/requests/{asked.reference}/").content.decode()

    assert "CAT, report 2 is overdue" in page
    assert "No current recommendation is linked" in page
    assert requests.accept(asked, by=a_coordinator(), at=NOON, why="It helps.").status == "accepted"


def test_the_files_of_a_state_and_a_project_show_them(client, arcadia):
    project = an_operational_project(arcadia)
    client.force_login(a_coordinator())

    assert "CAT, report 2 is overdue" in client.get("/states/XARC/").content.decode()
    page = client.get(f"/projects/{project.code}/").content.decode()
    assert "CAT, report 2 is overdue" in page
    assert "No current recommendation is linked" in page


def test_my_desk_tells_the_coordinator_of_states_that_ask_or_receive(client, arcadia):
    facts("reporting-cycles", a_report(2, State=a_state("Utopia").names["en"], Due="2012-06-30"))
    an_operational_project(arcadia)
    client.force_login(a_coordinator())

    page = client.get("/desk/").content.decode()

    assert "Reports long due of States that ask or receive" in page
    assert "Arcadia: CAT, report 2 (Overdue)" in page
    assert "Utopia: CAT, report 2" not in page
    assert "Visits refused by States that ask or receive" in page


def test_my_desk_tells_what_is_owed_by_rule_alone(client):
    an_operational_project(a_state())
    facts("treaty-acts", an_act("accession", "1990"))
    client.force_login(a_coordinator())

    told = "Arcadia: CAT, report 1 (Not known whether submitted; newest source of 5 Jan 2026)"
    assert told in client.get("/desk/").text


def test_others_are_not_told_on_their_desk(client, arcadia):
    an_operational_project(arcadia)
    client.force_login(a_desk_officer(arcadia))

    assert "Reports long due" not in client.get("/desk/").content.decode()
