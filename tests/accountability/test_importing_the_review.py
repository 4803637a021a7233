"""Lists of the universal periodic review are found in many hands; one text stays one recommendation."""

import pytest
from django.db import DatabaseError, connection, transaction

from techcoop.accountability.models import Recommendation, Theme
from tests.accountability.makers import a_list, a_recommendation, an_export, shown, taken_in
from tests.atlas.makers import a_state
from tests.shared_data import real_files

pytestmark = pytest.mark.django_db

YEARS = ("text", "to", "decision", "From", "year", "notes")
LINE = {"text": "69.1   Fight torture (Kuwait, Mali). );", "to": "algeria", "decision": "consider",
        "From": "Kuwait", "year": "2008"}  # fmt: skip
NOTHING = {"create": 0, "change": 0}


def the_one() -> Recommendation:
    return Recommendation.objects.get()


def codes(one: Recommendation) -> set[str]:
    return {state.iso3 for state in type(one.state).objects.filter(pk__in=one.recommending_state_ids)}


def test_an_export_says_cycle_year_position_and_themes():
    taken_in(an_export({"Text": " End the death penalty &#40;now&#41;. ", "Issue": "Death penalty,Justice"}))

    one = the_one()
    assert (one.state.iso3, one.upr_session, one.upr_cycle, one.year) == ("FRA", 2, 1, 2008)
    assert (one.upr_position, one.texts) == ("supported", {"en": "End the death penalty (now)."})
    themes = Theme.objects.filter(pk__in=one.theme_ids, taxonomy="upr-info")
    assert [theme.label for theme in themes] == ["Death penalty", "Justice"]


def test_old_encodings_are_read():
    taken_in(an_export({"To": "Côte d'Ivoire", "Text": "Protect Ivoirians’ rights."}).encode("mac_roman"))

    assert (the_one().state.iso3, the_one().text) == ("CIV", "Protect Ivoirians’ rights.")


@pytest.mark.parametrize(
    ("session", "cycle", "year"), [("1", 1, 2008), ("13", 2, 2012), ("27", 3, 2017), ("41", 4, 2022)]
)
def test_a_session_belongs_to_a_cycle_and_a_year(session, cycle, year):
    taken_in(an_export({"Text": "Act.", "Session": session}))

    assert (the_one().upr_cycle, the_one().year) == (cycle, year)


def test_a_voluntary_pledge_is_no_recommendation():
    taken_in(an_export({"Text": "We shall.", "From": "France", "Response": "Voluntary Pledge"}))

    assert (the_one().kind, the_one().upr_position, the_one().recommending_state_ids) == ("pledge", "", [])


def test_several_recommending_states_make_one_recommendation():
    taken_in(
        a_list(YEARS, LINE, {**LINE, "From": "Mali"}, {**LINE, "text": "69.2 Other (Mali)", "From": "NA"})
    )

    one, other = Recommendation.objects.order_by("paragraph")
    assert (one.paragraph, one.text, one.upr_position) == ("69.1", "Fight torture", "pending")
    assert (codes(one), codes(other)) == ({"KWT", "MLI"}, set())


def test_another_copy_of_the_same_text_adds_what_it_knows():
    taken_in(an_export({"To": "Algeria", "Text": "Fight torture.", "From": "Mali", "Response": "Noted"}))

    taken_in(a_list(YEARS, LINE))

    one = the_one()
    assert (one.paragraph, one.upr_session, one.upr_position) == ("69.1", 2, "noted")
    assert codes(one) == {"KWT", "MLI"}


def test_a_copy_that_tells_another_position_is_refused():
    taken_in(an_export({"To": "Algeria", "Text": "Fight torture.", "Response": "Noted"}))

    applied = taken_in(a_list(YEARS, {**LINE, "decision": "support"}))

    assert applied.counts["refuse"] == 1
    assert "does not replace a position that is known" in applied.lines.get().told()


def test_a_second_run_changes_nothing():
    lists = an_export({"Text": "One."}, {"Text": "One.", "From": "Chad"}), a_list(YEARS, LINE)
    for text in lists:
        taken_in(text)

    counts = [taken_in(text).counts for text in lists]

    assert all(one | NOTHING == one for one in counts)


def test_lists_that_say_different_things_of_the_same_texts_do_not_undo_one_another():
    pending = {"To": "Algeria", "Text": "Fight torture.", "From": "Mali", "Response": "Pending"}
    export = an_export(pending, {**pending, "Text": "Free the press.", "Response": "Noted", "Session": "1"})
    years = a_list(
        YEARS, LINE, {**LINE, "decision": "support"}, {**LINE, "text": "69.2  Free the press (Kuwait)"}
    )
    for text in (export, years):
        taken_in(text)
    known = list(Recommendation.objects.order_by("pk").values())

    counts = [taken_in(text).counts for text in (export, years, export)]

    assert all(one | NOTHING == one for one in counts)
    assert list(Recommendation.objects.order_by("pk").values()) == known
    assert len(known) == 2


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ({"To": "Atlantis"}, "“Atlantis” means no State"),
        ({"From": "Narnia"}, "“Narnia” means no State"),
        ({"Response": "Perhaps"}, "“Perhaps” is no position"),
        ({"Session": "99"}, "“99” is no session"),
        ({"Text": " "}, "no text"),
    ],
)
def test_what_is_not_known_is_refused_and_never_guessed(row, why):
    previewed = shown(an_export({"Text": "Act.", **row}, {"Text": "Act well."}))

    assert (previewed.to_create, previewed.to_refuse) == (1, 1)
    assert why in previewed.lines.get(verdict="refuse").told()


@pytest.mark.parametrize(
    "sentence",
    [
        "UPDATE accountability_recommendation SET upr_position = 'supported'",
        "DELETE FROM accountability_recommendation",
        "TRUNCATE accountability_recommendation CASCADE",
    ],
)
def test_nobody_but_an_import_writes(sentence):
    one = a_recommendation(a_state(), "Act.")
    # What the import left to the end of its transaction is settled first, as it is in life.
    connection.cursor().execute("SET CONSTRAINTS ALL IMMEDIATE")

    with pytest.raises(DatabaseError, match="only imports"), transaction.atomic():
        connection.cursor().execute(sentence)

    assert Recommendation.objects.filter(pk=one.pk).exists()


@pytest.mark.parametrize(
    ("pattern", "least", "refused"),
    [
        ("upr-export/1-5.csv", 5_500, 0),
        ("upr-export/voluntary.xls", 940, 0),
        ("upr-years/2008data.csv", 800, 0),
        ("lists/UPR20*.docx", 163, 0),
        ("lists/UPR34*.docx", 215, 0),
    ],
)
def test_real_files_are_taken_in_and_a_second_run_changes_nothing(pattern, least, refused):
    (path,) = real_files(f"recommendations/{pattern}")

    applied = taken_in(path.read_bytes(), name=path.name)
    again = shown(path.read_bytes(), name=path.name)

    assert applied.counts["create"] >= least
    assert applied.counts["refuse"] == refused
    assert (again.to_create, again.to_change) == (0, 0)
