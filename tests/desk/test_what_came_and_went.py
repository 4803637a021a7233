"""Between two accounts of a State that were frozen, the recommendations that came and went are named."""

import dataclasses
import hashlib
from datetime import timedelta

import pytest
from django.db import connection, transaction

from techcoop.accountability.imports.writing import SAY_WHO_WRITES
from techcoop.accountability.models import AccountabilitySnapshot, Recommendation, digest_of
from techcoop.accountability.queries import difference
from techcoop.intake import actions as intake
from tests.accountability.makers import a_recommendation, an_index
from tests.atlas.makers import a_state
from tests.intake.makers import an_upload
from tests.people.makers import NOON, a_coordinator, a_liaison
from tests.requests.makers import a_registered_request

pytestmark = pytest.mark.django_db
PRISONS, COURTS, POLICE = "Visit the prisons.", "Train the judges.", "Pay the police."


def the_index_holds(*texts):
    """A full export of the Index to one State, which withdraws what it does not hold."""
    records = [{"AnnotationId": text, "Text": text, "Countries": ["- Arcadia"]} for text in texts]
    handed_in = dataclasses.replace(
        an_upload(an_index(*records), kind="recommendations"), options={"withdraw_missing": "yes"}
    )
    who = {"by": a_liaison(), "at": NOON}
    previewed = intake.preview(intake.upload(handed_in, **who, order_work=False), **who)
    intake.apply(intake.confirm(previewed, **who, order_work=False), **who)


def frozen_now(state, at=NOON):
    """The account of the State, frozen with a request."""
    return AccountabilitySnapshot.objects.of(a_registered_request(state, at=at)).get()


@pytest.fixture
def state():
    return a_state()


def test_what_came_and_went_between_two_requests_is_named_and_stays_so(state):
    the_index_holds(PRISONS, COURTS)
    before = frozen_now(state)
    the_index_holds(COURTS, POLICE)
    later = frozen_now(state)
    the_index_holds(PRISONS)

    found = difference(before, later)

    assert [one.text for one in found.new] == [POLICE]
    assert [one.text for one in found.gone] == [PRISONS]
    assert (before.is_whole, later.is_whole) == (True, True)


def test_which_ones_belongs_to_what_the_digest_covers(state):
    the_index_holds(PRISONS)
    frozen = frozen_now(state)
    digest = hashlib.sha256(PRISONS.encode()).hexdigest()
    kept = {PRISONS.lower(): {"position": "", "texts": {"en": digest}}}
    assert frozen.facts["recommendations"]["CEDAW"]["which"] == kept

    kept[PRISONS.lower()]["position"] = "supported"
    frozen.facts["recommendations"]["CEDAW"]["which"] = kept

    assert not frozen.is_whole


def changed(recommendation, **values):
    """What a later import makes of a recommendation."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(SAY_WHO_WRITES)
        Recommendation.objects.filter(pk=recommendation.pk).update(**values)
        cursor.execute("SET LOCAL techcoop.importing = ''")


def test_what_was_supported_then_and_is_noted_now_and_other_words_are_told(client, state):
    stayed = a_recommendation(state, PRISONS, Response="Supported")
    before = frozen_now(state)
    changed(stayed, upr_position="noted", texts={"en": COURTS, "fr": "Former les juges."})
    client.force_login(a_coordinator())

    (one,) = difference(before).otherwise
    page = client.get(f"/recommendations/snapshots/{before.pk}/").text

    assert (one.recommendation, one.before, one.after, one.is_reworded) == (
        stayed,
        "Supported",
        "Noted",
        True,
    )
    assert "Supported then, Noted now" in page
    assert "Worded differently since" in page


def test_a_further_language_is_no_other_wording(state):
    stayed = a_recommendation(state, PRISONS)
    before = frozen_now(state)
    changed(stayed, texts={**stayed.texts, "fr": "Visiter les prisons."})

    assert difference(before).otherwise == ()


def test_a_snapshot_that_kept_the_keys_alone_still_fits_and_tells_what_came(state):
    stayed, _new = a_recommendation(state, PRISONS), a_recommendation(state, COURTS)
    facts = {
        "recommendations": {"UPR": {"count": 1, "supported": 0, "noted": 0, "which": [stayed.source_key]}}
    }
    older = AccountabilitySnapshot.objects.create(
        state=state, taken_at=NOON, occasion="registration", facts=facts, digest=digest_of(facts),
        thing_kind="requests.staterequest", thing_id=1,
    )  # fmt: skip

    found = difference(older)

    assert older.is_whole
    assert ([one.text for one in found.new], found.gone, found.otherwise) == ([COURTS], [], ())


def test_an_older_snapshot_still_fits_its_digest_and_says_that_it_kept_numbers_only(client, state):
    a_recommendation(state, PRISONS)
    facts = {"recommendations": {"UPR": {"count": 1, "supported": 1, "noted": 0}}}
    asked = a_registered_request(state)
    older = AccountabilitySnapshot.objects.create(
        state=state, taken_at=NOON - timedelta(days=1), occasion="registration",
        facts=facts, digest=digest_of(facts),
        thing_kind="requests.staterequest", thing_id=asked.pk,
    )  # fmt: skip
    client.force_login(a_coordinator())

    page = client.get(f"/recommendations/snapshots/{older.pk}/").text

    assert older.is_whole
    assert difference(older).changes == []
    assert "before it was kept which recommendations there were" in page


def test_the_page_leads_from_one_to_the_next_and_names_what_is_new(client, state):
    the_index_holds(PRISONS)
    before = frozen_now(state)
    the_index_holds(PRISONS, COURTS)
    later = frozen_now(state, NOON + timedelta(days=1))
    client.force_login(a_coordinator())

    page = client.get(f"/recommendations/snapshots/{before.pk}/?until={later.pk}").text

    assert "1 recommendation is new" in page
    assert COURTS in page
    assert client.get(f"/recommendations/snapshots/{later.pk}/?until={before.pk}").status_code == 404


def test_the_questions_are_as_many_for_many_as_for_few(client, state, at_most_questions):
    the_index_holds(*(f"Recommendation {number}." for number in range(30)))
    frozen = frozen_now(state)
    client.force_login(a_coordinator())

    with at_most_questions(45):
        client.get(f"/recommendations/snapshots/{frozen.pk}/")
