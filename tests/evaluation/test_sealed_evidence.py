"""What evidence tells is sealed in the database, and read by those who may."""

import base64
import importlib

import pytest
from django.apps import apps
from django.core.exceptions import FieldError
from django.core.management import call_command
from django.db import connection
from django.urls import reverse

from techcoop.evaluation import actions
from techcoop.evaluation.models import Evidence
from techcoop.protection import keys
from techcoop.web.links import page_of
from tests.evaluation.makers import IN_CONFIDENCE, a_drafted_evaluation, a_finding
from tests.people.makers import NOON, a_coordinator, a_trustee, an_auditor, an_evaluator

pytestmark = pytest.mark.django_db
TABLES = ("evaluation_evidence", "evaluation_evidenceevent")
WORDS = IN_CONFIDENCE.description
NEW = "new:" + base64.b64encode(b"n" * 32).decode()


@pytest.fixture
def evidence():
    """Confidential evidence of a concluded evaluation, and what it said in the draft."""
    finding = a_finding(a_drafted_evaluation())
    finding.evidence.update(description=WORDS, is_confidential=True)
    actions.finalise(finding.evaluation, by=an_evaluator(), at=NOON)
    return finding.evidence.get()


def held(table):
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT description FROM {table} ORDER BY 1")
        return [words for (words,) in cursor.fetchall()]


def test_neither_the_table_nor_its_history_holds_a_readable_word(evidence):
    earlier = Evidence.pgh_event_model.objects.get()

    assert (evidence.description, earlier.description) == (WORDS, "Twelve conversations with judges")
    for table in TABLES:
        assert not any(" " in words for words in held(table))


def test_it_is_not_searched(evidence):
    with pytest.raises(FieldError, match="sealed"):
        Evidence.objects.filter(description__icontains="prison").first()


@pytest.mark.parametrize(
    ("someone", "reads"),
    [(an_evaluator, True), (a_coordinator, True), (a_trustee, False), (an_auditor, False)],
)
def test_those_who_record_evaluations_read_it_and_others_a_count(client, evidence, someone, reads):
    client.force_login(someone())

    page = client.get(page_of(evidence.finding.evaluation)).content.decode()

    assert (WORDS in page) == reads
    assert ("counted only" in page) != reads


@pytest.mark.parametrize("someone", [an_evaluator, a_trustee])
@pytest.mark.parametrize("ending", ["?q=prison", "?export=csv"], ids=["search", "export"])
def test_no_list_and_no_export_tells_it(client, evidence, someone, ending):
    client.force_login(someone())

    answer = client.get(f"{reverse('evaluation:findings')}{ending}")

    assert answer.status_code == 200
    assert WORDS.encode() not in b"".join(answer)


def test_new_keys_seal_it_anew_though_it_is_concluded(evidence, settings):
    settings.PROTECTION_KEYS = [NEW, *settings.PROTECTION_KEYS]
    call_command("reseal")

    settings.PROTECTION_KEYS = [NEW]
    assert Evidence.objects.get().description == WORDS
    assert Evidence.pgh_event_model.objects.get().description == "Twelve conversations with judges"


def test_what_stood_in_plain_words_is_sealed_when_tables_are_brought_up_to_date(evidence):
    migration = importlib.import_module("techcoop.evaluation.migrations.0010_evidence_is_sealed")
    connection.check_constraints()
    with connection.schema_editor() as editor:
        migration.unseal(apps, editor)
        plain = {table: held(table) for table in TABLES}
        migration.seal(apps, editor)

    assert plain["evaluation_evidence"] == [WORDS]
    assert Evidence.objects.get().description == WORDS
    assert [keys.unseal(held(table)[0], place=migration.PLACE) for table in TABLES] == [
        plain[table][0] for table in TABLES
    ]
