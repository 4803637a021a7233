"""Whoever reads a review opens the records behind each of its links, and reads why some figures are none."""

import re
from html import unescape

import pytest
from django.urls import reverse

from techcoop.evaluation.synthesis.storing import from_data
from techcoop.evaluation.synthesis.words import Counted
from techcoop.people.permissions import Permission
from techcoop.people.roles import ROLES
from techcoop.press.blocks import figures_of
from techcoop.web.links import page_of
from tests.evaluation.makers import a_composed_review
from tests.evaluation.worlds import a_small_world
from tests.people.makers import a_person

pytestmark = pytest.mark.django_db

READERS = [
    key
    for key, role in ROLES.items()
    if Permission.SEE_EVALUATIONS in role.permissions and not key.startswith("government")
]
NO_LINKS = "Figures of requests are no links here"


@pytest.mark.parametrize("role", READERS)
def test_each_link_opens_what_its_figure_counts(client, role):
    a_small_world()
    review = a_composed_review()
    figures = [one for one in figures_of(from_data(review.content)) if isinstance(one, Counted)]
    counted = {one.address: one.records for one in figures}
    client.force_login(a_person("Rea Reader", role=role))

    page = client.get(page_of(review)).content.decode()
    links = {unescape(one) for one in re.findall(r'class="counted" href="([^"]+)"', page)}

    opened = {one: client.get(one).context["page"].total for one in links}
    assert {one: total for one, total in opened.items() if total != counted.get(one, total)} == {}
    closed = {one for one in counted if one not in links}
    assert all(one.startswith(reverse("requests:requests")) for one in closed)
    assert bool(closed) == (NO_LINKS in page)
    assert bool(closed) == (Permission.SEE_REQUESTS not in ROLES[role].permissions)
