"""Asking for a review of the programme, and composing it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import datetime
from uuid import UUID

from django.db import connection, transaction
from django.utils.translation import gettext_lazy as _
from procrastinate.contrib.django import app as worker

from techcoop.evaluation.actions.printing import order_prints
from techcoop.evaluation.models import Review
from techcoop.evaluation.policies import may_compose
from techcoop.evaluation.queries import Period
from techcoop.evaluation.queries.reviews import work_of, work_on
from techcoop.evaluation.statuses import REVIEW_LIFECYCLE
from techcoop.evaluation.synthesis import gather, write
from techcoop.evaluation.synthesis.storing import as_data, digest_of
from techcoop.journal.actions import record
from techcoop.people.models import User
from techcoop.people.policies import made_before, require

COMPOSE = "techcoop.evaluation.compose"
GOING_ON = _("The work on this review is going on.")


@dataclass(frozen=True)
class Wanted:
    """Over which years a review is wanted, and in which language."""

    first_year: int
    last_year: int
    language: str


@transaction.atomic
def ask_for_review(what: Wanted, *, submission: UUID, by: User, at: datetime) -> Review:
    """Ask for a draft; the worker composes it. The same form sent twice asks once."""
    # A double click is one person's: their own row makes the second wait for the first.
    User.objects.select_for_update().get(pk=by.pk)
    require(may_compose(by))
    if made := made_before(Review, submission, requested_by_id=by.pk):
        return made
    review = Review.objects.create(
        submission=submission, requested_by=by, requested_at=at, status_since=at, **asdict(what)
    )
    record("ask", review, by=by, at=at)
    _order(review, by=by)
    return review


@transaction.atomic
def start_again(review: Review, *, by: User, at: datetime) -> Review:
    """Have a draft composed that was interrupted or failed; asked twice, it is ordered once."""
    review = Review.objects.select_for_update().get(pk=review.pk)
    require(may_compose(by))
    work = work_on(review)
    if work.is_queued:
        return review
    require(not work.is_going_on, str(GOING_ON))
    review.move("start_again")
    review.status_since, review.trouble = at, ""
    review.save(update_fields=["status", "status_since", "trouble"])
    record("start_again", review, by=by, at=at)
    _order(review, by=by)
    return review


def _order(review: Review, *, by: User) -> None:
    """Queue the work, in the same transaction."""
    worker.configure_task(COMPOSE).defer(review_id=review.pk, by_id=by.pk)


@contextmanager
def snapshot() -> Iterator[None]:
    """Everything asked inside sees the records as they stood at one moment, and changes none."""
    if connection.in_atomic_block:
        yield
        return
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        yield


def compose_review(review: Review, *, by: User, at: datetime) -> Review:
    """Compose the draft over one moment of the records, and keep it; a draft is there whole or not at all."""
    require(may_compose(by))
    with snapshot():
        _take(review)
        REVIEW_LIFECYCLE.after(Review.objects.get(pk=review.pk).status, "compose")
        facts = gather(Period(review.first_year, review.last_year))
        content = as_data(write(facts, review.language))
    # Only a draft that is kept can be printed: the worker may begin at once.
    return order_prints(_keep(review, content=content, by=by, at=at), by=by, at=at)


def _take(review: Review) -> None:
    """Hold the work until the transaction ends; a second worker is turned away."""
    require(work_of(review).take(), str(GOING_ON))


@transaction.atomic
def _keep(review: Review, *, content: dict, by: User, at: datetime) -> Review:
    _take(review)
    review = Review.objects.select_for_update().get(pk=review.pk)
    require(may_compose(by))
    review.move("compose")
    review.content, review.digest = content, digest_of(content)
    review.status_since, review.trouble = at, ""
    review.save(update_fields=["status", "status_since", "content", "digest", "trouble"])
    record("compose", review, by=by, at=at, details={"digest": review.digest})
    return review


@transaction.atomic
def fail_review(review: Review, *, why: str, by: User, at: datetime) -> Review:
    """Say that a draft could not be composed; nothing of it is kept."""
    review = Review.objects.select_for_update().get(pk=review.pk)
    require(may_compose(by))
    review.move("fail")
    review.status_since, review.trouble = at, why
    review.save(update_fields=["status", "status_since", "trouble"])
    record("fail", review, by=by, at=at, why=why)
    return review
