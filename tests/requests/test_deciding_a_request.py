"""A request is decided once, by the right person, with written reasons and a letter, all on record."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.urls import reverse

from techcoop.journal.queries import history
from techcoop.lifecycle import MoveNotAllowed
from techcoop.requests import actions, queries
from techcoop.requests.statuses import LIFECYCLE
from tests.atlas.makers import a_state
from tests.people.makers import (
    NOON,
    a_coordinator,
    a_desk_officer,
    a_finance_officer,
    a_focal_point,
    a_stranger,
    an_auditor,
    another_coordinator,
)
from tests.requests.makers import (
    BY_STATUS,
    a_registered_request,
    a_request_under_assessment,
    an_acknowledged_request,
)

pytestmark = pytest.mark.django_db
WORDS = {
    "screen": {"why": "Within the mandate."},
    "accept": {"why": "It answers supported recommendations."},
    "accept_in_part": {"part": "The training.", "why": "Others advise on the law."},
    "decline": {"why": "It lies outside the five components.", "ground": "components"},
    "redirect": {
        "to": "The Electoral Assistance Division",
        "why": "It asks for elections.",
        "ground": "components",
    },
    "withdraw": {"why": "A new request will follow."},
}
DECISIONS = ("accept", "accept_in_part", "decline", "redirect")
MOVES = [(status, act) for status in BY_STATUS for act in LIFECYCLE.acts]


def do(act, state_request, *, by=None, **words):
    return getattr(actions, act)(
        state_request, by=by or a_coordinator(), at=NOON, **{**WORDS.get(act, {}), **words}
    )


@pytest.mark.parametrize(("status", "act"), MOVES)
def test_an_act_is_done_exactly_where_the_table_permits_it(status, act):
    thing = BY_STATUS[status]()

    if status in LIFECYCLE.sources_of(act):
        done = do(act, thing)
        assert done.status == LIFECYCLE.after(status, act)
        assert history(thing).last().act == act
    else:
        with pytest.raises(MoveNotAllowed):
            do(act, thing)


@pytest.mark.parametrize("act", LIFECYCLE.acts)
@pytest.mark.parametrize(
    "someone",
    [
        a_stranger,
        an_auditor,
        a_finance_officer,
        lambda: a_focal_point(a_state("Utopia")),
        lambda: a_desk_officer(a_state("Utopia")),
    ],
)
def test_nobody_without_role_and_scope_does_it(act, someone):
    thing = BY_STATUS[LIFECYCLE.sources_of(act)[0]]()

    with pytest.raises(PermissionDenied):
        do(act, thing, by=someone())
    assert history(thing).last().act != act


@pytest.mark.parametrize("act", sorted({*LIFECYCLE.acts} - {"withdraw"}))
def test_a_government_moves_nothing_of_its_own_request_but_takes_it_back(act):
    thing = BY_STATUS[LIFECYCLE.sources_of(act)[0]]()

    with pytest.raises(PermissionDenied):
        do(act, thing, by=a_focal_point(a_state()))


@pytest.mark.parametrize("act", DECISIONS)
def test_a_decision_says_who_when_and_why_and_its_letter_is_kept(act):
    decided = do(act, a_request_under_assessment() if "accept" in act else a_registered_request())

    assert (decided.decided_by, decided.decided_at) == (a_coordinator(), NOON)
    assert history(decided).last().why == decided.decision_reasons == WORDS[act]["why"]
    letter = queries.letters_of(decided).get(occasion=act).document
    assert (letter.media_type, letter.classification) == ("application/pdf", "unclassified")


@pytest.mark.parametrize("act", [*DECISIONS, "withdraw"])
def test_no_decision_without_written_reasons(act):
    for missing in WORDS[act]:
        with pytest.raises(ValidationError) as refused:
            do(act, a_request_under_assessment(), **{missing: "  "})
        assert missing in refused.value.message_dict


@pytest.mark.parametrize(
    "why",
    [
        "Reporting to the treaty bodies is waived while the project runs.",
        "The State is exempt from its next periodic report.",
        "L’État est dispensé de ses rapports aux organes de traités.",
        "إعفاء الدولة من تقديم التقارير",
        "Advice is given instead of reporting.",
    ],
)
def test_no_decision_speaks_of_a_release_from_monitoring(why):
    with pytest.raises(ValidationError, match="release from monitoring"):
        do("accept", a_request_under_assessment(), why=why)


@pytest.mark.parametrize(
    "why",
    [
        "Training on how reports are written, instead of a seminar.",
        "Equipment is exempt from customs.",
        "The Committee recommended an exemption from military service.",
        "Poor families are exempt from fees.",
    ],
)
def test_plain_reasons_are_not_taken_for_a_release(why):
    assert do("accept", a_request_under_assessment(), why=why).decision_reasons == why


def test_who_goes_on_with_doubtful_words_is_told_before_and_stands_on_record(client):
    thing, why = a_request_under_assessment(), "Poor families are exempt from fees."
    client.force_login(a_coordinator())
    there = f"/requests/{thing.reference}/accept/"

    shown = client.post(there, {"why": why, "then": "preview"})
    client.post(there, {"why": why})

    assert "Look at these words once more" in shown.text
    assert history(thing).last().details["went on with"] == ["exempt"]


def test_what_a_government_wrote_is_never_refused_for_its_words():
    why = "Parliament has waived the review of the reporting law."

    assert do("withdraw", a_registered_request(), why=why).withdrawal_reasons == why


def test_the_second_of_two_officers_is_told_that_the_status_has_changed(client):
    thing = a_request_under_assessment()
    do("accept", thing)
    client.force_login(another_coordinator())

    answer = client.post(reverse("requests:decline", args=(thing.reference,)), WORDS["decline"])

    assert answer.status_code == 409
    assert "The status has changed meanwhile." in answer.text
    assert WORDS["decline"]["why"] in answer.text
    thing.refresh_from_db()
    assert thing.status == "accepted"


def test_whoever_screens_first_has_the_request():
    officer = a_desk_officer(a_state())

    assert do("screen", an_acknowledged_request(), by=officer).desk_officer == officer
