"""What the worker does for reviews in the background."""

from contextlib import suppress

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.utils import timezone
from django.utils.translation import gettext_noop
from procrastinate.contrib.django import app as worker

from techcoop.evaluation import actions
from techcoop.evaluation.models import Review
from techcoop.lifecycle import MoveNotAllowed
from techcoop.people.models import User

UNEXPECTED = gettext_noop(
    "Something unexpected stopped the work; nothing was kept. Start again, or report it."
)


@worker.task(name="techcoop.evaluation.compose", queue="reviews")
def compose(review_id: int, by_id: int) -> None:
    """Compose the draft that somebody asked for."""
    review, by = Review.objects.get(pk=review_id), User.objects.get(pk=by_id)
    try:
        actions.compose_review(review, by=by, at=timezone.now())
    except (MoveNotAllowed, PermissionDenied):
        # Composed already, at work already, or ordered by somebody who may no longer: nothing to do.
        return
    except Exception:
        actions.fail_review(review, why=UNEXPECTED, by=by, at=timezone.now())
        raise


@worker.task(name="techcoop.evaluation.print", queue="reviews")
def print_files(review_id: int, by_id: int) -> None:
    """Make the files of a draft; what is interrupted leaves none and is ordered again."""
    review, by = Review.objects.get(pk=review_id), User.objects.get(pk=by_id)
    # Being made already, or ordered by somebody who may no longer: nothing to do.
    with suppress(MoveNotAllowed, PermissionDenied):
        actions.print_review(review, site=settings.SITE, by=by, at=timezone.now())
