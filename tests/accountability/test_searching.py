"""Words, phrases, OR and -not, in the reader's language and in English; the best first."""

import json
from operator import attrgetter

import pytest
from django.utils import translation

from techcoop.accountability.imports.rows import look_up
from techcoop.accountability.models import Recommendation
from techcoop.accountability.queries import Line, matching, ranked
from techcoop.accountability.queries.typed import understood
from tests.accountability.makers import an_export, an_index, taken_in

pytestmark = pytest.mark.django_db

TEXTS = {
    "violence": "Combat violence against women and punish violence.",
    "women": "Promote women in public life.",
    "children": "Combat violence against children.",
    "judges": "Train judges in the law.",
}


def found(words: str) -> list[str]:
    """The names of the texts that are found, the best first."""
    rows = Recommendation.objects.filter(withdrawn_on=None)
    page = ranked(rows, words, start=0, size=25)
    names = {text: name for name, text in TEXTS.items()}
    every = matching(rows, words).in_bulk()
    assert {one.pk for one in page.rows} == set(every)
    assert len(page.rows) == page.total
    # A line is read by SQL: it says what the thing itself says.
    printed = attrgetter(*Line._fields)
    assert [printed(every[one.pk]) for one in page.rows] == page.rows
    return [names.get(every[one.pk].texts.get("en"), one.text) for one in page.rows]


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("violence women", {"violence"}),
        ("judge", {"judges"}),
        ("trained", {"judges"}),
        ('"violence against"', {"violence", "children"}),
        ('"women violence"', set()),
        ("judges OR children", {"judges", "children"}),
        ("violence -women", {"children"}),
        ('combat -"against women"', {"children"}),
        ("the women", {"violence", "women"}),
        ("-violence -judges", {"women"}),
        ("“violence against” women", {"violence"}),
        ("unknown", set()),
        ("  \" - ' & | !( ", set()),
    ],
)
def test_words_are_understood(words, names):
    taken_in(an_export(*({"Text": text} for text in TEXTS.values())))

    assert set(found(words)) == names


def test_the_best_comes_first():
    taken_in(an_export(*({"Text": text} for text in TEXTS.values())))

    assert found("violence")[0] == "violence"


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("fr", "Protéger les défenseurs des droits.", "défenseur droit"),
        ("ar", "حماية حقوق المهاجرين وأسرهم.", "المهاجرين"),
        ("ru", "Защищать права женщин.", "право женщина"),
        ("es", "Proteger a las mujeres.", "mujer"),
    ],
)
def test_every_language_has_its_own_dictionary(language, text, words, monkeypatch):
    export = an_export({"Text": text}, {"Text": "Train judges."})
    monkeypatch.setattr(
        "techcoop.accountability.imports.upr.in_one_language",
        lambda _language, said: json.dumps({language if said == text else "en": said}),
    )
    taken_in(export)

    with translation.override(language):
        assert found(words) == [text]
        assert found("judge") == ["Train judges."]


def test_what_was_typed_is_read_as_alternatives():
    first, second = understood('torture -"death penalty" OR police').alternatives

    assert (first.wanted, first.unwanted) == (("torture",), ("death penalty",))
    assert second.wanted == ("police",)


def test_more_than_can_be_ranked_is_said(monkeypatch):
    monkeypatch.setattr("techcoop.accountability.queries.searching.MOST_RANKED", 2)
    taken_in(an_index(*({"AnnotationId": str(number)} for number in range(4))), name="export.json")

    page = ranked(Recommendation.objects.all(), "women", start=0, size=25)

    assert (len(page.rows), page.total, page.there_are_more) == (2, 2, True)


def test_labels_of_states_with_an_asterisk_are_known():
    known = look_up()

    assert known.is_state("State of Palestine*")
    assert not known.is_state("European Union")


def test_what_is_found_is_the_same_however_it_is_looked_for(monkeypatch):
    searching = "techcoop.accountability.queries.searching"
    monkeypatch.setattr(f"{searching}.MOST_RANKED", 7)
    dates = [f"20{year}-01-01" for year in (25, 24, 22, 19, 17, 16, 10)]
    texts = [{"AnnotationId": f"{one}-{day}", "PublicationDate": day} for one in range(2) for day in dates]
    taken_in(an_index(*texts), name="export.json")
    rows = Recommendation.objects.all()

    at_once = ranked(rows, "women", start=0, size=25)
    monkeypatch.setattr(f"{searching}.MANY", -1)
    year_by_year = ranked(rows, "women", start=0, size=25)

    assert year_by_year == at_once
    assert [one.year for one in at_once.rows] == [2025, 2025, 2024, 2024, 2022, 2022, 2019]
