"""The demonstration is a whole invented programme, made once, in an empty database only."""

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import connection

from techcoop.desk.management.commands import seed_demonstration
from techcoop.desk.management.demonstration.cast import PARTS
from techcoop.desk.management.demonstration.story import STAGES
from techcoop.people.models import DEMONSTRATION_DOMAIN, User
from techcoop.projects.models import Project
from techcoop.requests.models import StateRequest
from tests.people.makers import a_coordinator

pytestmark = pytest.mark.django_db


def rows():
    """How many rows each table holds."""
    tables = set(connection.introspection.table_names())
    kept = [one for one in apps.get_models() if one._meta.db_table in tables]
    return {one._meta.label: one._base_manager.count() for one in kept}


@pytest.fixture
def one_story_of_each_length(monkeypatch):
    monkeypatch.setattr(seed_demonstration, "HOW_FAR", STAGES)


def test_run_twice_it_makes_nothing_twice(one_story_of_each_length, capsys):
    call_command("seed_demonstration")
    made = rows()

    call_command("seed_demonstration")

    assert rows() == made
    assert "There are people here already" in capsys.readouterr().out
    assert User.objects.filter(email__endswith=DEMONSTRATION_DOMAIN).count() == len(PARTS)
    assert StateRequest.objects.count() == 2 * len(STAGES)
    assert {"draft", "operational", "closed"} <= set(Project.objects.values_list("status", flat=True))


def test_among_people_it_makes_nothing():
    a_coordinator()
    before = rows()

    call_command("seed_demonstration")

    assert rows() == before
