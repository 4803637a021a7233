"""Letters are drafted from templates, changed by people, and kept as they were sent."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import ProgrammingError, transaction
from django.urls import reverse

from techcoop.documents.store import content_of
from techcoop.journal.queries import history
from techcoop.requests import actions, queries
from techcoop.requests.models import SentLetter
from tests.atlas.makers import a_state
from tests.people.makers import NOON, a_coordinator, a_desk_officer, a_focal_point, a_stranger
from tests.press.makers import text_of
from tests.requests.makers import a_redirected_request, a_registered_request, an_acknowledged_request

pytestmark = pytest.mark.django_db
GROUND = {"ground": "components"}
REASONS = "It lies outside the components."


def page_of_act(client, state_request, act, typed=None):
    client.force_login(a_coordinator())
    address = reverse(f"requests:{act}", args=(state_request.reference,))
    return client.get(address) if typed is None else client.post(address, typed)


def letter_fields(answer):
    """What the page holds of the letter, as a browser would send it back."""
    form = answer.context["wording"]
    return {form.add_prefix(name): form[name].value() or "" for name in form.fields}


def test_a_letter_is_changed_on_its_page_and_kept_with_its_text(client):
    registered = a_registered_request()
    fields = letter_fields(page_of_act(client, registered, "acknowledge"))
    fields["letter-paragraphs"] += "\r\n\r\nThe secretariat will be closed on Friday."

    page_of_act(client, registered, "acknowledge", fields)

    sent = SentLetter.objects.get()
    assert sent.paragraphs[-1] == "The secretariat will be closed on Friday."
    assert "closed on Friday" in text_of(content_of(sent.document))
    assert sent.clause in text_of(content_of(sent.document))


def test_the_letter_of_a_decision_follows_its_reasons_until_somebody_changes_it(client):
    registered = a_registered_request()
    first = page_of_act(client, registered, "decline", {**GROUND, "why": "Other reasons.", "then": "preview"})

    again = {**GROUND, "why": REASONS, "then": "preview", **letter_fields(first)}
    second = page_of_act(client, registered, "decline", again)

    assert REASONS in letter_fields(second)["letter-paragraphs"]
    assert "Other reasons." not in letter_fields(second)["letter-paragraphs"]


def test_a_changed_letter_that_no_longer_says_the_reasons_is_refused_and_nothing_is_lost(client):
    registered = a_registered_request()
    shown = page_of_act(client, registered, "decline", {**GROUND, "why": REASONS, "then": "preview"})
    fields = {**GROUND, "why": REASONS, **letter_fields(shown), "letter-paragraphs": "We regret."}

    answer = page_of_act(client, registered, "decline", fields)

    assert "The letter does not say" in answer.text
    assert letter_fields(answer)["letter-paragraphs"] == "We regret."
    registered.refresh_from_db()
    assert registered.status == "registered"


@pytest.mark.parametrize("field", ["letter-subject", "letter-paragraphs", "letter-closing"])
def test_no_changed_letter_speaks_of_a_release_from_monitoring(client, field):
    registered = a_registered_request()
    fields = letter_fields(page_of_act(client, registered, "acknowledge"))
    fields[field] += " Reporting is waived."

    answer = page_of_act(client, registered, "acknowledge", fields)

    assert "release from monitoring" in answer.text
    assert not SentLetter.objects.exists()


def test_a_letter_is_drafted_anew_in_another_language(client):
    registered = a_registered_request()
    fields = letter_fields(page_of_act(client, registered, "acknowledge"))

    answer = page_of_act(
        client, registered, "acknowledge", {**fields, "letter-language": "fr", "then": "anew"}
    )

    assert "accuser réception" in letter_fields(answer)["letter-paragraphs"]
    assert not SentLetter.objects.exists()


def test_a_letter_that_was_sent_is_never_changed():
    an_acknowledged_request()

    for change in (lambda: SentLetter.objects.update(subject="Other"), SentLetter.objects.all().delete):
        with pytest.raises(ProgrammingError), transaction.atomic():
            change()


def test_a_letter_is_sent_again_and_the_history_says_how(client):
    sent = queries.letters_of(a_redirected_request()).get()

    thing = actions.send_again(sent, by=a_desk_officer(a_state()), at=NOON, how="To the mission, by hand.")

    assert history(thing).last().why == "To the mission, by hand."
    with pytest.raises(ValidationError):
        actions.send_again(sent, by=a_coordinator(), at=NOON, how=" ")


@pytest.mark.parametrize("someone", [a_stranger, lambda: a_focal_point(a_state())])
def test_nobody_else_sends_it_again(someone):
    sent = queries.letters_of(a_redirected_request()).get()

    with pytest.raises(PermissionDenied):
        actions.send_again(sent, by=someone(), at=NOON, how="By hand.")


@pytest.mark.parametrize(
    ("someone", "status"),
    [
        (a_coordinator, 200),
        (lambda: a_focal_point(a_state()), 200),
        (lambda: a_desk_officer(a_state("Utopia")), 404),
        (a_stranger, 404),
    ],
)
def test_a_letter_is_seen_by_those_who_see_the_request(client, someone, status):
    sent = queries.letters_of(a_redirected_request()).get()
    client.force_login(someone())
    address = reverse("requests:letter", args=(sent.state_request.reference, sent.pk))

    answer = client.get(address)

    assert answer.status_code == status
    if status == 200:
        assert "never replaces" in answer.text
