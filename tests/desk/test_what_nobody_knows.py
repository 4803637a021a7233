"""What no record says is shown as not recorded and never as nought; a sum says what it leaves out."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from techcoop.delivery import queries as delivery
from techcoop.desk.queries import earlier, state_file
from techcoop.evaluation.queries import Period
from techcoop.evaluation.queries.money import money
from techcoop.evaluation.queries.reached import delivered
from techcoop.evaluation.queries.sides import required_by_state
from techcoop.projects.queries import portfolio
from techcoop.web.links import page_of
from techcoop.web.lists.declaring import UNKNOWN, Column
from tests.atlas.makers import a_state
from tests.delivery.makers import AN_OUTCOME, a_held_activity
from tests.people.makers import a_coordinator
from tests.projects.makers import a_draft_project, an_operational_project

pytestmark = pytest.mark.django_db
NOBODY_COUNTED = replace(AN_OUTCOME, women=None, men=None, costs={})
NONE_CAME = replace(AN_OUTCOME, women=0, men=0, costs={"voluntary_fund": Decimal(0)})
YEARS = Period(2025, 2026)


def test_a_list_shows_what_is_unknown_and_what_is_nought_apart():
    written = Column("n", "N", "n", numeric=True).writer()

    assert (written(None), written(0), written(1200)) == (UNKNOWN, "0", "1,200")


def test_people_and_cost_of_an_activity_are_unknown_until_somebody_says_them(client):
    project = an_operational_project()
    unknown, none = (a_held_activity(project, outcome=one) for one in (NOBODY_COUNTED, NONE_CAME))

    lines = {one.pk: (one.people, one.cost) for one in delivery.rows(a_coordinator())}

    assert lines == {unknown.pk: (None, None), none.pk: (0, 0)}
    client.force_login(a_coordinator())
    assert client.get(page_of(unknown)).content.decode().count("Not recorded") == 5
    # Of the regular budget nobody has said anything, and nobody has counted the others.
    assert client.get(page_of(none)).content.decode().count("Not recorded") == 2


def test_the_list_of_activities_finds_those_without_people_and_without_cost(client):
    project = an_operational_project()
    unknown = a_held_activity(project, outcome=NOBODY_COUNTED)
    a_held_activity(project, outcome=NONE_CAME)
    client.force_login(a_coordinator())

    for gap in ("people", "cost"):
        page = client.get(f"/activities/?gap={gap}").context["page"]
        assert [row[0].link for row in page.rows] == [page_of(unknown)]


def test_the_money_of_a_project_is_unknown_until_it_is_written():
    said, unsaid = a_draft_project(), a_draft_project(a_state("Borduria"), required={})

    lines = {one.pk: (one.required, one.available) for one in portfolio.rows(a_coordinator())}

    assert lines == {said.pk: (300_000, None), unsaid.pk: (None, None)}
    assert list(portfolio.with_gap(portfolio.rows(a_coordinator()), ["money"])) == [unsaid]


def test_a_state_whose_projects_say_no_money_requires_nothing_that_is_known():
    state = a_state()
    a_draft_project(state, required={})
    known = state_file.assistance(state, a_coordinator()).money

    assert (known.required, known.available, known.without) == (None, None, 1)
    assert required_by_state(YEARS) == {}


def test_a_review_does_not_take_the_unknown_for_nought():
    project = an_operational_project()
    a_held_activity(project, outcome=NOBODY_COUNTED)

    found = delivered(YEARS)

    assert (found.total.women, found.total.uncounted, found.costed) == (None, 1, 0)
    assert money(YEARS).total.available is None


def test_earlier_projects_say_how_often_nobody_counted():
    project = an_operational_project()
    a_held_activity(project)
    a_held_activity(project, outcome=NOBODY_COUNTED)

    [panel] = earlier.earlier_projects(project.state_request, a_coordinator())

    assert "2 activities reported · 30 people reached · 1 activity whose people nobody counted" in str(
        panel.lines[0].notes
    )
    assert project.starts_on < date(2027, 1, 1)
