"""A page says how it counts, and tells nobody from outside of what their role never does."""

import pytest

from techcoop.projects.models import Project
from techcoop.web.links import page_of
from tests.atlas.makers import a_state
from tests.people.makers import a_coordinator, a_focal_point, a_reviewer, a_trustee
from tests.projects.makers import a_draft_project, an_operational_project

pytestmark = pytest.mark.django_db
NOT_YOURS = "None of your roles permits this"


def test_the_portfolio_says_how_it_counts_projects_of_several_states_and_of_none(client):
    an_operational_project(a_state())
    Project.objects.get(pk=a_draft_project().pk).in_states.all().delete()
    client.force_login(a_coordinator())

    page = client.get("/portfolio/")

    assert page.text.count("counts in each of them") == 2
    assert "1 project names no State" in page.text
    assert client.get(page.context["nowhere_address"]).context["page"].total == page.context["nowhere"] == 1


@pytest.mark.parametrize(
    ("someone", "told"), [(lambda: a_focal_point(a_state()), False), (a_trustee, False), (a_reviewer, True)]
)
def test_inside_the_programme_a_page_says_who_does_what_and_outside_it_does_not(client, someone, told):
    project = an_operational_project(a_state())
    client.force_login(someone())

    assert (NOT_YOURS in client.get(page_of(project)).text) is told
