"""The screening sheet is filled in: freely, by several people, each verdict with its name and time."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from techcoop.journal.actions import record
from techcoop.lifecycle import only_while
from techcoop.people.models import User
from techcoop.people.policies import require
from techcoop.requests.models import Question, ScreeningVerdict, StateRequest, Verdict
from techcoop.requests.policies import may_screen
from techcoop.requests.queries import verdicts_of
from techcoop.requests.statuses import IN_HAND


@dataclass(frozen=True)
class Judgement:
    """What somebody says to one question: the verdict, and a remark."""

    verdict: str = ""
    remark: str = ""


@transaction.atomic
def judge(
    state_request: StateRequest,
    said: Mapping[str, Judgement],
    *,
    by: User,
    at: datetime,
    seen: int | None = None,
) -> StateRequest:
    """Keep what somebody says to the questions; `seen` is the last verdict that the person has read."""
    state_request = StateRequest.objects.select_for_update().get(pk=state_request.pk)
    require(may_screen(by, state_request))
    only_while("judge", state_request.status, IN_HAND)
    before = verdicts_of(state_request)
    changed = {
        str(Question(question)): one for question, one in said.items() if _differs(one, before.get(question))
    }
    _refuse_what_others_said_meanwhile(changed, before, seen, by)
    ScreeningVerdict.objects.bulk_create(
        ScreeningVerdict(
            state_request=state_request,
            question=question,
            verdict=one.verdict,
            remark=one.remark.strip(),
            given_by=by,
            given_at=at,
        )
        for question, one in changed.items()
    )
    if changed:
        record("judge", state_request, by=by, at=at, details={"questions": sorted(changed)})
    return state_request


def _differs(one: Judgement, before: ScreeningVerdict | None) -> bool:
    said = (before.verdict, before.remark) if before else ("", "")
    return (one.verdict, one.remark.strip()) != said


def _refuse_what_others_said_meanwhile(
    changed: Mapping[str, Judgement], before: Mapping[str, ScreeningVerdict], seen: int | None, by: User
) -> None:
    if seen is None:
        return
    newer = [
        before[question]
        for question in changed
        if question in before and _is_newer(before[question], seen, by)
    ]
    if newer:
        raise ValidationError(
            {
                f"{one.question}-remark": _("%(name)s has meanwhile said “%(verdict)s”: %(remark)s")
                % {
                    "name": one.given_by,
                    "verdict": Verdict(one.verdict).label if one.verdict else "–",
                    "remark": one.remark or "–",
                }
                for one in newer
            }
        )


def _is_newer(one: ScreeningVerdict, seen: int, by: User) -> bool:
    return one.pk > seen and one.given_by_id != by.pk
