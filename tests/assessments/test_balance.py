"""Those who were heard are added up, and no number gives fewer than five of them away."""

from datetime import date
from itertools import product

import pytest
from django.urls import reverse
from hypothesis import example, given, settings
from hypothesis import strategies as st

from techcoop.assessments.models import Voice
from techcoop.assessments.queries import balance_of
from techcoop.assessments.queries.heard import Heard
from tests.assessments.makers import a_begun_assessment, a_consultation
from tests.people.makers import a_coordinator, a_desk_officer


def heard(voice, women=0, men=0, *groups):
    return Heard(1, date(2026, 2, 1), Voice(voice), women, men, 0, groups)


def test_conversations_of_one_voice_are_added_up_by_sex():
    balance = balance_of([heard("government", 6, 8), heard("government", 5, 9), heard("academia", 7, 12)])

    assert [(line.conversations, line.counts) for line in balance.lines] == [
        (2, (11, 17, 0, 28)),
        (1, (7, 12, 0, 19)),
        (3, (18, 29, 0, 47)),
    ]
    assert not balance.hides


def test_fewer_than_five_are_not_shown_nor_to_be_reckoned():
    balance = balance_of([heard("government", 6, 8), heard("rights_holders", 2, 9)])

    women = [line.counts[0] for line in balance.lines]
    assert women[1] is None
    assert women.count(None) >= 2
    assert balance.hides


def test_a_group_counts_the_people_of_its_conversations():
    balance = balance_of(
        [heard("academia", 6, 8, "youth", "women"), heard("civil_society", 5, 5, "minorities")]
    )

    assert balance.groups == (("Women and girls", 1, 14), ("Youth", 1, 14), ("Minorities", 1, 10))


def test_a_group_that_would_tell_of_two_people_of_another_is_not_counted():
    balance = balance_of(
        [heard("government", 9, 10), heard("civil_society", 18, 0, "youth"), heard("civil_society", 2, 0)]
    )

    assert balance.lines[-1].counts == (29, 10, 0, 39)
    assert balance.groups == (("Youth", 1, None),)
    assert balance.hides


def test_where_a_voice_hides_somebody_no_group_is_counted():
    balance = balance_of([heard("government", 2, 20, "youth"), heard("academia", 9, 9, "rural")])

    assert balance.lines[0].counts[0] is None
    assert [people for _label, _held, people in balance.groups] == [None, None]


CONVERSATIONS = st.lists(
    st.builds(
        heard,
        st.sampled_from(["government", "academia", "civil_society"]),
        *(st.sampled_from([0, 2, 4, 5, 9, 30]),) * 2,
        st.sampled_from(["youth", "minorities", "rural"]),
    ),
    min_size=1,
    max_size=4,
)


def people_of(conversations, told):
    """Whom each shown number counts, cell by cell of conversation and sex: once, or not at all."""
    balance, columns = balance_of(conversations), ((1, 0), (0, 1), (0, 0), (1, 1))
    for line in balance.lines:
        for sexes, shown in zip(columns, line.counts, strict=True):
            of_line = [not line.label or one.voice.label == line.label for one in conversations]
            told(shown, [own * sex for own, sex in product(of_line, sexes)])
    for label, _conversations, shown in balance.groups:
        of_group = [label == one.groups_in_words for one in conversations]
        told(shown, [own * sex for own, sex in product(of_group, (1, 1))])


def reduced(cells, basis):
    """What remains of these cells when every sum and difference of what is known is taken off."""
    for place, known in basis.items():
        if factor := cells[place]:
            cells = [(cell - factor * one) % 1_000_003 for cell, one in zip(cells, known, strict=True)]
    return cells


@settings(max_examples=60, deadline=None)
@given(CONVERSATIONS)
@example([heard("government", 2), heard("academia", 2), heard("civil_society", 30)])
@example([heard("academia", 18, 9, "youth"), heard("academia", 2, 9), heard("government", 5, 5, "youth")])
def test_no_sum_or_difference_of_anything_shown_counts_one_to_four_people(conversations):
    basis, people = {}, [count for one in conversations for count in (one.women, one.men)]

    def told(shown, cells):
        if shown is not None and any(cells := reduced(cells, basis)):
            place = next(at for at, cell in enumerate(cells) if cell)
            inverse = pow(cells[place], -1, 1_000_003)
            basis[place] = [cell * inverse % 1_000_003 for cell in cells]

    people_of(conversations, told)

    for chosen in product((0, 1), repeat=len(people)):
        count = sum(own * one for own, one in zip(people, chosen, strict=True))
        assert not 0 < count < 5 or any(reduced(list(chosen), basis))


@pytest.mark.django_db
def test_who_may_not_open_the_records_sees_sums_only(client):
    assessment = a_begun_assessment()
    a_consultation(assessment, women=2, men=9, groups=["journalists"])
    where = reverse("assessments:assessment", args=[assessment.pk])

    client.force_login(a_coordinator())
    seen = client.get(where).text
    client.force_login(a_desk_officer(assessment.state))
    whole = client.get(where).text

    assert "Conversation by conversation" in whole
    assert "Conversation by conversation" not in seen
    assert "1 Feb 2026" not in seen.split("History")[0]
    assert "not shown" in seen


@pytest.mark.django_db
def test_the_balance_stands_as_bars_that_give_nobody_away_either(client):
    assessment = a_begun_assessment()
    a_consultation(assessment, women=12, men=29, groups=["youth"])
    a_consultation(assessment, voice="academia", women=8, men=9, groups=["journalists"])
    client.force_login(a_coordinator())

    page = client.get(reverse("assessments:assessment", args=[assessment.pk]))

    sexes, groups = page.context["charts"]["sexes"], page.context["charts"]["groups"]
    assert [bar.label for bar in sexes] == ["Women", "Men", "Others or not stated"]
    assert {str(bar.label): (bar.text, bar.share) for bar in groups} == {
        "Youth": ("41", "100.0%"),
        "Journalists": ("17", "41.5%"),
    }
    assert '<rect width="100.0%"' in page.text


@pytest.mark.django_db
def test_where_a_voice_hides_people_the_page_counts_no_group(client):
    assessment = a_begun_assessment()
    a_consultation(assessment, women=12, men=24, groups=["youth"])
    a_consultation(assessment, voice="academia", women=2, men=2, groups=["journalists"])
    client.force_login(a_coordinator())

    page = client.get(reverse("assessments:assessment", args=[assessment.pk]))

    assert {bar.text for bar in page.context["charts"]["groups"]} == {"not shown"}
    assert "or a number from which these could be reckoned" in page.text


def test_bars_by_sex_say_the_sums_and_nothing_where_nobody_was_heard():
    assert dict(balance_of([heard("government", 6, 8)]).by_sex) == {
        "Women": 6,
        "Men": 8,
        "Others or not stated": 0,
    }
    assert balance_of([]).by_sex == ()
