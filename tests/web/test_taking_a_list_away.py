"""What a list shows, as a file."""

import csv
import io
from dataclasses import replace

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import InternalError
from django.test import RequestFactory

from techcoop.atlas.models import State
from techcoop.sheets.writers import WRITERS
from techcoop.web.lists import Column, list_page, read
from techcoop.web.lists.answering import completed
from tests.web.makers import STATES

pytestmark = pytest.mark.django_db


def the_file(address: str):
    request = RequestFactory().get(f"/list/?{address}")
    return list_page(
        request, STATES, State.objects.all(), template="none.html", title="States", writers=WRITERS
    )


def lines(response) -> list[list[str]]:
    text = b"".join(response.streaming_content).decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text)))


def test_the_file_holds_every_row_of_the_filters_in_the_order_of_the_page():
    response = the_file("group=african&sort=-code&page=2&export=csv")
    rows = lines(response)

    assert rows[0] == ["Code", "Name", "Number"]
    assert len(rows) == 1 + State.objects.filter(group="african").count()
    assert [row[0] for row in rows[1:]] == sorted((row[0] for row in rows[1:]), reverse=True)


def test_the_file_has_a_name_with_the_day():
    response = the_file("export=xlsx")

    assert response["Content-Disposition"].startswith('attachment; filename="states-20')
    assert b"".join(response.streaming_content)[:2] == b"PK"


@pytest.mark.parametrize("ending", WRITERS)
def test_a_file_that_nobody_takes_leaves_nothing_behind(ending, tmp_path, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    untouched, abandoned = the_file(f"export={ending}"), the_file(f"export={ending}")

    next(iter(abandoned.streaming_content))
    untouched.close()
    abandoned.close()

    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("ending", WRITERS)
def test_rows_that_are_read_while_the_file_is_sent_write_nothing(ending):
    def careless(state):
        State.objects.filter(pk=state.pk).update(group="none")
        return state.iso3

    listing = replace(STATES, columns=(Column("code", "Code", careless),))
    request = RequestFactory().get(f"/list/?export={ending}")
    response = list_page(
        request, listing, State.objects.all(), template="none.html", title="States", writers=WRITERS
    )

    with pytest.raises(InternalError, match="read-only transaction"):
        b"".join(response.streaming_content)


def test_the_page_links_to_the_files_of_the_same_filters():
    request = RequestFactory().get("/list/?group=african&page=2")
    request.user = AnonymousUser()
    page = completed(read(STATES, request.GET, State.objects.all()), request, WRITERS)

    assert page.exports == (
        ("xlsx", "Excel", "?group=african&export=xlsx"),
        ("csv", "CSV", "?group=african&export=csv"),
    )
