"""The portfolio that is measured can be made of the tables as they stand: what changes them is told here."""

import pytest
from django.db import connection

from bench.bare import HERE, question
from bench.databases import fill
from techcoop.accountability.models import Recommendation
from techcoop.delivery.models import Activity
from techcoop.evaluation.models import Finding
from techcoop.projects.models import Project
from techcoop.requests.models import StateRequest

pytestmark = pytest.mark.django_db


def test_a_small_one_keeps_every_rule_of_the_tables():
    connection.ensure_connection()
    fill(connection.connection, requests=30)

    assert StateRequest.objects.count() == 35
    assert StateRequest.objects.exclude(status="declined").count() == Project.objects.count() == 30
    assert Recommendation.objects.count() == 300
    assert Activity.objects.count() == 90
    assert Finding.objects.exists()


@pytest.mark.parametrize("name", sorted(path.stem for path in HERE.glob("*.sql")))
def test_each_bare_question_can_still_be_asked(name):
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN {question(name)}", {"key": "1"})
        assert cursor.fetchall()
