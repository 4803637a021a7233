"""A focal point endorses a request on line on behalf of an authority; that is its signature."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, ProgrammingError, connection, transaction

from techcoop.documents.actions import Paper
from techcoop.documents.models import Document
from techcoop.journal.actions import ChangedMeanwhile
from techcoop.journal.queries import history
from techcoop.requests import actions
from techcoop.requests.models import RequestDraft, StateRequest
from techcoop.requests.practices import sounds_like_another_body
from tests.atlas.makers import a_regional_organization, a_state
from tests.people.makers import (
    NOON,
    a_coordinator,
    a_desk_officer,
    a_focal_point,
    a_focal_point_of,
    another_focal_point,
)
from tests.requests.makers import A_SCAN, a_draft, a_registered_request, an_endorsed_request, endorsable_facts

pytestmark = pytest.mark.django_db


def endorsed(draft, by=None, seen=None, **different):
    facts = endorsable_facts(draft.state, **different)
    return actions.endorse(draft, facts, by=by or draft.author, at=NOON, seen=seen or draft.version)


def test_an_endorsed_draft_is_a_received_request_with_its_papers_and_its_signature():
    draft = a_draft()
    actions.attach_to_draft(draft, Paper("Note", "n.pdf", A_SCAN), by=draft.author, at=NOON)

    made = endorsed(draft)

    draft.refresh_from_db()
    assert (made.status, made.channel, made.endorsed_by) == ("received", "on_line", draft.author)
    assert (draft.state_request, draft.closed_by) == (made, draft.author)
    titles = {paper.title for paper in Document.objects.of(made)}
    assert titles == {"Note", "Request for technical cooperation, endorsed on line"}
    signed = history(made).last()
    assert (signed.act, signed.details["authority"]) == ("endorse", "Ministry of Foreign Affairs")


def test_the_desk_registers_it_at_once():
    made = an_endorsed_request()

    assert actions.register(made, by=a_desk_officer(made.state), at=NOON).status == "registered"


def test_a_second_click_gives_the_same_request():
    draft = a_draft()

    assert endorsed(draft) == endorsed(draft, seen=1)
    assert StateRequest.objects.count() == 1


@pytest.mark.parametrize("someone", [a_coordinator, lambda: a_focal_point(a_state("Utopia"))])
def test_nobody_else_endorses_it(someone):
    with pytest.raises(PermissionDenied):
        endorsed(a_draft(), by=someone())


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ({"subject": ""}, "subject"),
        ({"summary": ""}, "summary"),
        ({"signatory_name": ""}, "signatory_name"),
        ({"signatory_authority": ""}, "signatory_authority"),
        ({"signatory_kind": "regional"}, "signatory_kind"),
        ({"signatory_kind": ""}, "signatory_kind"),
        ({"signatory_authority": "Amnesty", "signatory_kind": "civil_society"}, "signatory_kind"),
    ],
)
def test_what_is_missing_is_said_and_the_draft_stays(said, field):
    draft = a_draft()

    with pytest.raises(ValidationError) as refused:
        endorsed(draft, **said)

    assert field in refused.value.message_dict
    draft.refresh_from_db()
    assert draft.closed_at is None


def test_what_somebody_changed_since_it_was_looked_at_is_not_endorsed_unseen():
    draft = a_draft()
    words = actions.Typed(origin="on_line", requester=draft.state, fields={"subject": "Otherwise"})
    actions.save_draft(draft.key, words, by=another_focal_point(draft.state), at=NOON, seen=draft.version)

    with pytest.raises(ChangedMeanwhile, match="Gaston"):
        endorsed(draft, seen=1)


def test_the_desk_corrects_the_rest_of_an_endorsed_request_and_not_what_was_signed():
    with pytest.raises(ProgrammingError), transaction.atomic():
        StateRequest.objects.filter(pk=an_endorsed_request().pk).update(endorsed_by=None)


@pytest.mark.parametrize(
    ("name", "warns"),
    [
        ("Ministry of Foreign Affairs, Department for the United Nations", False),
        ("Ministère de la justice", False),
        ("Ministry for NGOs and Civil Society", True),
        ("United Nations Country Team", True),
        ("The UNDP country office", True),
        ("Coordonnateur résident des Nations Unies", True),
        ("Alliance of non-governmental organizations", True),
        ("منظمة غير حكومية", True),
    ],
)
def test_words_of_the_united_nations_or_of_ngos_in_a_name_warn(name, warns):
    assert sounds_like_another_body(name) is warns


def test_a_ministry_for_ngos_asks_for_its_government():
    made = endorsed(a_draft(), signatory_authority="Ministry for NGOs", signatory_kind="ministry")

    assert made.signatory_authority == "Ministry for NGOs"


def test_an_organisation_endorses_as_one_and_no_ministry_does_for_it():
    union = a_regional_organization("UMS", a_state())
    olga = a_focal_point_of(union)
    typed = actions.Typed(origin="on_line", requester=union, fields={"subject": "A court"})
    draft = actions.save_draft(uuid4(), typed, by=olga, at=NOON, seen=0)

    def endorse(kind):
        facts = endorsable_facts(union, signatory_kind=kind)
        return actions.endorse(draft, facts, by=olga, at=NOON, seen=1)

    with pytest.raises(ValidationError, match="choose “Regional organisation”"):
        endorse("ministry")
    assert endorse("regional").signatory_kind == "regional"


@pytest.mark.parametrize(("of_a_state", "kind"), [(True, "regional"), (False, "ministry")])
def test_the_table_holds_the_kind_to_whoever_asked(of_a_state, kind):
    thing = a_registered_request(a_state() if of_a_state else a_regional_organization("UMS", a_state()))

    with pytest.raises(IntegrityError, match="a_state_is_no_regional"), transaction.atomic():
        StateRequest.objects.filter(pk=thing.pk).update(signatory_kind=kind)


@pytest.mark.django_db(transaction=True)
def test_two_who_endorse_at_the_same_time_make_one_request():
    draft, facts = a_draft(), endorsable_facts()

    def endorse(_number):
        try:
            return actions.endorse(draft, replace(facts), by=draft.author, at=NOON, seen=1).reference
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as threads:
        assert len(set(threads.map(endorse, range(2)))) == 1
    assert StateRequest.objects.count() == 1
    assert RequestDraft.objects.get().state_request_id
