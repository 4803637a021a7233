"""The counts beside the list of recommendations: each says exactly how much its link then lists."""

import pytest
from django.urls import reverse

from tests.accountability.makers import an_export, an_index, taken_in
from tests.atlas.makers import a_region, a_state
from tests.people.makers import a_stranger, an_auditor

pytestmark = pytest.mark.django_db
COUNTS = reverse("accountability:counts")


def some_texts():
    """Texts of two mechanisms to three States."""
    a_state("Arcadia", region=a_region())
    taken_in(
        an_export(
            {"Text": "End torture.", "To": "Arcadia", "Issue": "Justice,Torture"},
            {"Text": "Fight torture.", "To": "Mali", "Response": "Noted"},
            {"Text": "Train judges.", "Session": "15"},
        )
    )
    dates = ({"AnnotationId": "a"}, {"AnnotationId": "b", "PublicationDate": "2019-01-01T00:00:00"})
    taken_in(an_index(*dates), name="export.json")


def facets(client, asked: str):
    return {one.label: one for one in client.get(f"{COUNTS}?{asked}").context["facets"]}


def test_a_stranger_counts_nothing(client):
    client.force_login(a_stranger())

    assert client.get(COUNTS).status_code == 403


@pytest.mark.parametrize(
    "asked",
    [
        "",
        "q=torture",
        "q=women+OR+judges&state=FRA",
        "mechanism_kind=upr&from=2008",
        "q=-torture",
        "state=901",
    ],
)
def test_each_count_is_what_its_link_lists(client, asked):
    some_texts()
    client.force_login(an_auditor())

    values = [value for facet in facets(client, asked).values() for value in facet.values]

    assert values
    for value in values:
        assert client.get(value.address).context["page"].total == value.number, value


def test_everything_is_counted_once(client):
    some_texts()
    client.force_login(an_auditor())

    found = facets(client, "")

    assert {(one.label, one.number) for one in found["Kind of mechanism"].values} == {
        ("Universal periodic review", 3),
        ("Treaty bodies", 2),
    }
    assert {one.label for one in found["Persons concerned"].values} == {"Women & girls"}
    assert client.get(COUNTS).context["total"] == 5


def test_what_the_list_is_narrowed_to_is_not_counted_again(client):
    some_texts()
    client.force_login(an_auditor())

    found = facets(client, "state=FRA&from=2023&to=2023")

    assert not {"State", "Year"} & found.keys()
    assert "Year" in facets(client, "from=2008&to=2025")


def test_rare_values_are_numbered_only(client, monkeypatch):
    monkeypatch.setattr("techcoop.accountability.queries.counting.MOST_SHOWN", 1)
    some_texts()
    client.force_login(an_auditor())

    states = facets(client, "")["State"]

    assert ([one.label for one in states.values], states.others) == (["France"], 2)


def test_the_list_leads_to_the_counts_of_the_same_search(client, at_most_questions):
    some_texts()
    client.force_login(an_auditor())
    page = client.get(reverse("accountability:recommendations") + "?q=torture").content.decode()

    with at_most_questions(10):
        counted = client.get(f"{COUNTS}?q=torture")

    assert f'hx-get="{COUNTS}?q=torture"' in page
    assert len(counted.content) < 60_000


def test_it_is_said_when_a_list_will_show_less_than_is_counted(client, monkeypatch):
    monkeypatch.setattr("techcoop.accountability.queries.MOST_RANKED", 1)
    some_texts()
    client.force_login(an_auditor())

    assert "at most the 1 newest" in client.get(f"{COUNTS}?q=torture").content.decode()


@pytest.mark.parametrize("asked", ["q=%22", "q=()!&state=999", "year=x&cycle=9"])
def test_nonsense_is_said_and_counts_nothing_wrong(client, asked):
    client.force_login(an_auditor())

    assert client.get(f"{COUNTS}?{asked}").status_code == 200
