"""Goals and targets come in from code lists; a target without its goal is refused."""

import pytest
from django.utils import translation

from techcoop.programme.models import SustainableGoal
from tests.intake.makers import an_applied_import
from tests.programme.makers import GOALS, TARGETS, a_code_list
from tests.shared_data import real_files

pytestmark = pytest.mark.django_db


def taken_in(text):
    return an_applied_import(text, kind="targets", name="goals.xml")


def test_targets_stand_below_their_goals_in_their_order():
    assert taken_in(GOALS).counts == {"create": 2, "change": 0, "skip": 0, "refuse": 0}

    applied = taken_in(TARGETS)

    assert applied.counts == {"create": 3, "change": 0, "skip": 0, "refuse": 2}
    assert [one.code for one in SustainableGoal.objects.all()] == ["3", "16", "16.3", "16.10", "16.a"]
    with translation.override("fr"):
        assert str(SustainableGoal.objects.get(code="16.3")) == "16.3: État de droit"
    assert [line.told() for line in applied.lines.filter(verdict="refuse")] == [
        "code: Goal 7 is not known yet; take in the list of goals first.",
        "code: “sixteen” is no number of a target, such as 16.3 or 16.a.",
    ]


def test_a_file_changes_the_languages_that_it_says_and_a_second_time_nothing():
    taken_in(GOALS)

    again = taken_in(GOALS)
    changed = taken_in(a_code_list("UNSDG-Goals", ("3", "Good health", "Bonne santé")))

    assert (again.to_create, again.to_change, again.to_skip) == (0, 0, 2)
    assert (changed.to_change, changed.to_skip) == (1, 0)
    assert SustainableGoal.objects.get(code="3").names == {"en": "Good health", "fr": "Bonne santé"}


def test_another_code_list_is_refused_row_by_row():
    applied = taken_in(a_code_list("Sector", ("111", "Education", "Éducation")))

    assert applied.lines.get().told() == "codelist: The code list “Sector” holds neither goals nor targets."


def test_the_real_lists_are_taken_in_whole():
    goals, targets = real_files("sdg/*.xml")

    assert an_applied_import(goals.read_bytes(), kind="targets").to_create == 17
    assert an_applied_import(targets.read_bytes(), kind="targets").to_create == 169
    assert an_applied_import(targets.read_bytes(), kind="targets").to_skip == 169
