"""How an evaluation and a review of the programme come about. The tables are the procedure."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from techcoop.lifecycle import Lifecycle, move


class EvaluationStatus(models.TextChoices):
    """Where an evaluation stands."""

    PLANNED = "planned", _("Planned")
    DRAFT = "draft", _("Draft")
    FINAL = "final", _("Final")
    RESPONDED = "responded", _("Response published")
    CLOSED = "closed", _("Closed")


class FollowUpStatus(models.TextChoices):
    """What has become of a recommendation of an evaluation."""

    NOT_STARTED = "not_started", _("Not started")
    IN_PROGRESS = "in_progress", _("In progress")
    IMPLEMENTED = "implemented", _("Implemented")
    OVERTAKEN = "overtaken", _("Overtaken by events")


class ReviewStatus(models.TextChoices):
    """Where a draft of the synthesis report stands."""

    REQUESTED = "requested", _("Waiting to be composed")
    COMPOSED = "composed", _("Machine-drafted, not adopted")
    FAILED = "failed", _("Could not be composed")


S, F, R = EvaluationStatus, FollowUpStatus, ReviewStatus
# What an evaluation says can be relied on from here on; drafts stay in their own file.
CONCLUDED = (S.FINAL, S.RESPONDED, S.CLOSED)
OPEN_FOLLOW_UP = (F.NOT_STARTED, F.IN_PROGRESS)

EVALUATION_LIFECYCLE = Lifecycle(
    move("revise", S.PLANNED, S.PLANNED),
    move("revise", S.DRAFT, S.DRAFT),
    move("draft", S.PLANNED, S.DRAFT),
    move("add_finding", S.DRAFT, S.DRAFT),
    move("add_lesson", S.DRAFT, S.DRAFT),
    move("add_recommendation", S.DRAFT, S.DRAFT),
    move("rate", S.DRAFT, S.DRAFT),
    move("finalise", S.DRAFT, S.FINAL),
    move("respond", S.FINAL, S.FINAL),
    move("publish_response", S.FINAL, S.RESPONDED),
    move("follow_up", S.RESPONDED, S.RESPONDED),
    move("close", S.RESPONDED, S.CLOSED),
)

FOLLOW_UP_LIFECYCLE = Lifecycle(
    move("begin", F.NOT_STARTED, F.IN_PROGRESS),
    move("implement", (F.NOT_STARTED, F.IN_PROGRESS), F.IMPLEMENTED),
    move("overtake", (F.NOT_STARTED, F.IN_PROGRESS), F.OVERTAKEN),
)

REVIEW_LIFECYCLE = Lifecycle(
    move("compose", R.REQUESTED, R.COMPOSED),
    move("fail", R.REQUESTED, R.FAILED),
    # Work that was killed left nothing behind; it is done again.
    move("start_again", (R.REQUESTED, R.FAILED), R.REQUESTED),
)

ACT_LABELS = {
    "plan": _("Planned"),
    "revise": _("Revised"),
    "draft": _("Draft begun"),
    "add_finding": _("Finding added"),
    "add_evidence": _("Evidence added"),
    "revise_finding": _("Finding revised"),
    "remove_finding": _("Finding removed"),
    "add_lesson": _("Lesson added"),
    "revise_lesson": _("Lesson revised"),
    "add_recommendation": _("Recommendation added"),
    "revise_recommendation": _("Recommendation revised"),
    "rate": _("Criteria marked"),
    "finalise": _("Made final"),
    "respond": _("Recommendation answered"),
    "publish_response": _("Response published"),
    "follow_up": _("Followed up"),
    "begin": _("Follow-up begun"),
    "implement": _("Implemented"),
    "overtake": _("Overtaken by events"),
    "close": _("Closed"),
    "ask": _("Asked for"),
    "compose": _("Composed"),
    "order_prints": _("Files ordered"),
    "print": _("Files made"),
    "fail": _("Could not be composed"),
    "start_again": _("Ordered again"),
}
