"""Whoever holds a role reads the facts of every State; a stranger sees none of them."""

import pytest
from django.urls import reverse

from techcoop.accountability.models import Recommendation
from techcoop.web.links import page_of
from tests.accountability.makers import (
    a_recommendation,
    a_treaty_status,
    an_export,
    an_index,
    taken_in,
)
from tests.atlas.makers import a_region, a_state
from tests.people.makers import a_desk_officer, a_finance_officer, a_stranger, an_auditor

pytestmark = pytest.mark.django_db
LIST = reverse("accountability:recommendations")
PAGES = [LIST, reverse("accountability:treaties"), reverse("accountability:standings")]


def shown(client, address, *, person=None):
    client.force_login(person or a_desk_officer(a_state("Borduria")))
    return client.get(address)


def text_of(response) -> str:
    streamed = getattr(response, "streaming", False)
    return (b"".join(response.streaming_content) if streamed else response.content).decode()


@pytest.mark.parametrize("address", PAGES)
@pytest.mark.parametrize("person", [a_stranger, a_finance_officer])
def test_nobody_without_the_permission_sees_a_list(client, address, person):
    assert shown(client, address, person=person()).status_code == 403


@pytest.mark.parametrize("person", [a_stranger, a_finance_officer])
def test_for_them_a_recommendation_is_not_there(client, person):
    one = a_recommendation()

    assert shown(client, page_of(one), person=person()).status_code == 404
    assert shown(client, LIST + "?export=csv", person=person()).status_code == 403


def test_the_facts_of_every_state_are_open_to_every_officer(client):
    one = a_recommendation(a_state("Elsewhere"), "Train judges.", From="Mali", Issue="Justice,NHRI")

    page = text_of(shown(client, page_of(one), person=a_desk_officer(a_state("Arcadia"))))

    for words in ("Elsewhere", "Train judges.", "Mali", "Justice", "Supported", "Treasury", "session 2"):
        assert words in page
    assert "Only the mechanism or the State says whether a recommendation is implemented." in page


def test_a_text_stands_in_every_language_that_there_is(client):
    taken_in(an_index({"Text": "Act &amp; <i>report</i>"}), name="export.json")
    one = Recommendation.objects.get()

    page = text_of(shown(client, page_of(one)))

    assert "Act &amp; report" in page
    assert 'lang="en" dir="ltr"' in page


@pytest.mark.parametrize(
    ("asked", "count"),
    [
        ("state=MLI", 1), ("mechanism=UPR", 3), ("mechanism=CAT", 0), ("position=noted", 1),
        ("kind=pledge", 0), ("cycle=2", 1), ("from=2013", 1), ("to=2012", 2), ("q=torture", 2),
        ("q=torture&state=MLI", 1), ("q=-torture", 1), ("q=torture&sort=state", 2),
    ],
)  # fmt: skip
def test_the_list_is_narrowed(client, asked, count, at_most_questions):
    taken_in(
        an_export(
            {"Text": "End torture."},
            {"Text": "Fight torture.", "To": "Mali", "Response": "Noted"},
            {"Text": "Train judges.", "Session": "15"},
        )
    )

    client.force_login(an_auditor())
    client.get(LIST)  # the mechanisms are asked for once and then known
    with at_most_questions(10):
        response = client.get(f"{LIST}?{asked}")

    assert response.context["page"].total == count


def test_a_page_behind_the_last_one_is_the_first(client):
    taken_in(an_export({"Text": "End torture."}))

    response = shown(client, f"{LIST}?q=torture&page=9")

    assert (response.context["page"].total, response.context["page"].first) == (1, 1)


def test_a_theme_leads_to_its_recommendations(client):
    one = a_recommendation(a_state(), "Train judges.", Issue="Justice")
    a_recommendation(a_state(), "Feed all.", Issue="Right to food")

    response = shown(client, f"{LIST}?theme={one.theme_ids[0]}")

    assert response.context["page"].total == 1
    assert f'href="{page_of(one)}"' in text_of(response)


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_the_file_holds_what_is_shown(client, kind):
    taken_in(an_export({"Text": "=End torture."}, {"Text": "Train judges."}))

    response = shown(client, f"{LIST}?q=torture&export={kind}")

    body = b"".join(response.streaming_content)
    assert response.status_code == 200
    if kind == "csv":
        assert (b"torture" in body, b"judges" in body) == (True, False)


def test_a_search_that_is_sorted_or_taken_away_holds_everything_that_fits(client, monkeypatch):
    monkeypatch.setattr("techcoop.accountability.queries.searching.MOST_RANKED", 1)
    taken_in(an_export({"Text": "End torture."}, {"Text": "Prevent torture."}, {"Text": "Train judges."}))

    best = shown(client, f"{LIST}?q=torture")
    by_state = shown(client, f"{LIST}?q=torture&sort=state")
    newest = shown(client, f"{LIST}?q=torture&sort=-year")
    file = text_of(shown(client, f"{LIST}?q=torture&export=csv"))

    assert (best.context["page"].total, best.context["there_are_more"]) == (1, True)
    assert "Sorted by a column, and as a file, the list holds all that fit." in text_of(best)
    assert (by_state.context["page"].total, by_state.context["there_are_more"]) == (2, False)
    assert newest.context["page"].total == 2
    assert ("End torture." in file, "Prevent torture." in file, "judges" in file) == (True, True, False)


def test_the_instruments_are_counted_and_each_count_is_a_link(client):
    a_treaty_status(a_state("Arcadia", region=a_region()), code="CAT", year=1987)

    page = text_of(shown(client, reverse("accountability:treaties") + "?region=901"))
    listed = shown(client, reverse("accountability:standings") + "?instrument=CAT&standing=party")

    assert "?instrument=CAT&amp;standing=party" in page
    assert "Arcadia" in page
    assert ">1987<" in page
    assert listed.context["page"].total == 1


def test_pages_are_read_with_few_questions(client, at_most_questions):
    one = a_recommendation()
    a_treaty_status()

    client.force_login(an_auditor())
    for address in PAGES:  # what changes with a release only is asked for once and then known
        client.get(address)
    for address in (*PAGES, page_of(one), PAGES[1] + "?region=901"):
        with at_most_questions(10):
            assert client.get(address).status_code == 200


def test_a_recommendation_offers_its_citation_to_copy(client):
    taken_in(an_index({"Text": "23. The Committee notes."}), name="index.json")

    page = text_of(shown(client, page_of(Recommendation.objects.get())))

    citation = page.split('id="citation"')[1].split("</p>")[0]
    for part in ("Concluding observations", "CEDAW/C/FRA/CO/8", "paragraph 23", "14 November 2023"):
        assert part in citation
    assert 'data-copies="#citation"' in page
