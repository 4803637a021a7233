"""What is typed before it is a request is saved however incomplete, by and for those who may ask."""

from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied
from django.db import ProgrammingError, transaction

from techcoop.documents.actions import Paper
from techcoop.documents.models import Document
from techcoop.journal.queries import history
from techcoop.lifecycle import MoveNotAllowed
from techcoop.requests import actions
from techcoop.requests.models import RequestDraft
from tests.atlas.makers import a_regional_organization, a_state
from tests.people.makers import (
    NOON,
    a_coordinator,
    a_desk_officer,
    a_focal_point,
    a_stranger,
    a_trustee,
    another_focal_point,
)
from tests.requests.makers import A_SCAN, a_draft, days_later

pytestmark = pytest.mark.django_db


def acts(draft):
    return [entry.act for entry in history(draft)]


def saved_again(draft, by=None, **typed):
    words = actions.Typed(origin="on_line", requester=draft.state, fields={**draft.typed, **typed})
    return actions.save_draft(draft.key, words, by=by or draft.author, at=days_later(1), seen=draft.version)


def test_nothing_that_is_missing_or_wrong_keeps_a_draft_from_being_saved():
    draft = a_draft(subject="", urgency="no such urgency", components=["C9"])

    assert draft.typed["components"] == ["C9"]
    assert (draft.version, draft.author) == (1, a_focal_point(a_state()))
    assert acts(draft) == ["begin a draft"]


def test_the_same_words_once_more_are_no_new_version():
    draft = a_draft()

    assert saved_again(draft).version == 1
    assert saved_again(draft, subject="Judges").version == 2
    assert acts(draft) == ["begin a draft"]


def test_a_second_focal_point_goes_on_with_it_and_the_journal_says_so():
    draft = a_draft()

    kept = saved_again(draft, by=another_focal_point(draft.state), summary="Our view.")

    assert kept.author != kept.saved_by
    assert acts(draft) == ["begin a draft", "go on with a draft"]


@pytest.mark.parametrize(
    "someone",
    [
        a_stranger,
        a_trustee,
        a_coordinator,
        lambda: a_desk_officer(a_state()),
        lambda: a_focal_point(a_state("Utopia")),
    ],
)
def test_nobody_else_sees_or_changes_what_a_government_types(someone):
    draft, user = a_draft(), someone()

    assert draft not in RequestDraft.objects.visible_to(user)
    with pytest.raises(PermissionDenied):
        saved_again(draft, by=user)
    with pytest.raises(PermissionDenied):
        actions.set_aside(draft, by=user, at=NOON, why="Not ours.")


def test_a_focal_point_asks_for_an_organisation_only_when_covering_all_its_members():
    arcadia, utopia = a_state(), a_state("Utopia")
    union = a_regional_organization("UMS", arcadia, utopia)
    words = actions.Typed(origin="on_line", requester=union)

    draft = actions.save_draft(uuid4(), words, by=a_focal_point(arcadia, utopia), at=NOON, seen=0)

    assert draft.requester == union
    assert draft not in RequestDraft.objects.visible_to(a_focal_point(arcadia))
    with pytest.raises(PermissionDenied):
        actions.save_draft(uuid4(), words, by=a_focal_point(arcadia), at=NOON, seen=draft.version)


def test_papers_come_once_and_go():
    draft = a_draft()
    for _ in range(2):
        paper = actions.attach_to_draft(draft, Paper("Note", "n.pdf", A_SCAN), by=draft.author, at=NOON)
    assert list(Document.objects.of(draft)) == [paper]

    actions.remove_from_draft(draft, paper, by=draft.author, at=NOON)

    assert not Document.objects.of(draft).exists()
    assert acts(draft) == ["begin a draft", "attach", "attach", "remove"]


def test_a_draft_that_is_set_aside_stays_as_it_is_in_the_database_too():
    draft = actions.set_aside(a_draft(), by=a_focal_point(a_state()), at=NOON, why="Another way was found.")

    with pytest.raises(MoveNotAllowed):
        saved_again(draft, subject="Again")
    with pytest.raises(ProgrammingError, match="a closed draft stays as it is"), transaction.atomic():
        RequestDraft.objects.filter(pk=draft.pk).update(typed={})
