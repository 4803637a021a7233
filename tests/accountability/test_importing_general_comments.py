"""General comments come from the library only: an index of them, and a file of paragraphs for each."""

import pytest
from django.db import DatabaseError, connection, transaction

from techcoop.accountability.models import CommentParagraph, GeneralComment
from tests.accountability.comments import LONG, a_paragraph, an_index, index, texts, the_lighthouses
from tests.intake.makers import an_applied_import
from tests.shared_data import real_files

pytestmark = pytest.mark.django_db


def told(applied, verdict="refuse"):
    return [line.told() for line in applied.lines.filter(verdict=verdict)]


def test_paragraphs_make_their_comment_and_the_index_names_it():
    applied = the_lighthouses()

    assert applied.counts == {"create": 0, "change": 1, "skip": 0, "refuse": 0}
    comment = GeneralComment.objects.get()
    assert (str(comment), comment.symbol) == ("CEDAW: General recommendation No. 99", "CEDAW/C/GC/99")
    assert comment.title == "General recommendation No. 99: Lighthouses"
    assert [one.label for one in comment.paragraphs.all()] == ["1.", "2", "Conclusion"]
    assert comment.paragraphs.get(label="2").text == "A keeper watches & rests."
    assert comment.paragraphs.get(label="1.").groups == ["Women/girls"]


def test_a_second_time_changes_nothing_and_a_correction_changes_its_paragraph():
    the_lighthouses()

    assert index(an_index()).counts == {"create": 0, "change": 0, "skip": 1, "refuse": 0}
    corrected = texts(a_paragraph("1.", LONG, "Women/girls"), a_paragraph(2, "A keeper rests."))

    assert corrected.counts == {"create": 0, "change": 1, "skip": 1, "refuse": 0}


def test_two_bodies_may_speak_together():
    index(an_index("CRC", "CEDAW", path="Annotated_CRC_CEDAW-GC18-Harmful-REV.json"))

    comment = GeneralComment.objects.get()
    assert (comment.mechanism.code, comment.joint.code) == ("CRC", "CEDAW")
    assert comment.name == "General comment No. 18"


def test_what_is_wrong_is_said_and_nothing_is_guessed():
    assert "does not say which general comment is meant" in told(texts(a_paragraph(1, "x"), name="a.json"))[0]
    assert told(texts(a_paragraph("", ""))) == [
        "ID: The paragraph has no number. Text: The paragraph has no text."
    ]
    (line,) = told(index(an_index("ABC", Link="javascript:alert(1)", **{"Adoption Date": "May"})))
    assert "Committee: “ABC” is no mechanism" in line
    assert "“May” is no day" in line
    assert "“javascript:alert(1)” is no address" in line
    assert not GeneralComment.objects.exists()


def test_a_text_that_stands_in_two_comments_is_pointed_out():
    the_lighthouses()

    applied = texts(a_paragraph("1.", LONG), name="Annotated_CEDAW_GR98_harbours.json")

    (line,) = told(applied, "create")
    assert line.startswith("Text: The same words stand in “CEDAW_GR99_lighthouses” too")


@pytest.mark.parametrize("model", [CommentParagraph, GeneralComment])
def test_nobody_writes_but_the_importers(model):
    the_lighthouses()
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL techcoop.importing = ''")

    with pytest.raises(DatabaseError, match="only imports"), transaction.atomic():
        model.objects.update(source=1)


def test_the_real_library_is_taken_in():
    paths = [one for one in real_files("library/*.json") if "CAT_GC" in one.name or "GC-info" in one.name]

    counts = [an_applied_import(one.read_bytes(), kind="library", name=one.name).counts for one in paths]

    assert sum(one["refuse"] for one in counts) == 0
    assert GeneralComment.objects.count() == 181
    assert CommentParagraph.objects.count() > 100
