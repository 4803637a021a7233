"""A desk passes from one officer to another: everything open in one act, with a sheet that stays."""

from datetime import datetime
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from techcoop.journal.actions import record
from techcoop.people.models import User
from techcoop.people.policies import made_before, require
from techcoop.requests.actions.filing import give
from techcoop.requests.actions.together import require_all_can_be_assigned
from techcoop.requests.models import Handover, StateRequest
from techcoop.requests.policies import Piles, may_hand_over
from techcoop.requests.queries import as_lines, items_beside, open_items, open_with, piles_with


@transaction.atomic
def hand_over(
    officer: User, *, successor: User, note: str, by: User, at: datetime, submission: UUID
) -> Handover:
    """Give everything open of an officer to another; recorded for each thing, and once as a whole."""
    officer = User.objects.select_for_update(no_key=True).get(pk=officer.pk)
    earlier = made_before(Handover, submission, handed_by_id=by.pk, officer_id=officer.pk)
    if earlier:
        return earlier
    rows = list(open_with(officer).select_for_update(of=("self",)).order_by("pk"))
    piles = [(one, list(things.select_for_update(of=("self",)))) for one, things in piles_with(officer)]
    require(
        may_hand_over(by, rows, piles), _("Some or all of what is open on this desk lies beyond your roles.")
    )
    _require_somebody_else_who_screens(successor, officer, rows)
    items = open_items(rows, now=at)
    items += [one for pile, things in piles for one in items_beside(pile, things)]
    give(rows, officer=successor, by=by, at=at)
    _give_the_rest(piles, successor, by=by, at=at)
    lines = as_lines(items)
    handover = Handover.objects.create(
        officer=officer,
        successor=successor,
        note=note.strip(),
        lines=lines,
        handed_by=by,
        handed_at=at,
        submission=submission,
    )
    details = {"requests": len(rows), **{pile.kind: len(things) for pile, things in piles if things}}
    record("hand_over", handover, by=by, at=at, why=handover.note, details=details)
    return handover


def _give_the_rest(piles: Piles, successor: User, *, by: User, at: datetime) -> None:
    """What later stages have on the desk passes by their own acts, pile by pile, each told by one mail."""
    for pile, things in piles:
        try:
            pile.give(things, officer=successor, by=by, at=at)
        except ValidationError as refused:
            raise ValidationError({"successor": refused.messages}) from None


def _require_somebody_else_who_screens(successor: User, officer: User, rows: list[StateRequest]) -> None:
    if officer.pk == successor.pk:
        raise ValidationError({"successor": _("A desk is handed over to somebody else.")})
    require_all_can_be_assigned(rows, successor, field="successor")
