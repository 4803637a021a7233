"""Pages are offered in the languages that are translated as good as whole; letters know all six."""

from io import BytesIO

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from django.conf import settings

from config.languages import translated, whole
from tests.people.makers import a_coordinator

SIX = [("ar", "A"), ("zh-hans", "Z"), ("en", "E"), ("fr", "F"), ("ru", "R"), ("es", "S")]


def a_catalogue(folder, name, messages):
    catalogue = Catalog(locale=name)
    for number in range(messages):
        catalogue.add(f"message {number}", f"translated {number}")
    catalogue.add(("%(n)s thing", "%(n)s things"), ("one",) * catalogue.num_plurals)
    compiled = BytesIO()
    write_mo(compiled, catalogue)
    (folder / name / "LC_MESSAGES").mkdir(parents=True)
    (folder / name / "LC_MESSAGES" / "django.mo").write_bytes(compiled.getvalue())


def test_a_language_is_offered_once_its_catalogue_is_nearly_whole(tmp_path):
    for name, messages in (("fr", 100), ("ar", 96), ("es", 60), ("zh_Hans", 99)):
        a_catalogue(tmp_path, name, messages)

    assert whole(SIX, tmp_path) == ["en", "fr", "zh-hans", "ar"]
    assert translated(tmp_path / "ar") == 97


def test_where_nothing_is_compiled_the_language_of_the_messages_is_left(tmp_path):
    assert whole(SIX, tmp_path) == ["en"]


@pytest.mark.django_db
def test_the_head_of_a_page_offers_these_and_no_others(client):
    client.force_login(a_coordinator())

    page = client.get("/web/gallery/").text

    offered = [code for code, _name in settings.LANGUAGES if f'name="language" value="{code}"' in page]
    assert offered == ["ar", "en", "fr"]


@pytest.mark.django_db
@pytest.mark.parametrize("asked", ["es", "ru", "zh-hans"])
def test_who_asks_for_a_language_of_shreds_reads_english(client, asked):
    client.force_login(a_coordinator())

    by_browser = client.get("/web/gallery/", headers={"accept-language": asked})
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = asked

    for answer in (by_browser, client.get("/web/gallery/")):
        assert '<html lang="en"' in answer.text
