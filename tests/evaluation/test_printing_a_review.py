"""The files of a review are made once, by the worker; one that is killed leaves none, and starts again."""

from concurrent.futures import ThreadPoolExecutor
from threading import Event

import pgtrigger
import pytest
from django.core.exceptions import PermissionDenied
from django.db import OperationalError, connection

from techcoop.evaluation import actions, tasks
from techcoop.evaluation.actions import printing
from techcoop.evaluation.models import Print
from techcoop.evaluation.queries import prints_of, work_on_prints
from techcoop.journal.queries import history
from techcoop.lifecycle import MoveNotAllowed
from techcoop.web.links import page_of
from tests.evaluation.makers import a_composed_review, a_printed_review, a_review, take_from_the_queue
from tests.people.makers import NOON, a_stranger, a_trustee, an_evaluator

pytestmark = pytest.mark.django_db
SITE = "https://techcoop.example"


def print_as_the_worker(review):
    take_from_the_queue()
    actions.print_review(review, site=SITE, by=an_evaluator(), at=NOON)


def downloaded(client, review, ending):
    return client.get(f"{page_of(review)}report.{ending}").content


class Pause:
    """A worker that waits in the middle of printing."""

    def __init__(self, monkeypatch):
        self.reached, self.go_on, self.process = Event(), Event(), 0
        monkeypatch.setattr(printing, "printed", self)

    def __call__(self, report, ending, *, site):
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_backend_pid()")
            self.process = cursor.fetchone()[0]
        self.reached.set()
        self.go_on.wait(20)
        return ending.encode()


def beside(review):
    """A worker of its own, with a connection of its own."""
    try:
        print_as_the_worker(review)
    finally:
        connection.close()


def test_each_file_is_made_once_and_then_only_handed_out(client, monkeypatch):
    review = a_printed_review()
    client.force_login(an_evaluator())
    monkeypatch.setattr(printing, "printed", lambda *about, **more: pytest.fail("It is printed already."))

    tasks.print_files(review.pk, an_evaluator().pk)

    assert downloaded(client, review, "pdf").startswith(b"%PDF")
    assert downloaded(client, review, "docx").startswith(b"PK")
    assert [entry.act for entry in history(review)] == ["ask", "compose", "order_prints", "print"]


def test_the_same_content_gives_the_same_bytes():
    review = a_printed_review()
    first = {ending: one.digest for ending, one in prints_of(review).items()}
    with pgtrigger.ignore("evaluation.Print:a_printed_report_stays_as_it_was_printed"):
        Print.objects.all().delete()

    tasks.print_files(review.pk, an_evaluator().pk)

    assert {ending: one.digest for ending, one in prints_of(review).items()} == first


@pytest.mark.django_db(transaction=True)
def test_a_killed_worker_leaves_no_file_and_the_work_is_ordered_again(monkeypatch):
    review, pause = a_composed_review(), Pause(monkeypatch)

    with ThreadPoolExecutor() as pool:
        killed = pool.submit(beside, review)
        assert pause.reached.wait(20)
        assert work_on_prints(review).is_going_on
        with pytest.raises(PermissionDenied):
            actions.print_review(review, site=SITE, by=an_evaluator(), at=NOON)
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_terminate_backend(%s, 5000)", [pause.process])
        pause.go_on.set()
        with pytest.raises(OperationalError):
            killed.result(20)

    assert work_on_prints(review).was_interrupted
    for _time in range(2):
        actions.order_prints(review, by=an_evaluator(), at=NOON)
    print_as_the_worker(review)
    assert set(prints_of(review)) == {"pdf", "docx"}
    assert [entry.act for entry in history(review)][2:] == ["order_prints", "order_prints", "print"]


def test_the_page_shows_progress_then_an_interruption_then_the_files(client):
    review = a_composed_review()
    client.force_login(a_trustee())
    assert "The files are being made" in client.get(page_of(review)).content.decode()

    take_from_the_queue()
    assert "There are no files of this draft yet." in client.get(page_of(review)).content.decode()
    again = client.post(f"{page_of(review)}order_prints/", follow=True)
    assert "The files are being made" in again.content.decode()

    print_as_the_worker(review)
    assert "report.docx" in client.get(page_of(review)).content.decode()


def test_the_page_looks_again_while_the_draft_is_composed_and_again_while_its_files_are_made(client):
    review = a_composed_review()
    client.force_login(an_evaluator())

    def looks_again(of):
        answer = client.get(f"{page_of(review)}progress/{of}", headers={"hx-request": "true"})
        return "HX-Refresh" not in answer.headers

    assert (looks_again(""), looks_again("?of=files")) == (False, True)
    print_as_the_worker(review)
    assert not looks_again("?of=files")


def test_only_a_composed_review_is_printed_and_only_for_those_who_see_it():
    with pytest.raises(MoveNotAllowed):
        actions.order_prints(a_review(), by=an_evaluator(), at=NOON)
    with pytest.raises(PermissionDenied):
        actions.order_prints(a_composed_review(), by=a_stranger(), at=NOON)
