"""The paragraph of a treaty body is read out of its text, and found by symbol and paragraph."""

import pytest

from techcoop.accountability.models import Recommendation
from techcoop.accountability.queries.searching import matching
from tests.accountability.makers import RECORD, an_index, taken_in

pytestmark = pytest.mark.django_db
KEY = RECORD["AnnotationId"]


def index(*records):
    return taken_in(an_index(*records), name="export-full-en.json")


@pytest.mark.parametrize(
    ("text", "paragraph"),
    [("23. The Committee notes.", "23"), ("Rural women 49.The Committee notes.", "49"),
     ("<p>Violence</p><p>23. The Committee</p>", "23"), ("Para 7. Protect them.", "7"),
     ("In view of article 4. The Committee", ""), ("Since 2015. The Committee", ""),
     ("12.5 per cent. The share", ""), ("Children aged 15. they", ""), ("Protect them. 4. The State", "")],
)  # fmt: skip
def test_the_paragraph_of_a_treaty_body_stands_in_front_or_behind_its_heading(text, paragraph):
    index({"Text": text})

    one = Recommendation.objects.get(source_key=KEY)
    assert one.paragraph == paragraph
    assert not paragraph or paragraph in one.text


@pytest.mark.parametrize("asked", ["{} 23", "{}, para. 23", "{} § 23", "{}, paragraph 23", "{} para 23 (b)"])
def test_a_symbol_with_its_paragraph_finds_the_text_of_every_mechanism(asked):
    other = KEY[:-1] + "2"
    index({"Text": "23. The Committee notes."}, {"AnnotationId": other, "Text": "24. The Committee notes."})
    review = {"Symbol": "A/HRC/53/9", "Body": "- UPR", "AnnotationId": KEY[:-1] + "3", "UprCycle": ["- 4th"]}
    index({**review, "Text": "133.12 Ratify it (Chad)."})

    found = matching(Recommendation.objects.all(), asked.format("CEDAW/C/FRA/CO/8"))
    of_review = matching(Recommendation.objects.all(), asked.replace("23", "133.12").format("A/HRC/53/9"))
    assert [one.source_key for one in found] == [KEY]
    assert [one.paragraph for one in of_review] == ["133.12"]
