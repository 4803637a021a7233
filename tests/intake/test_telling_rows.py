"""Rows are told by the headings of the file, and what changes in words that people know."""

import pytest
from django.core.management import call_command
from django.urls import reverse
from django.utils import translation

from techcoop.atlas.models import State
from techcoop.intake.models import Import
from techcoop.intake.queries import kinds, teller_of
from tests.intake.makers import a_previewed_import, an_applied_import
from tests.people.makers import a_coordinator

pytestmark = pytest.mark.django_db

PORTFOLIO = """iso3,country,id,agency,name,description,start,end,outcome,required,available,spent
KEN,Kenya,77,OHCHR,Judges are trained,,2023-01-01,2025-12-31,,1000,500,20
PER,Peru,78,,A plan is written,,2023-01-01,,,300,,0
"""
LATER = PORTFOLIO.replace("Judges are", "Judges and clerks are").replace("1000,500", "1200,500")


def told(found: Import, verdict: str) -> list[str]:
    tells = teller_of(found)
    return [tells.told(line) for line in found.lines.filter(verdict=verdict)]


def test_a_new_row_is_told_by_the_headings_in_the_order_of_the_file_without_what_is_empty():
    found = a_previewed_import(PORTFOLIO, kind="portfolio", name="portfolio.csv")

    assert told(found, "create")[1] == (
        "iso3: PER; country: Peru; id: 78; name: A plan is written; start: 2023-01-01; "
        "required: 300; spent: 0"
    )


def test_a_changed_row_is_told_field_by_field_before_and_after():
    an_applied_import(PORTFOLIO, kind="portfolio", name="portfolio.csv")
    found = a_previewed_import(LATER, kind="portfolio", name="portfolio.csv")

    assert told(found, "change") == [
        "title: Judges are trained → Judges and clerks are trained; required (US$): 1000 → 1200"
    ]


def test_a_change_is_told_in_the_language_of_the_reader():
    an_applied_import(PORTFOLIO, kind="portfolio", name="portfolio.csv")
    found = a_previewed_import(LATER, kind="portfolio", name="portfolio.csv")

    with translation.override("fr"):
        assert "titre" in told(found, "change")[0]


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_a_state_is_told_by_its_name_and_a_list_of_states_by_theirs(language):
    kenya = State.objects.get(iso3="KEN")
    tells = teller_of(Import(kind="recommendations", headings=["State"]))

    with translation.override(language):
        assert tells._value("state_id", kenya.pk) == str(kenya)
        assert tells._value("recommending_state_ids", [kenya.pk]) == str(kenya)


def test_a_text_in_several_languages_is_told_language_by_language():
    tells = teller_of(Import(kind="targets", headings=["code"]))

    changed = list(tells._changed("names", {"en": "Peace", "fr": "Paix"}, {"en": "Peace", "fr": "La paix"}))

    assert [(before, after) for _name, before, after in changed] == [("Paix", "La paix")]


def test_every_kind_says_which_records_its_rows_become():
    assert [key for key, kind in kinds().items() if not kind.describes] == []


def test_page_and_command_line_tell_a_row_alike(client, tmp_path, settings, capsys):
    settings.DATA = tmp_path
    path = tmp_path / "portfolio.csv"
    path.write_text(PORTFOLIO)
    call_command("import_records", "portfolio", path)
    client.force_login(a_coordinator(), backend="allauth.account.auth_backends.AuthenticationBackend")
    found = Import.objects.get()

    page = client.get(reverse("intake:import", args=(found.pk,)))

    (line, _other) = told(found, "create")
    assert line[:200] in capsys.readouterr().out
    assert line in [row[3].text for row in page.context["lines"].rows]
