"""What an address asks of a list."""

import pytest
from django.http import QueryDict

from techcoop.atlas.models import State
from techcoop.web.lists.printing import Cell, print_options, print_rows
from tests.web.makers import STATES, codes, the_page

pytestmark = pytest.mark.django_db


def test_a_page_asks_two_questions_and_no_more(django_assert_num_queries):
    with django_assert_num_queries(2):
        page = the_page("")

    assert page.total == State.objects.count()
    assert len(page.rows) == 10
    assert codes(page) == sorted(codes(page))


def test_pages_follow_each_other_without_overlap_or_gap():
    seen = [code for number in range(1, 40) for code in codes(the_page(f"page={number}"))]

    assert len(set(codes(the_page("page=1")) + codes(the_page("page=2")))) == 20
    assert set(seen) == set(State.objects.values_list("iso3", flat=True))


def test_the_order_is_turned_round_by_its_own_link():
    page = the_page("")
    assert page.headings[0].sorted == "ascending"
    assert page.headings[0].address == "?sort=-code"

    turned = the_page("sort=-code")

    assert codes(turned) == sorted(codes(turned), reverse=True)
    assert turned.headings[0].address == "?"


def test_every_filter_in_force_is_a_chip_with_the_address_without_it():
    page = the_page("q=a&group=african&group=asia_pacific&sort=-code&page=2")

    assert [(str(chip.label), str(chip.value)) for chip in page.chips] == [
        ("Words", "a"), ("Group", "Africa"), ("Group", "Asia"),
    ]  # fmt: skip
    assert page.chips[1].address == "?q=a&group=asia_pacific&sort=-code"


def test_the_address_of_another_page_keeps_the_filters_and_the_order():
    assert the_page("group=african&sort=-code").after == "?group=african&sort=-code&page=2"


@pytest.mark.parametrize(
    ("address", "sentence"),
    [
        ("colour=red", "“colour” is not a filter of this list and was left out."),
        ("group=moon", "“moon” is not possible for “Group” and was left out."),
        ("since=yesterday", "“yesterday” is not possible for “Since” and was left out."),
        ("since=2026-02-31", "“2026-02-31” is not possible for “Since” and was left out."),
        ("sort=name", "This list cannot be sorted by “name”."),
        ("page=x", "“x” is not the number of a page."),
        ("page=-1", "“-1” is not the number of a page."),
        ("page=%C2%B2", "“²” is not the number of a page."),
        ("page=9999999999999999999999", "“9999999999999999999999” is not the number of a page."),
    ],
)
def test_what_is_asked_in_vain_is_said_and_left_out(address, sentence):
    page = the_page(address)

    assert page.complaints == (sentence,)
    assert codes(page) == codes(the_page(""))


def test_a_page_beyond_the_end_is_the_last_one():
    page = the_page("page=5000")

    assert page.after == ""
    assert "ends on page" in page.complaints[0]


def test_a_text_with_a_zero_byte_asks_for_nothing_bad():
    assert the_page("q=a%00f").chips[0].value == "af"


def test_a_list_without_rows_still_has_a_page():
    page = the_page("q=zzzz")

    assert (page.total, page.rows, page.steps[0].number) == (0, (), 1)


def test_a_declaration_may_be_read_with_any_rows():
    assert STATES.column("name") is None
    assert QueryDict("") is not None


def test_what_stands_in_a_cell_is_escaped():
    cell = Cell("<script>alert(1)</script>", '/x/"onclick=1', "", heads=True)

    assert print_rows([(cell,)]) == (
        '<tr><th scope="row" dir="auto"><a href="/x/&quot;onclick=1">'
        "&lt;script&gt;alert(1)&lt;/script&gt;</a></th></tr>"
    )


@pytest.mark.parametrize(("text", "leads"), [("–", False), ("", False), ("0", True), ("1,250", True)])
def test_what_is_not_known_leads_nowhere(text, leads):
    printed = print_rows([(Cell(text, "/projects/", "number", heads=False),)])

    assert ("<a href" in printed) is leads


def test_what_stands_in_a_choice_is_escaped():
    assert print_options([('"', "<b>", True)]) == '<option value="&quot;" selected>&lt;b&gt;</option>'
