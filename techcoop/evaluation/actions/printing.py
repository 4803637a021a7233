"""Printing a review: the files are made once, by the worker, and kept by the digest of what they say."""

import hashlib
from datetime import datetime

from django.core.files.base import ContentFile
from django.db import transaction
from django.utils.translation import gettext as _
from procrastinate.contrib.django import app as worker

from techcoop.documents import store
from techcoop.evaluation.models import Print, Review
from techcoop.evaluation.policies import may_see_reviews
from techcoop.evaluation.queries.reviews import PRINTED, printing_of, prints_of, work_on_prints
from techcoop.evaluation.statuses import ReviewStatus
from techcoop.evaluation.synthesis.printing import printed
from techcoop.evaluation.synthesis.storing import from_data
from techcoop.journal.actions import record
from techcoop.lifecycle import only_while
from techcoop.people.models import User
from techcoop.people.policies import require

PRINT = "techcoop.evaluation.print"


@transaction.atomic
def order_prints(review: Review, *, by: User, at: datetime) -> Review:
    """Have the files of a draft made; asked twice, they are ordered once, and what is there stays."""
    review = Review.objects.select_for_update().get(pk=review.pk)
    require(may_see_reviews(by))
    only_while("order_prints", review.status, (ReviewStatus.COMPOSED,))
    work = work_on_prints(review)
    if work.is_due and not (work.is_queued or work.is_going_on):
        record("order_prints", review, by=by, at=at)
        worker.configure_task(PRINT).defer(review_id=review.pk, by_id=by.pk)
    return review


@transaction.atomic
def print_review(review: Review, *, site: str, by: User, at: datetime) -> Review:
    """Make the files that are not there yet, all of them or none; the same content is printed once."""
    require(printing_of(review).take(), _("The files of this review are being made."))
    require(may_see_reviews(by))
    only_while("print", review.status, (ReviewStatus.COMPOSED,))
    missing = [ending for ending in PRINTED if ending not in prints_of(review)]
    report = from_data(review.content or {})
    made = [_keep(review, ending, printed(report, ending, site=site), at=at) for ending in missing]
    if made:
        review = Review.objects.select_for_update().get(pk=review.pk)
        record("print", review, by=by, at=at, details={one.ending: one.digest for one in made})
    return review


def _keep(review: Review, ending: str, content: bytes, *, at: datetime) -> Print:
    digest = hashlib.sha256(content).hexdigest()
    name = f"prints/{digest[:2]}/{digest}"
    # A file without a row, left by a worker that was killed, is found again here.
    name = store.keep(name, ContentFile(content), digest)
    about = {"digest": digest, "stored_as": name, "size_bytes": len(content), "printed_at": at}
    kept, _made = Print.objects.get_or_create(content_digest=review.digest, ending=ending, defaults=about)
    return kept
