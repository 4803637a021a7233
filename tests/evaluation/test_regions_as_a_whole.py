"""A project for a region as a whole reaches each of its States: for its desk, its activities, their files."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.urls import reverse

from techcoop.delivery.actions import Plan
from techcoop.delivery.models import Activity
from techcoop.delivery.queries import waiting_for as activities_waiting_for
from techcoop.evaluation.models import Evaluation
from techcoop.evaluation.queries import Period, side_by_side
from techcoop.evaluation.synthesis import compose
from techcoop.press.blocks import figures_of
from techcoop.projects.models import Project
from techcoop.projects.queries import reaching_state, waiting_for
from tests.atlas.makers import a_region, a_state
from tests.delivery.makers import a_planned_activity
from tests.evaluation.makers import a_planned_evaluation
from tests.evaluation.reading import text_of
from tests.people.makers import a_coordinator, a_desk_officer
from tests.projects.makers import a_draft_project, an_operational_project

pytestmark = pytest.mark.django_db


@pytest.fixture
def whole():
    """A project for the whole of a region with two States, Arcadia and Utopia."""
    region = a_region()
    a_state(region=region), a_state("Utopia", region=region)
    return an_operational_project(
        by=a_desk_officer(a_state(), a_state("Utopia")), scope="regional", region=region, states=()
    )


def elsewhere():
    return a_state("Borduria", region=a_region("902", "High Hills"))


def a_course_in(state):
    return Plan("F2", "Course for judges", date(2026, 3, 1), date(2026, 3, 5), state=state)


def found(word, *states):
    return list(getattr(Project.objects, word)([one.pk for one in states]))


def test_it_reaches_every_state_of_its_region_and_no_other(whole):
    arcadia, utopia, borduria = a_state(), a_state("Utopia"), elsewhere()

    assert found("reaching", arcadia) == found("reaching", utopia) == [whole]
    assert found("reaching", borduria) == found("reaching") == []
    assert found("reaching_only", arcadia, utopia) == [whole]
    assert found("reaching_only", arcadia) == found("reaching_only", arcadia, borduria) == []


def test_the_file_of_a_state_finds_the_same_by_its_own_indexes(whole):
    utopia, states = a_state("Utopia"), (a_state(), a_state("Utopia"), elsewhere())
    an_operational_project(), an_operational_project(utopia, scope="regional", region=a_region())

    for state in states:
        by_index = Project.objects.filter(pk__in=reaching_state(state)).order_by("pk")
        assert list(by_index) == sorted(found("reaching", state), key=lambda one: one.pk)
    assert len(found("reaching", utopia)) == 2


def test_a_project_that_names_a_state_reaches_that_alone():
    named = an_operational_project(scope="regional", region=a_region())
    a_state("Utopia")

    assert found("reaching", a_state()) == found("reaching_only", a_state()) == [named]
    assert found("reaching", a_state("Utopia")) == []


def test_an_officer_of_all_its_states_plans_an_activity_in_one_of_them(whole):
    officer = a_desk_officer(a_state(), a_state("Utopia"))
    planned = a_planned_activity(whole, what=a_course_in(a_state("Utopia")), by=officer)

    assert planned.state == a_state("Utopia")
    with pytest.raises(PermissionDenied):
        a_planned_activity(whole, what=a_course_in(a_state()), by=a_desk_officer(a_state()))
    with pytest.raises(ValidationError):
        a_planned_activity(whole, what=a_course_in(elsewhere()))


def test_the_form_offers_the_states_of_the_region(whole, client):
    client.force_login(a_coordinator())
    page = client.get(reverse("delivery:plan", args=[whole.code])).text
    assert "Arcadia</option>" in page
    assert "Utopia</option>" in page


def test_the_desk_counts_it_for_those_who_answer_for_all_of_it(whole):
    draft = a_draft_project(
        by=a_desk_officer(a_state(), a_state("Utopia")), scope="regional", region=a_region(), states=()
    )
    a_planned_activity(whole, what=a_course_in(a_state()))
    today = date(2026, 6, 1)

    def counted(person):
        things = [*waiting_for(person, today), *activities_waiting_for(person, today)]
        return {thing for one in things for thing in one.things}

    both, one_alone = a_desk_officer(a_state(), a_state("Utopia")), a_desk_officer(a_state())
    assert {draft, Activity.objects.get()} <= counted(both)
    assert counted(one_alone) == set()


def test_its_evaluation_is_seen_in_its_region_and_recorded_for_all_of_it(whole):
    evaluation = a_planned_evaluation(project=whole)

    assert evaluation.state_ids == {a_state().pk, a_state("Utopia").pk}
    assert list(Evaluation.objects.visible_to(a_desk_officer(a_state()))) == [evaluation]
    assert list(Evaluation.objects.visible_to(a_desk_officer(elsewhere()))) == []


def test_the_file_of_each_state_counts_it_and_leads_to_it(whole, client):
    client.force_login(a_coordinator())
    for name in ("Arcadia", "Utopia"):
        page = client.get(f"/states/{a_state(name).iso3}/").text
        address = f"/projects/?reaches={a_state(name).iso3}"
        assert whole.code in page
        assert address in page
        assert whole.code in client.get(address).text


def test_the_portfolio_narrows_to_what_reaches_a_region_as_a_whole(whole, client):
    client.force_login(a_coordinator())
    other = an_operational_project()
    page = client.get("/projects/?whole=region").text
    assert whole.code in page
    assert other.code not in page


def test_its_states_are_nothing_to_compare_the_assisted_with(whole):
    an_operational_project(elsewhere())
    sides = side_by_side(Period(2026, 2027))

    assert [one.state for one in sides.assisted] == [elsewhere()]
    assert sides.with_region_only == 2
    assert sides.others.states == sides.members - 3
    assert side_by_side(Period(2028, 2029)).with_region_only == 0


def test_the_report_and_its_lists_say_who_is_reached_with_a_region_only(whole, client):
    client.force_login(a_coordinator())
    report = compose(2026, 2027, "en")
    [figure] = [one for one in figures_of(report) if one.key == "with region only"]

    assert "2 Member States were reached only within a region as a whole" in text_of(report)
    there, without = (client.get(address) for address in (figure.address, "/evaluation/states/?assisted=no"))
    assert [one[0].text for one in there.context["page"].rows] == ["Arcadia", "Utopia"]
    assert not {"Arcadia", "Utopia"} & {one[0].text for one in without.context["page"].rows}
