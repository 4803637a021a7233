"""The bytes of a paper, and the class that protects them, are not written otherwise afterwards."""

from uuid import uuid4

import pytest
from django.db import IntegrityError, ProgrammingError, transaction

from techcoop.documents import actions
from techcoop.documents.actions import Paper
from techcoop.documents.models import Document
from tests.atlas.makers import a_state
from tests.people.makers import NOON, a_desk_officer

pytestmark = pytest.mark.django_db
OTHERWISE = (
    {"digest": "0" * 64},
    {"stored_as": "00/0000"},
    {"size_bytes": 1},
    {"media_type": "text/html"},
    {"file_name": "other.html"},
    {"classification": "unclassified"},
)


def a_confidential_paper() -> Document:
    paper = Paper("Note", "note.pdf", b"%PDF-1.7 a note verbale", "confidential")
    return actions.keep(paper, of=a_state(), by=a_desk_officer(a_state()), at=NOON)


@pytest.mark.parametrize("otherwise", OTHERWISE, ids=lambda one: next(iter(one)))
def test_a_paper_stays_as_it_was_kept(otherwise):
    a_confidential_paper()

    with pytest.raises(ProgrammingError, match="a paper stays as it was kept"), transaction.atomic():
        Document.objects.update(**otherwise)


def test_it_may_be_named_better():
    a_confidential_paper()

    Document.objects.update(title="Note verbale")

    assert Document.objects.filter(title="Note verbale").exists()


def test_it_stays_with_what_it_was_kept_for():
    a_confidential_paper()

    with pytest.raises(ProgrammingError, match="stays with what it was kept for"), transaction.atomic():
        Document.objects.update(thing_id=7)


def test_there_is_no_fourth_class():
    another = a_confidential_paper()
    another.pk, another.submission, another.classification = None, uuid4(), "secret"

    with pytest.raises(IntegrityError, match="a_document_has_one_of_the_three_classes"):
        another.save(force_insert=True)
