"""Two assessments of one State, years apart: what appeared, what is gone, what remains."""

from decimal import Decimal

import pytest
from django.urls import reverse

from techcoop.assessments import actions
from techcoop.assessments.queries import compare, contents_of
from techcoop.assessments.queries.comparing import paired
from tests.assessments.makers import (
    CRITERIA,
    a_begun_assessment,
    a_consultation,
    a_need,
    a_recommendation,
    an_institution,
    scored,
)
from tests.atlas.makers import a_state
from tests.people.makers import NOON, a_coordinator, a_desk_officer

OLD = ("Nobody inspects the prisons.", "The law of 1931 forbids unions.")
NEW = ("Nobody inspects the prisons of the north.", "Courts lack interpreters.")


def test_entries_with_enough_words_in_common_remain():
    change = paired(OLD, NEW, 0.5)

    assert change.remains == ((OLD[0], NEW[0]),)
    assert (change.gone, change.appeared) == ((OLD[1],), (NEW[1],))


def test_an_entry_is_matched_once_with_the_most_alike():
    change = paired(["Train judges", "Train the judges well"], ["Train the judges well"], 0.5)

    assert change.remains == (("Train the judges well", "Train the judges well"),)
    assert change.gone == ("Train judges",)


def test_nothing_beside_nothing_is_nothing():
    change = paired([], [], 0.5)

    assert (change.gone, change.remains, change.appeared) == ((), (), ())


def two_assessments():
    """An older one and a newer one of the same State."""
    state = a_state()
    older, newer = a_begun_assessment(state), a_begun_assessment(state)
    for one, needs in ((older, OLD), (newer, NEW)):
        for statement in needs:
            a_need(one, statement)
    an_institution(older, "Ombudsman of Arcadia")
    an_institution(newer, "Ombudsman of Arcadia")
    return older, newer


@pytest.mark.django_db
def test_the_older_stands_first_whichever_is_named_first():
    older, newer = two_assessments()
    kept, left = a_recommendation(older.state), a_recommendation(older.state, "Train the judges.")
    officer = a_desk_officer(older.state)
    actions.weigh(older, by=officer, at=NOON, cite={kept.pk, left.pk})
    actions.weigh(newer, by=officer, at=NOON, cite={kept.pk})

    found = compare(contents_of(newer), contents_of(older), today=NOON.date())

    assert (found.then.assessment, found.now.assessment) == (older, newer)
    changes = {str(change.title): change for change in found.changes}
    assert changes["Institutions"].remains == (("Ombudsman of Arcadia",) * 2,)
    assert changes["Needs"].appeared == (NEW[1],)
    assert (changes["Needs"].reworded, changes["Needs"].same) == (((OLD[0], NEW[0]),), ())
    assert changes["Institutions"].same == ("Ombudsman of Arcadia",)
    assert changes["Recommendations weighed"].gone == (left.text,)
    assert [one.needs for one in found.components if any(one.needs)] == [(2, 2)]
    assert [one.said for one in found.components][0] == (0, 0)


@pytest.mark.django_db
def test_the_page_shows_both_and_gives_nobody_away(client, django_assert_max_num_queries):
    older, newer = two_assessments()
    a_consultation(older, women=2, men=9)
    client.force_login(a_coordinator())

    with django_assert_max_num_queries(45):
        page = client.get(reverse("assessments:beside", args=[newer.pk, older.pk]))

    assert all(text in page.text for text in (*OLD, *NEW))
    assert "not shown" in page.text
    assert "Asha" not in page.text


@pytest.mark.django_db
def test_assessments_of_two_states_are_not_compared(client):
    older, elsewhere = a_begun_assessment(), a_begun_assessment(a_state("Borduria"))
    client.force_login(a_coordinator())

    assert client.get(reverse("assessments:beside", args=[older.pk, elsewhere.pk])).status_code == 404
    client.force_login(a_desk_officer(older.state))
    assert client.get(reverse("assessments:beside", args=[older.pk, elsewhere.pk])).status_code == 404


@pytest.mark.django_db
def test_the_priorities_stand_beside_each_other_with_score_and_spread(client):
    older, newer = two_assessments()
    scored(older, first=4, second=2)
    scored(newer, first=5, second=4)
    client.force_login(a_coordinator())

    first, *_others, gone = compare(contents_of(older), contents_of(newer), today=NOON.date()).priorities

    assert (first.statement, first.then.need.statement) == (NEW[0], OLD[0])
    assert (first.then.mean, first.then.lowest, first.then.highest) == (3, 2, 4)
    assert first.moved == Decimal("1.50")
    assert (gone.then.need.statement, gone.now, gone.moved) == (OLD[1], None, None)
    page = client.get(reverse("assessments:beside", args=[older.pk, newer.pk])).text
    assert "3.00 (2.00–4.00)" in page
    assert "+1.50" in page


@pytest.mark.django_db
def test_scores_that_are_not_to_be_seen_yet_are_not_compared():
    older, newer = two_assessments()
    scored(older)
    assessors = [a_desk_officer(newer.state), a_coordinator()]
    actions.name_assessors(newer, people=assessors, by=assessors[0], at=NOON)
    marks = {need.pk: dict.fromkeys(CRITERIA, 5) for need in newer.needs.all()}
    actions.score(newer, marks=marks, by=assessors[0], at=NOON)

    rankings = compare(contents_of(older), contents_of(newer), today=NOON.date()).priorities

    assert all(one.moved is None and (one.now is None or one.now.mean is None) for one in rankings)
