"""Answering the recommendations of an evaluation, and following up what was accepted."""

from dataclasses import dataclass
from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from techcoop.evaluation.actions.evaluations import locked, moved
from techcoop.evaluation.models import Evaluation, EvaluationRecommendation, Response
from techcoop.evaluation.policies import may_respond
from techcoop.evaluation.queries import missing_before_publishing
from techcoop.evaluation.statuses import FOLLOW_UP_LIFECYCLE
from techcoop.journal.actions import record, require_unchanged
from techcoop.lifecycle import only_while
from techcoop.people.models import User
from techcoop.people.policies import require

SAY_WHY = _("Say why it is not accepted, or not wholly.")
SAY_WHO = _("Say who acts on it.")
SAY_WHEN = _("Say by when it is to be done.")


@dataclass(frozen=True)
class Answer:
    """What the programme answers: accepted by whom until when, or why not."""

    response: str
    reason: str = ""
    owner: str = ""
    due_on: date | None = None


def check_answer(what: Answer) -> None:
    """A rejection has its reason; what is accepted has somebody who acts, and a date."""
    wrong = {}
    if what.response != Response.ACCEPTED and not what.reason.strip():
        wrong["reason"] = SAY_WHY
    if what.response != Response.REJECTED and not what.owner.strip():
        wrong["owner"] = SAY_WHO
    if what.response != Response.REJECTED and not what.due_on:
        wrong["due_on"] = SAY_WHEN
    if wrong:
        raise ValidationError(wrong)


@transaction.atomic
def respond(
    recommendation: EvaluationRecommendation, *, what: Answer, seen: int, by: User, at: datetime
) -> EvaluationRecommendation:
    """Answer one recommendation for the programme; until the response is published also anew.

    What somebody else has answered meanwhile is not written over unseen.
    """
    evaluation = locked(recommendation.evaluation)
    require(may_respond(by, evaluation))
    evaluation.move("respond")
    check_answer(what)
    require_unchanged(evaluation, since=seen, part=recommendation.part)
    recommendation = EvaluationRecommendation.objects.select_for_update().get(pk=recommendation.pk)
    rejected = what.response == Response.REJECTED
    recommendation.response, recommendation.reason = what.response, what.reason
    recommendation.owner = "" if rejected else what.owner
    recommendation.due_on = None if rejected else what.due_on
    recommendation.save(update_fields=["response", "reason", "owner", "due_on"])
    details = {
        "part": recommendation.part,
        "recommendation": recommendation.number,
        "response": what.response,
    }
    record("respond", evaluation, by=by, at=at, why=what.reason, details=details)
    return recommendation


@transaction.atomic
def publish_response(evaluation: Evaluation, *, by: User, at: datetime) -> Evaluation:
    """Publish the response of the programme, once every recommendation is answered."""
    evaluation = locked(evaluation)
    require(may_respond(by, evaluation))
    missing = missing_before_publishing(evaluation)
    return moved(evaluation, "publish_response", by=by, at=at, missing=missing)


def check_follow_up(recommendation: EvaluationRecommendation, act: str) -> None:
    """What was not rejected is followed up, step by step."""
    only_while(act, recommendation.response, (Response.ACCEPTED, Response.PARTIALLY_ACCEPTED))
    FOLLOW_UP_LIFECYCLE.after(recommendation.status, act)


@transaction.atomic
def follow_up(
    recommendation: EvaluationRecommendation, *, act: str, why: str, by: User, at: datetime
) -> EvaluationRecommendation:
    """Say what has become of an accepted recommendation: begun, done, or overtaken by events."""
    evaluation = locked(recommendation.evaluation)
    require(may_respond(by, evaluation))
    evaluation.move("follow_up")
    recommendation = EvaluationRecommendation.objects.select_for_update().get(pk=recommendation.pk)
    check_follow_up(recommendation, act)
    recommendation.move(act)
    recommendation.save(update_fields=["status"])
    record(act, recommendation, by=by, at=at, why=why)
    return recommendation
