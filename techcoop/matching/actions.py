"""Remembering what people say to proposals."""

from collections.abc import Collection, Iterable
from datetime import datetime

from django.db import models, transaction

from techcoop.accountability.models import Recommendation
from techcoop.matching.models import Judgement, Verdict
from techcoop.matching.queries import Proposal
from techcoop.people.models import User


@transaction.atomic
def remember(
    thing: models.Model,
    recommendation: Recommendation,
    *,
    verdict: Verdict,
    by: User,
    at: datetime,
    proposal: Proposal | None = None,
) -> Judgement:
    """Keep what somebody said to a proposal for a thing; who may say it is the thing's own matter."""
    said = {"verdict": verdict, "judged_by": by, "judged_at": at}
    seen = {"confidence": proposal.confidence, "words": list(proposal.reasons)} if proposal else {}
    judgement, _is_new = Judgement.objects.update_or_create(
        thing_kind=thing._meta.label_lower,
        thing_id=thing.pk,
        recommendation=recommendation,
        defaults={**said, **seen},
    )
    return judgement


@transaction.atomic
def forget(thing: models.Model, recommendation: Recommendation) -> None:
    """Let a recommendation be proposed for the thing again."""
    of_thing = Judgement.objects.filter(thing_kind=thing._meta.label_lower, thing_id=thing.pk)
    of_thing.filter(recommendation=recommendation).delete()


@transaction.atomic
def judge(
    thing: models.Model,
    proposed: Iterable[Proposal],
    *,
    confirmed: Collection[int],
    refused: Collection[int],
    by: User,
    at: datetime,
) -> None:
    """Keep what was said to several proposals for a thing at once."""
    for one in proposed:
        if one.recommendation.pk in {*confirmed, *refused}:
            verdict = Verdict.CONFIRMED if one.recommendation.pk in confirmed else Verdict.REFUSED
            remember(thing, one.recommendation, verdict=verdict, by=by, at=at, proposal=one)
