"""The portfolio list shows what its address asks for; counts lead to exactly the projects that they count."""

import pytest
from django.http import QueryDict
from django.urls import reverse

from techcoop.atlas.models import Region
from techcoop.projects import queries
from techcoop.projects.models import Project
from techcoop.projects.queries import counting, portfolio, waiting_for
from techcoop.projects.views.lists import listing_for
from techcoop.web.lists import read
from tests.atlas.makers import a_region, a_state
from tests.people.makers import (
    NOON,
    a_coordinator,
    a_desk_officer,
    a_finance_officer,
    a_focal_point,
    a_stranger,
)
from tests.projects.makers import a_completed_project, a_draft_project, an_operational_project

pytestmark = pytest.mark.django_db


def listed(address, user=None):
    """The codes that a portfolio address shows to a coordinator."""
    user = user or a_coordinator()
    page = read(listing_for(user), QueryDict(address.partition("?")[2]), queries.rows(user))
    assert page.complaints == ()
    return {project.code for project in Project.objects.all() if project.code in str(page.rows)}


def some_projects():
    arcadia = an_operational_project(a_state(region=a_region()))
    borduria = an_operational_project(
        a_state("Borduria", region=a_region("902", "High Hills")), forms=("F3",)
    )
    return arcadia, borduria


def in_parts_of_regions():
    """A State of a sub-region, a project there, and projects for the sub-region, its region and the world."""
    sea, bay = a_region(), a_region("903", "Quiet Bay")
    Region.objects.filter(pk=bay.pk).update(parent=sea)
    state = a_state("Utopia", region=bay)
    state.regions.add(sea)
    an_operational_project(state)
    for region in (bay, sea):
        a_draft_project(by=a_coordinator(), scope="regional", region=region, states=())
    a_draft_project(by=a_coordinator(), scope="global", mandate="Resolution 60/1", states=())


EVERY_COUNT = [portfolio.by_component, portfolio.by_form, portfolio.by_state, portfolio.by_region]


@pytest.mark.parametrize("count", EVERY_COUNT)
def test_a_count_leads_to_exactly_what_it_counts(count):
    some_projects(), in_parts_of_regions()
    found = count(portfolio.rows(a_coordinator()))

    assert any(one.count for one in found)
    for one in found:
        assert len(listed(one.address)) == one.count, one


def test_a_project_for_a_region_as_a_whole_counts_in_it_and_in_what_it_is_a_part_of():
    in_parts_of_regions()

    assert counting.in_each_region(Project.objects.all()) == {"901": 3, "903": 3}
    assert len(listed("?region=901")) == len(listed("?region=903")) == 3


def test_what_is_for_the_world_or_a_whole_region_lacks_no_state(client):
    in_parts_of_regions()
    lacking = a_draft_project(by=a_coordinator(), scope="regional", states=())
    client.force_login(a_coordinator())
    page = client.get(reverse("desk:portfolio"))

    assert listed("?gap=state") == {lacking.code}
    assert (page.context["nowhere"], page.context["beyond"]) == (1, 3)
    assert len(listed(page.context["beyond_address"])) == 3


@pytest.mark.parametrize(
    ("address", "arcadia", "borduria"),
    [
        ("?state=XARC", True, False),
        ("?region=902", False, True),
        ("?form=F3", False, True),
        ("?component=C2&component=C1", True, True),
        ("?component=C3", False, False),
        ("?family=voluntary_fund", True, True),
        ("?family=not_recorded", False, False),
        ("?from=2027&to=2027", True, True),
        ("?from=2028", False, False),
        ("?to=2025", False, False),
        ("?gap=recommendation", True, True),
        ("?gap=request", False, False),
        ("?gap=assessment", False, False),
        ("?source=legacy", False, False),
        ("?status=operational&q=inspect", True, True),
        ("?q=fellowships", False, False),
    ],
)
def test_an_address_narrows_the_list(address, arcadia, borduria):
    here, there = some_projects()

    assert listed(address) == {one.code for one, shown in ((here, arcadia), (there, borduria)) if shown}


@pytest.mark.parametrize(
    ("someone", "number"),
    [
        (a_stranger, 0),
        (lambda: a_desk_officer(a_state("Borduria")), 1),
        (lambda: a_focal_point(a_state()), 1),
        (a_finance_officer, 2),
    ],
)
def test_each_sees_the_projects_of_their_scope(someone, number):
    some_projects()

    assert len(listed("?", someone())) == number


def test_the_list_asks_ten_questions_at_most(client, at_most_questions):
    some_projects()
    client.force_login(a_desk_officer(a_state(), a_state("Borduria")))

    with at_most_questions(10):
        client.get(reverse("projects:projects"), {"state": "XARC", "q": "prison"})


def test_what_waits_for_whom():
    draft, over = a_draft_project(), a_completed_project(a_state("Borduria"))

    def piles(user):
        found = waiting_for(user, NOON.date())
        return {one.key: list(one.things) for one in found if one.things.exists()}

    assert piles(a_coordinator()) == {"projects-approve": [draft]}
    assert piles(a_desk_officer(draft.states.get())) == {"projects-revise": [draft]}
    assert piles(a_finance_officer()) == {"projects-close": [over]}
