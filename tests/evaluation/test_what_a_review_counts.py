"""A review counts what was really asked, takes shares over what is known, and says the day of its records."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from django.urls import reverse

from techcoop.delivery import actions as delivery
from techcoop.evaluation import queries
from techcoop.evaluation.queries import Period, newest_record
from techcoop.evaluation.synthesis import compose
from techcoop.evaluation.synthesis.storing import as_data, digest_of
from techcoop.evaluation.synthesis.words import Share
from techcoop.press.blocks import figures_of
from techcoop.projects.models import ProjectMoney
from techcoop.publishing.queries import counter, years_with_requests
from techcoop.requests import actions as requests
from techcoop.requests.queries import stage_times
from tests.accountability.accounts import importing
from tests.atlas.makers import a_region
from tests.delivery.makers import AN_OUTCOME, a_held_activity
from tests.evaluation.makers import a_composed_review
from tests.evaluation.worlds import projects_of_old, the_states
from tests.people.makers import NOON, a_coordinator
from tests.projects.makers import an_operational_project
from tests.requests.makers import a_registered_request, a_withdrawn_request, days_later

pytestmark = pytest.mark.django_db
YEARS = Period(2026, 2027)


def a_request_entered_in_error():
    known = a_registered_request()
    return requests.withdraw(known, by=a_coordinator(), at=days_later(5), why="Entered twice.", in_error=True)


def test_what_was_entered_in_error_counts_in_no_figure_and_is_found_by_its_filter(client):
    mistaken, withdrawn = a_request_entered_in_error(), a_withdrawn_request()
    client.force_login(a_coordinator())
    [figure] = {one for one in figures_of(compose(2026, 2027, "en")) if one.key == "requests"}

    def shown(address):
        return [row[1].text for row in client.get(address).context["page"].rows]

    assert queries.counted(YEARS.state_requests(), "status") == {"withdrawn": 1}
    assert (counter().total.received, years_with_requests()) == (1, [2026])
    assert shown(figure.address) == [withdrawn.reference]
    assert shown(f"{reverse('requests:requests')}?entered=in_error") == [mistaken.reference]


def test_the_clock_measures_no_stay_of_what_was_entered_in_error():
    a_request_entered_in_error()

    assert stage_times(a_coordinator(), since=NOON.date(), on=days_later(20).date()) == []


def test_the_day_of_a_review_is_that_of_the_newest_act_on_its_records():
    activity = a_held_activity(an_operational_project())
    before = newest_record(YEARS)
    delivery.correct(
        activity,
        what=replace(AN_OUTCOME, women=7),
        seen=0,
        by=a_coordinator(),
        at=days_later(400),
        why="The list was counted again.",
    )

    assert before < newest_record(YEARS) == days_later(400)


def test_composing_a_review_does_not_move_its_day():
    projects_of_old(3, states=the_states())
    an_operational_project()
    before, said = newest_record(YEARS), digest_of(as_data(compose(2026, 2027, "en")))
    a_composed_review()

    assert newest_record(YEARS) == before
    assert digest_of(as_data(compose(2026, 2027, "en"))) == said


@importing("projects")
def money_of(project, **said):
    ProjectMoney.objects.filter(project=project).delete()
    ProjectMoney.objects.create(project=project, family="regular_budget", **said)


def test_a_share_is_taken_over_the_records_that_say_both_and_opens_them(client):
    both, part, whole = projects_of_old(3, states=the_states())
    money_of(both, required=Decimal(100), available=Decimal(40))
    money_of(part, available=Decimal(900))
    money_of(whole, required=Decimal(700))
    client.force_login(a_coordinator())
    shares = {one for one in figures_of(compose(1955, 2027, "en")) if isinstance(one, Share)}

    assert {(one.text, one.part, one.whole) for one in shares} == {("40%", Decimal(40), Decimal(100))}
    rows = client.get(shares.pop().address).context["page"].rows
    assert [row[0].text for row in rows] == [both.code]


def test_a_region_as_a_whole_is_a_bar_of_its_region_and_no_gap():
    an_operational_project(scope="regional", region=a_region(), states=())

    assert queries.portfolio(YEARS).by_region == {"901": 1}
    assert queries.gaps(YEARS).state == 0
    assert "901" in {one.address.rpartition("region=")[2] for one in figures_of(compose(2026, 2027, "en"))}


def test_without_any_record_a_review_stands_on_the_last_day_of_its_years():
    assert newest_record(YEARS).date() == date(2027, 12, 31)
