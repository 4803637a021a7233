"""A request is registered when it is complete, and its receipt acknowledged in the State's language."""

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from techcoop.documents.models import Document
from techcoop.documents.store import content_of
from techcoop.journal.queries import last_edit
from techcoop.requests import actions, notices
from tests.atlas.makers import a_state
from tests.people.makers import NOON, a_coordinator, a_desk_officer
from tests.press.makers import text_of
from tests.requests.makers import a_received_request, a_registered_request, some_facts

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("lacking", "field"),
    [
        ({"dated_on": None}, "dated_on"),
        ({"signatory_name": ""}, "signatory_name"),
        ({"signatory_authority": ""}, "signatory_authority"),
        ({"signatory_authority": "ONG Espoir", "signatory_kind": "civil_society"}, "signatory_kind"),
        ({"signatory_kind": "regional"}, "signatory_kind"),
        ({"signatory_kind": ""}, "signatory_kind"),
        ({"signatory_authority": "Hope", "signatory_kind": "united_nations"}, "signatory_kind"),
        ({"summary": ""}, "scan"),
    ],
)
def test_an_incomplete_request_is_not_registered_and_the_field_is_named(lacking, field):
    with pytest.raises(ValidationError) as refused:
        actions.register(a_received_request(**lacking), by=a_coordinator(), at=NOON)

    assert list(refused.value.message_dict) == [field]


def test_a_name_that_sounds_like_an_ngo_warns_and_the_kind_decides(client):
    received = a_received_request(signatory_authority="Ministry for NGOs", signatory_kind="ministry")
    client.force_login(a_coordinator())

    page = client.post(reverse("requests:register", args=[received.reference]), follow=True)

    assert "Registered as" in page.text
    assert "see that the Government stands behind it" in page.text


def test_what_was_registered_is_not_made_incomplete_afterwards():
    registered = a_registered_request()
    facts = some_facts(registered.state, signatory_kind="regional")

    with pytest.raises(ValidationError) as refused:
        actions.revise(registered, facts, by=a_coordinator(), at=NOON, seen=last_edit(registered).number)

    assert list(refused.value.message_dict) == ["signatory_kind"]


def test_a_scan_says_what_is_asked_for_as_well_as_a_summary():
    scanned = a_received_request(summary="", with_scan=True)

    assert actions.register(scanned, by=a_coordinator(), at=NOON).status == "registered"


def test_the_file_says_what_is_missing_with_links_to_the_fields(client):
    received = a_received_request(dated_on=None)
    client.force_login(a_coordinator())

    answer = client.post(reverse("requests:register", args=(received.reference,)), follow=True)

    assert 'href="#id_dated_on"' in answer.text
    assert "Enter the date that stands on the document." in answer.text


def test_the_acknowledgement_is_kept_as_it_is_sent():
    registered = a_registered_request()

    acknowledged = actions.acknowledge(registered, by=a_coordinator(), at=NOON)

    letter = text_of(content_of(Document.objects.of(acknowledged).get()))
    assert acknowledged.acknowledged_on == NOON.date()
    for said in (registered.reference, "Ministry of Foreign Affairs", "NV/2026/17", "never replaces"):
        assert said in letter


@pytest.mark.parametrize(("language", "written"), [("fr", "fr"), ("ar", "ar"), ("en", "en"), ("pt", "en")])
def test_a_letter_is_written_in_the_language_of_correspondence_where_it_is_translated(language, written):
    registered = a_registered_request(a_state(f"State {language}", iso3=f"Z{language}", language=language))

    assert notices.drafted(registered, "acknowledge", at=NOON).language == written


def test_the_letter_is_looked_at_before_and_nothing_is_kept(client):
    registered = a_registered_request()
    client.force_login(a_desk_officer(a_state()))

    page = client.get(reverse("requests:acknowledge", args=(registered.reference,)))
    draft = client.post(reverse("requests:acknowledge", args=(registered.reference,)), {"then": "pdf"})

    assert registered.reference in page.text
    assert draft.content.startswith(b"%PDF")
    assert not Document.objects.exists()


def test_the_letter_of_a_decision_is_looked_at_before(client):
    registered = a_registered_request()
    client.force_login(a_coordinator())
    typed = {"why": "It lies outside the components.", "ground": "components", "then": "preview"}

    page = client.post(reverse("requests:decline", args=(registered.reference,)), typed)

    assert "The letter as it would be sent" in page.text
    registered.refresh_from_db()
    assert registered.status == "registered"
