"""Remembering what people say to proposals, and placing themes onto subjects."""

from collections.abc import Collection, Iterable
from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from techcoop.accountability.models import Recommendation, Theme
from techcoop.journal.actions import record
from techcoop.matching.models import Judgement, Placement, Subject, Verdict
from techcoop.matching.policies import may_place_themes
from techcoop.matching.queries import Proposal
from techcoop.people.models import User
from techcoop.people.policies import require


@transaction.atomic
def place(theme: Theme, *, subject: Subject, why: str, by: User, at: datetime) -> Placement:
    """Say which subject a theme of a source means, from today on; the theme itself stays as it is."""
    theme = Theme.objects.select_for_update().get(pk=theme.pk)
    require(may_place_themes(by))
    if not why.strip():
        raise ValidationError({"why": _("Give the reasons.")})
    placement, _is_new = Placement.objects.update_or_create(
        theme=theme,
        effective_from=timezone.localdate(at),
        defaults={"subject": subject, "why": why.strip(), "placed_by": by},
    )
    details = {"subject": subject.code, "effective_from": placement.effective_from.isoformat()}
    record("place theme", theme, by=by, at=at, why=why, details=details)
    return placement


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
