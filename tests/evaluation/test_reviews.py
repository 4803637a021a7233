"""A review is asked for, composed in the background, read and taken away; nobody else sees it."""

from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied
from django.core.management import CommandError, call_command

from techcoop.evaluation import tasks
from techcoop.evaluation.management.commands import review as command
from techcoop.journal.queries import history
from techcoop.web.links import page_of
from tests.atlas.makers import a_state
from tests.evaluation.makers import a_composed_review, a_failed_review, a_printed_review, a_review
from tests.evaluation.worlds import a_small_world
from tests.people.makers import (
    a_coordinator,
    a_desk_officer,
    a_stranger,
    a_trustee,
    an_auditor,
    an_evaluator,
)
from tests.press.makers import text_of

pytestmark = pytest.mark.django_db


def test_a_review_is_composed_by_the_worker_and_the_journal_says_so():
    review = a_composed_review()

    assert review.status == "composed"
    assert len(review.digest) == 64
    assert [entry.act for entry in history(review)] == ["ask", "compose", "order_prints"]


def test_the_same_work_ordered_twice_is_done_once():
    review = a_composed_review()

    tasks.compose(review.pk, an_evaluator().pk)

    assert [entry.act for entry in history(review)] == ["ask", "compose", "order_prints"]


def test_what_goes_wrong_is_said_and_nothing_is_kept(monkeypatch):
    review = a_failed_review(monkeypatch)

    assert (review.status, review.content) == ("failed", None)
    assert review.trouble


@pytest.mark.parametrize("someone", [a_stranger, a_trustee, an_auditor, a_desk_officer])
def test_nobody_else_asks_for_a_review(client, someone):
    with pytest.raises(PermissionDenied):
        a_review(by=someone())

    client.force_login(someone())
    assert client.get("/evaluation/reviews/compose/").status_code == 403


@pytest.mark.parametrize(
    ("someone", "sees"),
    [
        (a_coordinator, True),
        (a_trustee, True),
        (a_stranger, False),
        (lambda: a_desk_officer(a_state()), False),
    ],
)
def test_a_review_is_for_those_who_see_evaluations_everywhere(client, someone, sees):
    review = a_printed_review()
    client.force_login(someone())

    assert client.get("/evaluation/reviews/").context["page"].total == sees
    for address in (page_of(review), f"{page_of(review)}report.pdf", f"{page_of(review)}report.docx"):
        assert client.get(address).status_code == (200 if sees else 404)


def test_each_number_on_the_page_is_a_link_and_the_banner_stands_above(client):
    a_small_world(projects=12)
    review = a_printed_review()
    client.force_login(an_evaluator())

    page = client.get(page_of(review)).content.decode()

    assert page.count('class="counted"') > 100
    assert 'href="/projects/?from=2019' in page
    assert "not adopted" in page
    assert "not adopted" in text_of(client.get(f"{page_of(review)}report.pdf").content)


def test_a_review_that_waits_says_so(client):
    review = a_review()
    client.force_login(an_evaluator())

    assert "Waiting for the worker." in client.get(page_of(review)).content.decode()
    assert client.get(f"{page_of(review)}report.pdf").status_code == 404


def test_the_form_says_what_is_wrong_with_the_years(client):
    client.force_login(an_evaluator())
    typed = {"first_year": 2025, "last_year": 2021, "language": "en", "submission": uuid4()}

    answer = client.post("/evaluation/reviews/compose/", typed)

    assert "This year lies before the first." in answer.content.decode()


def test_the_command_writes_three_files(tmp_path):
    a_small_world(projects=12)

    call_command("review", "--from", "2019", "--to", "2024", "--language", "fr", "--out", tmp_path)

    names = sorted(path.name for path in tmp_path.iterdir())
    assert names == [f"review-2019-2024-fr.{ending}" for ending in ("docx", "html", "pdf")]
    assert (tmp_path / names[2]).read_bytes().startswith(b"%PDF")


def test_a_command_that_is_stopped_leaves_nothing_behind(tmp_path, monkeypatch):
    def stopped(*args, **kwargs):
        raise KeyboardInterrupt

    monkeypatch.setattr(command, "printed", stopped)
    with pytest.raises(KeyboardInterrupt):
        call_command("review", "--from", "2019", "--to", "2024", "--out", tmp_path)

    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("years", [("2025", "2021"), ("1900", "2021")])
def test_the_command_refuses_impossible_years(tmp_path, years):
    with pytest.raises(CommandError):
        call_command("review", "--from", years[0], "--to", years[1], "--out", tmp_path)
