"""Whoever reads French or Arabic reads all of it: the catalogues are up to date, whole and sound."""

import re

import pytest
from babel.messages.catalog import Message

from launch.inside import catalogues

# A placeholder of a sentence: %(name)s, %d, {name}; the doubled sign of per cent counts as one too.
PLACEHOLDER = re.compile(r"%(?:\(\w+\))?[sdif%]|\{\w*\}")
NUMBERLESS = {"ar": 3}  # nought, one and two may be said without a figure


def translations(language: str) -> list[Message]:
    """The messages of a catalogue, its header left out."""
    path = catalogues.FOLDER / language / "LC_MESSAGES" / "django.po"
    return [one for one in catalogues.translated(path, language) if one.id]


def forms(message: Message) -> tuple[str, ...]:
    """What stands for it: one sentence, or one for each form of the plural."""
    return tuple(message.string) if message.pluralizable else (message.string,)


def broken(message: Message, language: str) -> bool:
    """Whether a form that must say all says something else than the source does."""
    source = message.id[-1] if message.pluralizable else message.id
    wanted = sorted(PLACEHOLDER.findall(source))
    said = forms(message)
    bound = said[NUMBERLESS.get(language, 0) :] if message.pluralizable else said
    free = said[: len(said) - len(bound)]
    return any(sorted(PLACEHOLDER.findall(one)) != wanted for one in bound) or any(
        set(PLACEHOLDER.findall(one)) - set(wanted) for one in free
    )


def test_the_catalogues_hold_what_the_sources_say():
    assert catalogues.stale() == [], "run ./tcp fix, and translate what is new"


@pytest.mark.parametrize("language", catalogues.WHOLE)
def test_nothing_is_left_untranslated_in_french_and_arabic(language):
    assert [one.id for one in translations(language) if not all(forms(one))] == []


@pytest.mark.parametrize("language", catalogues.PLURALS)
def test_every_plural_has_all_its_forms(language):
    number = catalogues.number_of_forms(language)

    assert [one.id for one in translations(language) if one.pluralizable and len(forms(one)) != number] == []


@pytest.mark.parametrize("language", catalogues.PLURALS)
def test_a_translation_keeps_the_placeholders_of_its_source(language):
    assert [one.id for one in translations(language) if all(forms(one)) and broken(one, language)] == []


@pytest.mark.parametrize("language", catalogues.PLURALS)
def test_a_figure_of_a_plural_has_a_name_because_some_forms_leave_it_out(language):
    plurals = [one.id for one in translations(language) if one.pluralizable]

    assert [each for each in plurals if re.search(r"%[sdif]", each[-1])] == []


@pytest.mark.parametrize("language", catalogues.PLURALS)
def test_no_translation_is_a_guess(language):
    assert [one.id for one in translations(language) if one.fuzzy] == []


def test_the_texts_of_a_template_are_found_inside_the_attributes_of_its_components():
    template = """<c-tag label="{% translate 'It is said' %}" />{% blocktranslate trimmed count number=n %}
    {{ number }} thing{% plural %}{{ number }} things{% endblocktranslate %}{% translate "A" context "b" %}"""

    assert catalogues.calls_of(template).splitlines() == [
        "gettext(u'It is said')",
        "ngettext(u'%(number)s thing', u'%(number)s things')",
        "pgettext(u'b', u'A')",
    ]
