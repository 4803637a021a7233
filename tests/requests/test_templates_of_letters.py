"""The coordinator words letters anew from a day on; what a template names is known, or said to be unknown."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.urls import reverse

from techcoop.journal.queries import history
from techcoop.requests import actions, notices, queries
from techcoop.requests.actions import TemplateText
from techcoop.requests.models import LetterTemplate, Occasion
from tests.atlas.makers import a_state
from tests.people.makers import NOON, a_coordinator, a_desk_officer, a_focal_point, a_stranger
from tests.requests.makers import a_registered_request, an_acknowledged_request

pytestmark = pytest.mark.django_db
TEXT = TemplateText(
    occasion="acknowledge",
    language="en",
    effective_from=date(2026, 3, 10),
    subject="Your request {reference}",
    paragraphs=("We thank {authority}.", "It came on {received_on}."),
    closing="With respect.",
    source="Decision of the coordinator",
)


def issue(text=TEXT, *, by=None, submission=None):
    return actions.issue_template(text, by=by or a_coordinator(), at=NOON, submission=submission or uuid4())


def test_a_new_wording_holds_from_its_day_on_and_older_letters_stay():
    before = queries.letters_of(an_acknowledged_request()).get()
    template, registered = issue(), a_registered_request()

    on_the_eve = notices.drafted(registered, "acknowledge", at=NOON + timedelta(days=7))
    on_the_day = notices.drafted(registered, "acknowledge", at=NOON + timedelta(days=8))

    assert on_the_eve.template == before.template
    assert on_the_day.template == template
    assert on_the_day.subject == f"Your request {registered.reference}"
    assert on_the_day.paragraphs == ("We thank Ministry of Foreign Affairs.", "It came on 20 February 2026.")
    assert history(template).last().act == "issue_template"


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"subject": "To {minister}"}, "{minister} is no field of this letter. These are: {reference}"),
        ({"paragraphs": ("{reasons}",)}, "{reasons} is no field"),
        ({"paragraphs": ("{reference.pk}",)}, "{reference.pk} is no field"),
        ({"paragraphs": ("{reference!r}",)}, "{reference!r} is no field"),
        ({"paragraphs": ("{}",)}, "{} is no field"),
        ({"closing": "A brace } alone"}, "A brace in"),
        ({"closing": "A brace { alone"}, "A brace in"),
        ({"paragraphs": ()}, "something to say"),
        ({"paragraphs": ("Reporting is waived.",)}, "release from monitoring"),
        ({"effective_from": date(2026, 3, 1)}, "today or later"),
    ],
)
def test_what_cannot_be_filled_in_or_said_is_refused_beside_its_field(wrong, sentence):
    with pytest.raises(ValidationError) as refused:
        issue(replace(TEXT, **wrong))

    assert list(refused.value.message_dict) == list(wrong)
    assert sentence in refused.value.message_dict[next(iter(wrong))][0]


@pytest.mark.parametrize(
    ("occasion", "paragraphs", "lacks"),
    [
        ("accept", ("Accepted.",), "{reasons}"),
        ("accept_in_part", ("Because: {reasons}",), "{part}"),
        ("redirect", ("To {whom}.",), "{reasons}"),
        ("redirect", ("Elsewhere: {reasons}",), "{whom}"),
    ],
)
def test_a_wording_of_a_decision_that_leaves_out_what_was_decided_is_refused(occasion, paragraphs, lacks):
    with pytest.raises(ValidationError) as refused:
        issue(replace(TEXT, occasion=occasion, paragraphs=paragraphs))

    (sentence,) = refused.value.message_dict["paragraphs"]
    assert f"put {lacks} into the text" in sentence


def test_a_double_click_issues_one_wording():
    submission = uuid4()

    assert issue(submission=submission) == issue(submission=submission)


@pytest.mark.parametrize(
    "someone", [a_stranger, lambda: a_desk_officer(a_state()), lambda: a_focal_point(a_state())]
)
def test_nobody_else_words_letters(client, someone):
    client.force_login(someone())

    assert client.get(reverse("requests:templates")).status_code == 403
    assert client.get(reverse("requests:template", args=("accept", "en"))).status_code == 403
    with pytest.raises(PermissionDenied):
        issue(by=someone())


def test_a_wording_is_looked_at_with_a_real_request_before_it_is_kept(client):
    registered = a_registered_request()
    client.force_login(a_coordinator())
    typed = {
        "submission": uuid4(),
        "subject": "About {subject}",
        "paragraphs": "We thank {requester}.",
        "source": "A decision",
        "effective_from": date.today(),
        "example": registered.pk,
        "then": "preview",
    }
    address = reverse("requests:template", args=("acknowledge", "es"))

    shown = client.post(address, typed)
    assert f"About {registered.subject}" in shown.text
    assert not LetterTemplate.objects.filter(language="es").exists()

    client.post(address, {**typed, "then": ""})
    assert LetterTemplate.objects.get(language="es").subject == "About {subject}"
    assert client.get(reverse("requests:templates")).status_code == 200


def test_every_occasion_is_worded_in_the_languages_that_are_whole():
    held = {(one.occasion, one.language) for one in queries.templates_in_effect(on=NOON.date())}

    assert held == {(str(occasion), code) for occasion in Occasion for code in ("en", "fr", "ar")}


def test_a_request_in_a_language_without_braces_keeps_its_braces():
    registered = a_registered_request(subject="A {plan} for 100%")
    issue(replace(TEXT, effective_from=NOON.date(), subject="About {subject}"))

    assert notices.drafted(registered, "acknowledge", at=NOON).subject == "About A {plan} for 100%"
