"""A composed review and its printed files are not written otherwise afterwards."""

import pytest
from django.db import ProgrammingError, transaction

from techcoop.evaluation.models import Print, Review
from tests.evaluation.makers import a_composed_review

pytestmark = pytest.mark.django_db
OTHERWISE = (
    {"content": {}},
    {"digest": "0" * 64},
    {"first_year": 2001},
    {"last_year": 2025},
    {"language": "fr"},
)


@pytest.mark.parametrize("otherwise", OTHERWISE, ids=lambda one: next(iter(one)))
def test_a_composed_review_stays_as_it_is(otherwise):
    a_composed_review()

    with pytest.raises(ProgrammingError, match="a composed review stays as it is"), transaction.atomic():
        Review.objects.update(**otherwise)


def test_a_printed_report_stays_as_it_was_printed():
    about = {"digest": "1" * 64, "stored_as": "prints/11", "size_bytes": 1, "printed_at": "2026-01-01T00:00Z"}
    Print.objects.create(content_digest="0" * 64, ending="pdf", **about)

    for attempt in (
        lambda: Print.objects.update(digest="2" * 64),
        lambda: Print.objects.all()._raw_delete("default"),
    ):
        with pytest.raises(ProgrammingError, match="stays as it was printed"), transaction.atomic():
            attempt()
