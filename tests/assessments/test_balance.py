"""Those who were heard are added up, and no number gives fewer than five of them away."""

from datetime import date

import pytest
from django.urls import reverse

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
        [heard("academia", 6, 8, "youth", "women"), heard("civil_society", 2, 2, "minorities")]
    )

    assert balance.groups == (("Women and girls", 1, 14), ("Youth", 1, 14), ("Minorities", 1, None))


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
    a_consultation(assessment, women=12, men=24, groups=["youth"])
    a_consultation(assessment, voice="academia", women=2, men=2, groups=["journalists"])
    client.force_login(a_coordinator())

    page = client.get(reverse("assessments:assessment", args=[assessment.pk]))

    sexes, groups = page.context["charts"]["sexes"], page.context["charts"]["groups"]
    assert [bar.label for bar in sexes] == ["Women", "Men", "Others or not stated"]
    assert {str(bar.label): (bar.text, bar.share) for bar in groups} == {
        "Youth": ("36", "100.0%"),
        "Journalists": ("not shown", "0.0%"),
    }
    assert '<rect width="100.0%"' in page.text


def test_bars_by_sex_say_the_sums_and_nothing_where_nobody_was_heard():
    assert dict(balance_of([heard("government", 6, 8)]).by_sex) == {
        "Women": 6,
        "Men": 8,
        "Others or not stated": 0,
    }
    assert balance_of([]).by_sex == ()
