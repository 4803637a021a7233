"""The same file of the same retrieval is one source, also when two workers take it in at once."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from threading import Barrier

import pytest
from django.db import IntegrityError, connection, transaction

from techcoop.documents.models import Source
from techcoop.intake.actions import working
from techcoop.intake.models import Import
from tests.intake.makers import an_uploaded_import

AT_ONCE = 4


def a_source(**about):
    return Source.objects.create(title="Treasury", retrieved_on=date(2026, 1, 5), **about)


@pytest.mark.django_db
def test_a_second_source_of_the_same_file_is_refused():
    a_source(digest="ab" * 32)

    refusal = pytest.raises(IntegrityError, match="one_retrieval_of_a_file_is_one_source")
    with refusal, transaction.atomic():
        a_source(digest="ab" * 32)


@pytest.mark.django_db
def test_sources_without_a_file_may_have_the_same_title():
    a_source()
    a_source()

    assert Source.objects.count() == 2


@pytest.mark.django_db(transaction=True)
def test_workers_that_take_the_same_file_in_at_once_name_one_source():
    uploaded, together = an_uploaded_import(), Barrier(AT_ONCE)

    def source_of_the_file(_worker):
        try:
            together.wait(20)
            return working._source(Import.objects.get(pk=uploaded.pk)).pk
        finally:
            connection.close()

    with ThreadPoolExecutor(AT_ONCE) as pool:
        found = set(pool.map(source_of_the_file, range(AT_ONCE)))

    assert found == set(Source.objects.values_list("pk", flat=True))
    assert len(found) == 1
