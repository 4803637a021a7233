"""The list and the file of a request: who sees them, what they say, and how few questions they ask."""

import pytest
from django.urls import reverse

from techcoop.requests import actions
from tests.atlas.makers import a_regional_organization, a_state
from tests.people.makers import (
    NOON,
    a_coordinator,
    a_desk_officer,
    a_finance_officer,
    a_focal_point,
    a_stranger,
    a_trustee,
    an_administrator,
    an_auditor,
)
from tests.requests.makers import (
    a_received_request,
    a_request_in_formulation,
    a_request_under_assessment,
    an_accepted_request,
    an_acknowledged_request,
)

pytestmark = pytest.mark.django_db
LIST_QUERIES, FILE_QUERIES, LIST_BYTES = 10, 15, 60_000


def page(client, user, address):
    client.force_login(user)
    return client.get(address)


def file_address(state_request, name="request"):
    return reverse(f"requests:{name}", args=(state_request.reference,))


@pytest.mark.parametrize(
    ("someone", "sees"),
    [
        (a_coordinator, True),
        (an_auditor, True),
        (a_finance_officer, True),
        (lambda: a_desk_officer(a_state()), True),
        (lambda: a_focal_point(a_state()), True),
        (lambda: a_desk_officer(a_state("Utopia")), False),
        (lambda: a_focal_point(a_state("Utopia")), False),
        (a_stranger, False),
        (a_trustee, False),
        (an_administrator, False),
    ],
)
def test_a_request_is_seen_within_role_and_scope_in_list_file_search_and_export(client, someone, sees):
    known, user = a_received_request(subject="A rare subject"), someone()

    assert page(client, user, file_address(known)).status_code == (200 if sees else 404)
    for address in ("/requests/", "/requests/?q=rare"):
        assert (known.reference in page(client, user, address).text) is sees
    exported = b"".join(page(client, user, "/requests/?export=csv").streaming_content).decode()
    assert (known.reference in exported) is sees


def test_a_stranger_to_one_member_does_not_see_the_request_of_an_organisation(client):
    arcadia, utopia = a_state(), a_state("Utopia")
    union = a_regional_organization("UMS", arcadia, utopia)
    known = a_received_request(union)

    assert page(client, a_desk_officer(arcadia, utopia), file_address(known)).status_code == 200
    assert page(client, a_desk_officer(arcadia), file_address(known)).status_code == 404


def test_the_list_narrows_by_status_words_and_component_and_exports_what_it_shows(client):
    wanted = an_accepted_request(subject="Institution for children", components=("C2",))
    other = a_received_request(a_state("Utopia"), subject="Training of judges", components=("C4",))
    user = a_coordinator()

    addresses = (
        "?status=accepted",
        "?q=child",
        "?component=C2",
        f"?q={wanted.reference}",
        "?state=XARC&from=2026",
    )
    for asked in addresses:
        shown = page(client, user, f"/requests/{asked}").text
        exported = b"".join(page(client, user, f"/requests/{asked}&export=csv").streaming_content).decode()
        assert wanted.reference in shown
        assert wanted.reference in exported
        assert other.reference not in shown
        assert other.reference not in exported


def test_a_state_without_requests_has_an_empty_list(client):
    a_received_request()
    a_state("Utopia", iso3="XUTO")

    shown = page(client, a_coordinator(), "/requests/?state=XUTO")

    assert shown.context["page"].total == 0
    assert not shown.context["page"].complaints


@pytest.mark.parametrize("number", [1, 12])
def test_a_list_asks_few_questions_whatever_its_length(client, number, at_most_questions):
    for place in range(number):
        a_received_request(a_state(f"State {place}", iso3=f"Y{place:02d}"))
    client.force_login(a_coordinator())

    with at_most_questions(LIST_QUERIES):
        assert client.get("/requests/").status_code == 200


@pytest.mark.parametrize("others", [0, 8])
def test_a_file_asks_few_questions_whatever_it_holds(client, others, at_most_questions):
    known = an_accepted_request()
    for _ in range(others):
        an_acknowledged_request()
    client.force_login(a_desk_officer(a_state()))

    with at_most_questions(FILE_QUERIES):
        assert client.get(file_address(known)).status_code == 200


def test_so_does_one_that_is_formulated_on_which_nothing_stands_yet(client, at_most_questions):
    known = a_request_in_formulation()
    client.force_login(a_desk_officer(a_state()))

    with at_most_questions(FILE_QUERIES):
        assert client.get(file_address(known)).status_code == 200


def test_the_file_says_why_an_act_is_not_possible(client):
    shown = page(client, a_coordinator(), file_address(a_received_request())).text

    assert "Possible while the status is “Registered”." in shown


def test_a_government_reads_where_it_stands_and_not_how_it_is_weighed(client):
    weighed = actions.assign(
        a_request_under_assessment(), officer=a_desk_officer(a_state()), by=a_coordinator(), at=NOON
    )

    answer = page(client, a_focal_point(a_state()), file_address(weighed))

    shown = answer.text
    assert "The request is under assessment." in shown
    assert "What happens next" in shown
    assert str(weighed.desk_officer) in shown
    assert "Within the mandate." not in shown
    assert [act.name for act in answer.context["acts"]] == ["write", "withdraw"]


@pytest.mark.parametrize("language", ["fr", "ar", "en"])
def test_the_pages_speak_in_every_language(client, language):
    known = an_accepted_request()
    client.cookies["django_language"] = language

    for address in ("/requests/", "/requests/new/", file_address(known)):
        assert page(client, a_coordinator(), address).status_code == 200


def test_a_full_page_of_the_list_is_light_enough_for_a_slow_line(client):
    for place in range(50):
        a_received_request(a_state(f"State {place}", iso3=f"Y{place:02d}"))

    assert len(page(client, a_coordinator(), "/requests/").content) < LIST_BYTES
