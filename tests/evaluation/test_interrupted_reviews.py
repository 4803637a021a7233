"""A review whose worker was killed half-way left nothing behind, says so, and is started again."""

from concurrent.futures import ThreadPoolExecutor
from threading import Event

import pytest
from django.core.exceptions import PermissionDenied
from django.db import OperationalError, connection

from techcoop.evaluation import actions, tasks
from techcoop.evaluation.actions import reviews
from techcoop.evaluation.models import Review
from techcoop.evaluation.queries import work_on
from techcoop.journal.queries import history
from techcoop.lifecycle import MoveNotAllowed
from techcoop.web.links import page_of
from tests.evaluation.makers import (
    a_composed_review,
    a_failed_review,
    a_printed_review,
    a_review,
    an_interrupted_review,
    take_from_the_queue,
)
from tests.people.makers import NOON, a_coordinator, a_stranger, a_trustee, an_auditor, an_evaluator

pytestmark = pytest.mark.django_db


class Pause:
    """A worker that waits in the middle of composing."""

    def __init__(self, monkeypatch):
        self.reached, self.go_on, self.process = Event(), Event(), 0
        self.gather = reviews.gather
        monkeypatch.setattr(reviews, "gather", self)

    def __call__(self, period):
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_backend_pid()")
            self.process = cursor.fetchone()[0]
        self.reached.set()
        self.go_on.wait(20)
        return self.gather(period)


def compose(review):
    """As the worker does it, which takes the order from the queue first."""
    take_from_the_queue()
    tasks.compose(review.pk, an_evaluator().pk)


def beside(work, review):
    """A worker of its own, with a connection of its own."""
    try:
        work(review)
    finally:
        connection.close()


def compose_until_killed(review):
    """Who is killed does not come to say that it failed."""
    take_from_the_queue()
    actions.compose_review(review, by=an_evaluator(), at=NOON)


@pytest.mark.django_db(transaction=True)
def test_a_killed_worker_leaves_a_review_that_can_be_started_again(monkeypatch):
    review, pause = a_review(), Pause(monkeypatch)

    with ThreadPoolExecutor() as pool:
        killed = pool.submit(beside, compose_until_killed, review)
        assert pause.reached.wait(20)
        assert work_on(review).is_going_on
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_terminate_backend(%s, 5000)", [pause.process])
        pause.go_on.set()
        with pytest.raises(OperationalError):
            killed.result(20)

    assert work_on(review).was_interrupted
    actions.start_again(review, by=a_coordinator(), at=NOON)
    assert work_on(review).is_queued
    compose(review)
    assert Review.objects.get().status == "composed"
    assert [entry.act for entry in history(review)] == ["ask", "start_again", "compose", "order_prints"]


@pytest.mark.django_db(transaction=True)
def test_a_second_worker_is_turned_away_and_the_first_goes_on(monkeypatch):
    review, pause = a_review(), Pause(monkeypatch)

    with ThreadPoolExecutor() as pool:
        first = pool.submit(beside, compose, review)
        assert pause.reached.wait(20)
        compose(review)
        with pytest.raises(PermissionDenied):
            actions.start_again(review, by=an_evaluator(), at=NOON)
        assert Review.objects.get().status == "requested"
        pause.go_on.set()
        first.result(20)

    assert Review.objects.get().status == "composed"


def test_a_review_that_failed_is_started_again_and_its_trouble_is_over(monkeypatch):
    review = actions.start_again(a_failed_review(monkeypatch), by=a_coordinator(), at=NOON)

    assert (review.status, review.trouble) == ("requested", "")
    assert work_on(review).is_queued


def test_started_again_twice_it_is_ordered_once():
    review = an_interrupted_review()

    for _time in range(2):
        actions.start_again(review, by=an_evaluator(), at=NOON)

    assert [entry.act for entry in history(review)] == ["ask", "start_again"]


def test_what_is_composed_stays_as_it_is():
    with pytest.raises(MoveNotAllowed):
        actions.start_again(a_composed_review(), by=an_evaluator(), at=NOON)


@pytest.mark.parametrize("someone", [a_stranger, a_trustee, an_auditor])
def test_nobody_else_starts_a_review_again(client, someone):
    review = an_interrupted_review()
    with pytest.raises(PermissionDenied):
        actions.start_again(review, by=someone(), at=NOON)

    client.force_login(someone())
    assert client.post(f"{page_of(review)}start_again/").status_code in (403, 404)
    assert b"start_again" not in client.get(page_of(review)).content


def test_the_page_says_that_the_work_was_interrupted_and_starts_it_again(client):
    review = an_interrupted_review()
    client.force_login(an_evaluator())

    page = client.get(page_of(review)).content.decode()
    assert "The work was interrupted." in page
    assert "hx-get" not in page

    answer = client.post(f"{page_of(review)}start_again/", follow=True)
    assert "Waiting for the worker." in answer.content.decode()


def test_a_page_that_looks_again_is_loaded_anew_once_there_is_something_else_to_see(client):
    composed, waiting = a_printed_review(), a_review()
    client.force_login(an_evaluator())

    looked = client.get(f"{page_of(waiting)}progress/", headers={"hx-request": "true"})
    assert "Waiting for the worker." in looked.content.decode()
    done = client.get(f"{page_of(composed)}progress/", headers={"hx-request": "true"})
    assert done.headers["HX-Refresh"] == "true"
