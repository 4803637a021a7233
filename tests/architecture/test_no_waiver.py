"""No word says that assistance lets a State off its account: in no catalogue, template, name or datum."""

import json
import re
from collections.abc import Iterator

import pytest
from django.apps import apps

from launch.inside import catalogues
from techcoop.requests.practices import words_of_release
from tests.architecture.house import PROGRAMME, ROOT, name_of, python_files, templates

# Stems by which the six languages say waiver, exemption or dispensation from monitoring.
WAIVING = {
    "en": r"waiv|exempt|dispens|immunit|amnest|let off",
    "fr": r"exempt|exonér|dispens|dérog|renonciation|immunité|amnisti",
    "es": r"exenci|exonera|eximi|dispensa|renuncia|inmunidad|amnist",
    "ru": r"освобожд|изъяти|иммунитет|амнисти|отказ от права",
    "ar": r"إعفاء|يعفي|تعفي|معفا|استثناء من|تنازل عن|حصانة|عفو",
    "zh-hans": r"豁免|免除|赦免|免于监督",
}
EVERYWHERE = re.compile("|".join(WAIVING.values()), re.IGNORECASE)
# Where the words stand only so that they can be found and refused, each with what it says.
NAMED_TO_BE_REFUSED = {
    "techcoop/requests/practices/releases.py": "the words that a decision must not use",
}
WARNING = "could be read as a release from monitoring"


def found_in(text: str) -> list[str]:
    """The words of a text that would let a State off."""
    return EVERYWHERE.findall(text)


def found_in_what_is_said(text: str) -> list[str]:
    """The same in what people read: also the words for which a letter is refused."""
    return [*found_in(text), *words_of_release(text)]


def shipped() -> Iterator[tuple[str, str]]:
    """Every text of the programme: sources, templates, data; each with its name."""
    for path in python_files("techcoop", "config"):
        yield name_of(path), path.read_text()
    for path in templates().values():
        yield name_of(path), path.read_text()
    yield from data()


def data() -> Iterator[tuple[str, str]]:
    """Everything that is shipped as data, however deep it lies."""
    for path in sorted(PROGRAMME.glob("**/data/**/*")):
        if path.suffix == ".json":
            yield name_of(path), json.dumps(json.loads(path.read_text()), ensure_ascii=False)
        elif path.suffix in (".sql", ".csv", ".txt", ".md"):
            yield name_of(path), path.read_text()


def test_no_source_template_or_datum_knows_such_a_word():
    saying = {name: found for name, text in shipped() if (found := found_in(text))}

    assert set(saying) <= set(NAMED_TO_BE_REFUSED), saying
    assert {name: found for name, text in data() if (found := words_of_release(text))} == {}


@pytest.mark.parametrize("language", catalogues.PLURALS)
def test_no_translation_knows_such_a_word(language):
    path = catalogues.FOLDER / language / "LC_MESSAGES" / "django.po"
    saying = {}
    for message in catalogues.translated(path, language):
        said = message.string if isinstance(message.string, tuple | list) else (message.string,)
        source = message.id if isinstance(message.id, str) else message.id[-1]
        if WARNING not in source and (found := [one for each in said for one in found_in_what_is_said(each)]):
            saying[source] = found

    assert saying == {}


def test_no_table_column_constraint_or_choice_has_such_a_name():
    names = []
    for model in apps.get_models():
        if not model.__module__.startswith("techcoop."):
            continue
        names += [model._meta.db_table, *(one.name for one in model._meta.constraints)]
        for field in model._meta.fields:
            names += [field.name, *(f"{key} {label}" for key, label in field.flatchoices)]

    assert [one for one in names if found_in(one)] == []


@pytest.mark.parametrize("language", WAIVING)
def test_every_language_has_its_words(language):
    told = {
        "en": "The State is exempted from reporting", "fr": "une dérogation au suivi",
        "es": "una exención de la supervisión", "ru": "освобождение от отчётности",
        "ar": "إعفاء من الرصد", "zh-hans": "豁免监督",
    }  # fmt: skip

    assert found_in(told[language])


@pytest.mark.parametrize("text", ["relieved of it", "released from it", "instead of reporting"])
def test_what_letters_are_refused_for_is_looked_for_everywhere(text):
    assert found_in_what_is_said(f"The State is {text}.")


def test_the_named_exceptions_are_still_there():
    assert all((ROOT / name).exists() for name in NAMED_TO_BE_REFUSED)
