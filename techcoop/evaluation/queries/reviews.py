"""Whether the worker is at a review that was asked for."""

from techcoop.background import Piece, Work
from techcoop.evaluation.models import Review
from techcoop.evaluation.statuses import ReviewStatus

# The family of advisory locks of reviews; intake has others.
REVIEW_LOCK = 7463


def work_of(review: Review) -> Piece:
    """The work on a review, as the worker knows it."""
    return Piece("techcoop.evaluation.", "review_id", REVIEW_LOCK, review.pk)


def work_on(review: Review) -> Work:
    """Where the work on a review stands."""
    if review.status != ReviewStatus.REQUESTED:
        return Work(is_due=False, is_queued=False, is_going_on=False)
    work = work_of(review)
    return Work(is_due=True, is_queued=work.is_queued(), is_going_on=work.is_going_on())
