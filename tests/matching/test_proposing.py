"""The system proposes what a text may serve, in whatever language, and says by what it came to this."""

import pytest
from django.utils import translation

from techcoop.matching.queries import proposals
from tests.atlas.makers import a_state
from tests.requests.makers import a_recommendation_to

pytestmark = pytest.mark.django_db

ASKED = "Appui à la Commission nationale des droits de l’homme, conformément aux Principes de Paris."


def proposed(text, *, to=None, language="en", **more):
    return proposals(text, to=[(to or a_state()).pk], language=language, **more)


def test_a_request_in_french_meets_a_recommendation_in_english():
    wanted = a_recommendation_to(a_state(), "Bring the institution into line with the Paris Principles.")
    a_recommendation_to(a_state(), "Abolish the death penalty.")

    (found,) = proposed(ASKED, language="fr")

    assert found.recommendation == wanted
    assert found.subjects == ("National human rights institution",)


@pytest.mark.parametrize("apostrophe", ["'", "’"])
def test_a_request_in_french_is_understood_with_either_apostrophe(apostrophe):
    asked = "Mise en place d’une commission nationale des droits de l’homme".replace("’", apostrophe)
    wanted = a_recommendation_to(a_state(), "Establish a national human rights institution.")

    (found,) = proposed(asked, language="fr")

    assert found.recommendation == wanted
    assert found.subjects == ("National human rights institution",)


def test_the_quotation_marks_of_a_recommendation_are_no_part_of_its_words():
    a_recommendation_to(a_state(), "Digitise the “notaries’ archives”.")

    (found,) = proposed("Support for the archives of notaries")

    assert found.words == ("archives", "notaries")


def test_the_subject_is_named_in_the_language_of_the_reader():
    a_recommendation_to(a_state(), "Establish a national human rights institution.")

    with translation.override("fr"):
        (found,) = proposed(ASKED, language="fr")

    assert found.subjects == ("Institution nationale des droits de l’homme",)


def test_what_the_text_covers_whole_is_surer_than_what_it_touches():
    whole = a_recommendation_to(a_state(), "Reduce overcrowding in prisons.")
    touched = a_recommendation_to(
        a_state(),
        "Reduce overcrowding in prisons, adopt a law on domestic violence, and protect journalists.",
    )

    surer, less_sure = proposed("Training of prison staff and less overcrowding in prisons")

    assert [surer.recommendation, less_sure.recommendation] == [whole, touched]
    assert 0 < less_sure.confidence < surer.confidence <= 100


def test_without_a_known_subject_the_words_decide_and_are_shown():
    wanted = a_recommendation_to(a_state(), "Digitise the archives of the notaries.")

    (found,) = proposed("Support for the archives of notaries")

    assert (found.recommendation, found.subjects) == (wanted, ())
    assert found.words == ("archives", "notaries")


def test_only_recommendations_to_the_states_named_are_proposed():
    a_recommendation_to(a_state("Utopia"), "Establish a national human rights institution.")

    assert proposed(ASKED, language="fr") == []


@pytest.mark.parametrize("text", ["", "\0", "' | & ! :*", "的", "a" * 100_000])
def test_any_text_is_bearable(text):
    a_recommendation_to(a_state(), "Establish a national human rights institution.")

    assert proposed(text) == []


def test_three_questions_are_asked_however_many_fit(django_assert_num_queries):
    for number in range(20):
        a_recommendation_to(a_state(), f"Reform prison number {number}.")
    where = [a_state().pk]

    with django_assert_num_queries(3):
        assert len(proposals("Prison reform", to=where)) == 12
