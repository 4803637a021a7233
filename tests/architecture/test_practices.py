"""Every practice is tried with something that breaks it and something that keeps it, and is shipped whole."""

import pytest

from techcoop.programme.models import PracticeVersion
from techcoop.programme.practices import judged, register, standings, subject_for
from tests.assessments import pairs as of_assessments
from tests.delivery import pairs as of_activities
from tests.evaluation import pairs as of_evaluations
from tests.programme.pairs import TODAY
from tests.projects import older_pairs, pairs
from tests.requests import pairs as of_requests

pytestmark = pytest.mark.django_db
PAIRS = {
    **of_requests.PAIRS,
    **of_assessments.PAIRS,
    **pairs.PAIRS,
    **older_pairs.PAIRS,
    **of_activities.PAIRS,
    **of_evaluations.PAIRS,
}


def test_every_practice_has_such_a_pair():
    assert set(PAIRS) == set(register())
    assert len(PAIRS) >= 40


def is_broken(practice, thing, on):
    """What the thing itself is told, which over the whole portfolio is found of exactly the same things."""
    told = judged(thing, today=on, gate=practice.gate)
    broken = {one.standing.practice.key for one in told if one.is_broken}
    if not practice.gate:
        (standing,) = standings(on, [practice])
        assert standing.breaking().filter(pk=thing.pk).exists() == (practice.key in broken)
    return practice.key in broken


@pytest.mark.parametrize("key", PAIRS)
def test_what_breaks_a_practice_is_found(key):
    assert is_broken(register()[key], PAIRS[key].breaks(), PAIRS[key].broken_on)


@pytest.mark.parametrize("key", PAIRS)
def test_what_keeps_a_practice_is_not_found(key):
    assert not is_broken(register()[key], PAIRS[key].keeps(), PAIRS[key].kept_on)


def test_every_practice_stands_from_the_beginning_with_its_source():
    assert {one.practice.key for one in standings(TODAY)} == set(register())
    assert not PracticeVersion.objects.filter(source="").exists()


def test_every_sentence_is_filled_with_its_thresholds():
    for one in standings(TODAY):
        assert "%(" not in f"{one.sentence} {one.finding}", one.practice.key
        assert one.sentence.endswith("."), one.practice.key
        assert subject_for(one.practice.about).model is one.practice.about
