"""Who was heard is sealed; each reading is recorded, and nothing else shows it."""

import base64
import json
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied
from django.core.management import call_command
from django.db import connection
from django.urls import reverse

from techcoop.assessments import actions, queries
from techcoop.assessments.models import Consultation
from techcoop.journal.models import Entry
from techcoop.journal.queries import history, last_edit
from tests.assessments.makers import NAMES, WORDS, a_begun_assessment, a_consultation
from tests.atlas.makers import a_state
from tests.people.makers import NOON, a_coordinator, a_desk_officer, an_auditor

pytestmark = pytest.mark.django_db


def opening(consultation):
    keys = (consultation.assessment_id, consultation.pk)
    return reverse("assessments:read_consultation", args=keys)


def test_a_reading_gives_the_words_and_leaves_a_record():
    consultation = a_consultation(a_begun_assessment())
    officer = a_desk_officer(consultation.assessment.state)

    opened = actions.read_consultation(consultation, by=officer, at=NOON)

    assert (opened.who, opened.said) == (NAMES, WORDS)
    last = history(consultation.assessment).last()
    assert (last.act, last.by, last.details) == (
        "read_consultation",
        officer,
        {"consultation": consultation.pk},
    )


@pytest.mark.parametrize("someone", [a_coordinator, an_auditor, lambda: a_desk_officer(a_state("Borduria"))])
def test_nobody_else_reads_it(someone):
    consultation = a_consultation(a_begun_assessment())

    with pytest.raises(PermissionDenied):
        actions.read_consultation(consultation, by=someone(), at=NOON)
    assert not Entry.objects.filter(act="read_consultation").exists()


def test_the_tables_hold_neither_names_nor_words():
    consultation = a_consultation(a_begun_assessment())
    actions.read_consultation(consultation, by=a_desk_officer(consultation.assessment.state), at=NOON)

    with connection.cursor() as cursor:
        for table in ("assessments_consultation", "assessments_consultationevent", "journal_entry"):
            cursor.execute(f"SELECT string_agg(t::text, ' ') FROM {table} t")
            written = cursor.fetchone()[0] or ""
            assert "Asha" not in written
            assert "afraid" not in written


def test_neither_page_nor_list_nor_export_shows_who_spoke(client):
    consultation = a_consultation(a_begun_assessment())
    client.force_login(a_desk_officer(consultation.assessment.state))
    list_address = reverse("assessments:assessments")

    pages = [
        client.get(reverse("assessments:assessment", args=[consultation.assessment_id])).content,
        client.get(list_address).content,
        b"".join(client.get(list_address, {"export": "csv"}).streaming_content),
    ]

    assert not any(b"Asha" in page or b"afraid" in page for page in pages)


def test_the_query_of_the_page_does_not_fetch_what_is_sealed(django_assert_num_queries):
    assessment = a_consultation(a_begun_assessment()).assessment

    with django_assert_num_queries(1) as asked:
        (heard,) = queries.heard_for(assessment)

    assert (heard.women, heard.men) == (2, 1)
    assert '"who"' not in asked.captured_queries[0]["sql"]


def test_it_is_opened_by_a_post_and_not_kept_by_the_browser(client):
    consultation = a_consultation(a_begun_assessment())
    client.force_login(a_desk_officer(consultation.assessment.state))

    opened = client.post(opening(consultation))

    assert b"Asha" in opened.content
    assert opened["Cache-Control"] == "no-store"
    assert client.get(opening(consultation)).status_code == 405


def test_a_coordinator_sees_the_consultation_but_opens_nothing(client):
    consultation = a_consultation(a_begun_assessment())
    client.force_login(a_coordinator())

    assert client.post(opening(consultation)).status_code == 403


def test_what_is_open_is_changed_without_opening_what_is_sealed(client):
    consultation = a_consultation(a_begun_assessment())
    officer = a_desk_officer(consultation.assessment.state)
    client.force_login(officer)
    where = reverse(
        "assessments:change_row", args=[consultation.assessment_id, "consultations", consultation.pk]
    )

    page = client.get(where)
    client.post(where, {"held_on": "2026-02-02", "voice": "academia", "women": 7, "submission": uuid4()})

    assert "Asha" not in page.text
    changed = Consultation.objects.get()
    assert (changed.voice, changed.women, changed.who, changed.said) == ("academia", 7, NAMES, WORDS)
    assert not Entry.objects.filter(act="read_consultation").exists()


def test_a_record_that_is_erased_leaves_nothing_of_who_spoke():
    consultation = a_consultation(a_begun_assessment())

    actions.remove_row(consultation, by=a_desk_officer(consultation.assessment.state), at=NOON)

    assert not Consultation.objects.exists()
    with connection.cursor() as cursor:
        cursor.execute("SELECT to_jsonb(one) FROM assessments_consultationevent one")
        kept = json.loads(cursor.fetchone()[0])
    assert kept["pgh_label"] == "delete"
    assert not {"who", "said"} & set(kept)


def test_groups_are_a_closed_list_so_that_no_name_stands_in_them(client):
    assessment = a_begun_assessment()
    client.force_login(a_desk_officer(assessment.state))
    typed = {"held_on": "2026-02-02", "voice": "academia", "groups": ["Asha"], "submission": uuid4()}

    page = client.post(reverse("assessments:add_row", args=[assessment.pk, "consultations"]), typed)

    assert "groups" in page.context["form"].errors
    assert not Consultation.objects.exists()


def test_a_day_that_has_not_come_is_refused_beside_its_field(client):
    assessment = a_begun_assessment()
    client.force_login(a_desk_officer(assessment.state))
    typed = {"held_on": "2199-02-02", "voice": "academia", "submission": uuid4()}

    page = client.post(reverse("assessments:add_row", args=[assessment.pk, "consultations"]), typed)

    assert page.context["form"].errors["held_on"] == ["This day has not come yet."]


def test_after_a_new_key_everything_is_sealed_anew_and_the_old_key_may_go(settings, capsys):
    consultation = a_consultation(a_begun_assessment())
    new = "new:" + base64.b64encode(b"n" * 32).decode()
    settings.PROTECTION_KEYS = [new, *settings.PROTECTION_KEYS]

    call_command("reseal")
    call_command("reseal")

    assert [line.split()[0] for line in capsys.readouterr().out.splitlines()] == ["2", "0"]
    settings.PROTECTION_KEYS = [new]
    changed = Consultation.objects.get(pk=consultation.pk)
    assert (changed.who, changed.said) == (NAMES, WORDS)


def test_the_answer_to_names_that_were_typed_is_kept_in_no_store(client):
    assessment = a_begun_assessment()
    client.force_login(a_desk_officer(assessment.state))
    typed = {"held_on": "2199-02-02", "voice": "academia", "who": NAMES, "submission": uuid4()}

    answer = client.post(reverse("assessments:add_row", args=[assessment.pk, "consultations"]), typed)

    assert b"Asha" in answer.content
    assert answer["Cache-Control"] == "no-store"


def test_who_may_not_read_a_conversation_sees_no_number_of_it_neither_changes_nor_erases_it(client):
    consultation = a_consultation(a_begun_assessment())
    seen = last_edit(consultation.assessment, part=consultation.part).number
    for over in ({"who": "Nobody"}, {"women": 7}):
        with pytest.raises(PermissionDenied):
            actions.change_row(consultation, what=over, seen=seen, by=a_coordinator(), at=NOON)
    with pytest.raises(PermissionDenied):
        actions.remove_row(consultation, by=a_coordinator(), at=NOON)
    client.force_login(a_coordinator())
    keys = [consultation.assessment_id, "consultations", consultation.pk]
    typed = {"held_on": "2026-02-02", "voice": "academia", "women": 7, "submission": uuid4()}
    for name in ("change_row", "remove_row"):
        where = reverse(f"assessments:{name}", args=keys)
        assert client.get(where).status_code == client.post(where, typed).status_code == 403
        assert where not in client.get(reverse("assessments:assessment", args=keys[:1])).text

    kept = Consultation.objects.get()
    assert (kept.women, kept.who, kept.said) == (2, NAMES, WORDS)
