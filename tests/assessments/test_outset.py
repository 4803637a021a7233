"""What the mechanisms said is counted by component, by the subjects in which themes meet."""

from datetime import date

import pytest
from django.db import connection

from techcoop.accountability.models import Theme
from techcoop.assessments.queries import outset_of, themes_of_components
from tests.assessments.makers import a_recommendation
from tests.atlas.makers import a_state
from tests.requests.makers import an_accepted_request

pytestmark = pytest.mark.django_db
TODAY = date(2026, 3, 2)


def a_theme(label, taxonomy="uhri"):
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('techcoop.importing', 'accountability', true)")
    return Theme.objects.create(taxonomy=taxonomy, label=label)


def test_a_theme_belongs_to_a_component_by_its_label_or_its_code():
    by_label = a_theme("National Human Rights Institutions (NHRI)")
    by_code = a_theme("A45 National Human Rights Institution (NHRI)", "uhri-coded")
    a_theme("Rights of rivers")

    of = themes_of_components()

    assert {code: set(keys) for code, keys in of.items() if keys} == {"C2": {by_label.pk, by_code.pk}}


def test_a_recommendation_counts_once_in_each_component_that_it_concerns():
    state, policy = a_state(), a_theme("Human rights policies")
    justice, water = a_theme("Justice", "upr-info"), a_theme("Technical assistance and cooperation")
    a_recommendation(state, theme_ids=[policy.pk, justice.pk])
    a_recommendation(state, "Bring water to all.", theme_ids=[water.pk])
    a_recommendation(state, "The Committee is concerned.", theme_ids=[policy.pk], kind="concern")
    a_recommendation(a_state("Borduria"), theme_ids=[policy.pk])

    counted = outset_of(an_accepted_request(state), on=TODAY)["recommendations"]

    assert (counted["all"], counted["upr"], counted["treaty_body"]) == (2, 2, 0)
    assert [counted.get(code, 0) for code in ("C1", "C2", "C3", "C4", "C5")] == [1, 1, 1, 1, 0]
