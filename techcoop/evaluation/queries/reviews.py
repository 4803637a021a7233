"""Whether the worker is at a review that was asked for, and at its files."""

from techcoop.background import Piece, Work
from techcoop.evaluation.models import Print, Review
from techcoop.evaluation.statuses import ReviewStatus

# The families of advisory locks: composing a review, and making its files; intake has others.
REVIEW_LOCK, PRINT_LOCK = 7463, 7464
# The files in which a review is taken away.
PRINTED = ("pdf", "docx")


def work_of(review: Review) -> Piece:
    """The work on a review, as the worker knows it."""
    return Piece("techcoop.evaluation.compose", "review_id", REVIEW_LOCK, review.pk)


def work_on(review: Review) -> Work:
    """Where the work on a review stands."""
    if review.status != ReviewStatus.REQUESTED:
        return Work(is_due=False, is_queued=False, is_going_on=False)
    work = work_of(review)
    return Work(is_due=True, is_queued=work.is_queued(), is_going_on=work.is_going_on())


def prints_of(review: Review) -> dict[str, Print]:
    """The files of a draft that were made, by their endings."""
    return {one.ending: one for one in Print.objects.filter(content_digest=review.digest or "-")}


def printing_of(review: Review) -> Piece:
    """The making of the files, as the worker knows it."""
    return Piece("techcoop.evaluation.print", "review_id", PRINT_LOCK, review.pk)


def work_on_prints(review: Review) -> Work:
    """Where the making of the files stands; nothing is due before a draft is composed."""
    if review.status != ReviewStatus.COMPOSED or set(PRINTED) <= set(prints_of(review)):
        return Work(is_due=False, is_queued=False, is_going_on=False)
    work = printing_of(review)
    return Work(is_due=True, is_queued=work.is_queued(), is_going_on=work.is_going_on())
