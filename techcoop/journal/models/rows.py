"""What the database itself holds records to: each keeps its earlier rows, and moves along its table."""

from collections.abc import Callable, Collection
from typing import TypeVar

import pghistory
import pgtrigger
from django.db import models

from techcoop.lifecycle import Lifecycle

# Rows of the label “update” are older: they hold what a change led to, not what was there before.
BEFORE = "before"

Record = TypeVar("Record", bound=models.Model)


def keeps_row_history(*, without: Collection[str] = ()) -> Callable[[type[Record]], type[Record]]:
    """Keep each row as it was before it was changed or taken out; what is kept stays, and is never emptied.

    Together with the row as it stands, that is everything the record ever said, its first words too.
    """
    never_emptied = pgtrigger.Trigger(
        name="row_history_is_never_emptied",
        when=pgtrigger.Before,
        operation=pgtrigger.Truncate,
        level=pgtrigger.Statement,
        func="RAISE EXCEPTION 'row history is never emptied';",
    )
    tracked: Callable[[type[Record]], type[Record]] = pghistory.track(
        pghistory.UpdateEvent(BEFORE, row=pghistory.Old),
        pghistory.DeleteEvent(),
        exclude=list(without),
        append_only=True,
        meta={"triggers": [never_emptied]},
    )
    return tracked


def follows_the_table(lifecycle: Lifecycle) -> pgtrigger.Trigger:
    """Refuse every change of status that the table of the life cycle does not list."""
    return pgtrigger.Trigger(
        name="moves_along_the_table",
        when=pgtrigger.Before,
        operation=pgtrigger.UpdateOf("status"),
        func=lifecycle.guard(),
    )
