"""A question that is written by hand answers in named rows; a value never becomes part of the sentence."""

from typing import NamedTuple

import pytest

from techcoop.web.rows import rows_of

pytestmark = pytest.mark.django_db


class Said(NamedTuple):
    """A word and its length."""

    word: str
    length: int


def test_each_answer_becomes_a_row_in_the_order_of_the_question():
    question = "SELECT word, length(word) FROM unnest(%(words)s::text[]) AS word ORDER BY 2"

    assert rows_of(Said, question, words=["three", "a"]) == [Said("a", 1), Said("three", 5)]


def test_a_value_is_never_read_as_part_of_the_question():
    trick = "'; DROP TABLE people_user; --"

    assert rows_of(Said, "SELECT %(word)s::text, 1", word=trick) == [Said(trick, 1)]
