"""The demonstration is a whole invented programme, made once, in an empty database only."""

from datetime import date

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import connection

from techcoop.delivery.models import Activity
from techcoop.desk.management.commands import seed_demonstration
from techcoop.desk.management.demonstration.cast import PARTS
from techcoop.desk.management.demonstration.story import STAGES
from techcoop.documents.models import Document
from techcoop.evaluation.models import Evaluation
from techcoop.people.models import DEMONSTRATION_DOMAIN, User
from techcoop.programme.models import Scope
from techcoop.projects.models import NationalStructure, Project, ProjectMoney
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
    assert StateRequest.objects.count() == 2 * len(STAGES) + 1
    assert {"draft", "operational", "closed", "legacy"} <= set(
        Project.objects.values_list("status", flat=True)
    )


def test_it_shows_what_every_page_is_for(one_story_of_each_length):
    """Nobody who looks around meets a page that is empty for want of an example."""
    call_command("seed_demonstration")

    assert set(Scope.values) - {"multi_state"} <= set(Project.objects.values_list("scope", flat=True))
    assert Activity.objects.filter(status="planned", starts_on__gt=date.today()).exists()
    assert Evaluation.objects.filter(status__in=("planned", "draft")).exists()
    assert ProjectMoney.objects.filter(available__gt=0, spent__gt=0).exists()
    assert NationalStructure.objects.exclude(outcome="").exists()
    asked = StateRequest.objects.latest("pk")
    assert "Note verbale" in Document.objects.of(asked).values_list("title", flat=True).earliest("pk")


def test_among_people_it_makes_nothing():
    a_coordinator()
    before = rows()

    call_command("seed_demonstration")

    assert rows() == before
