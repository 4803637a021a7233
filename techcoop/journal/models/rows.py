"""What the database itself keeps of every record: its earlier rows."""

from collections.abc import Callable, Collection
from typing import TypeVar

import pghistory
import pgtrigger
from django.apps import apps
from django.db import models

from techcoop.journal.models.rules import never_emptied

# Rows of the label “update” are older: they hold what a change led to, not what was there before.
BEFORE = "before"

Record = TypeVar("Record", bound=models.Model)


def keeps_row_history(*, without: Collection[str] = ()) -> Callable[[type[Record]], type[Record]]:
    """Keep each row as it was before it was changed or taken out; what is kept stays, and is never emptied.

    Together with the row as it stands, that is everything the record ever said, its first words too. What it
    is tied to, as a role to its States, has rows of its own: each that was taken out is kept as well.
    """

    def decorated(model: type[Record]) -> type[Record]:
        for field in model._meta.local_many_to_many:
            through = field.remote_field.through
            if isinstance(through, type) and through._meta.auto_created:
                _tracked(_ties(model, field.name, through))
        return _tracked(model, without)

    return decorated


def _ties(model: type[models.Model], field: str, through: type[models.Model]) -> type[models.Model]:
    """A name of ours for a table that Django made, so that something can be said of it."""
    meta = type("Meta", (), {"proxy": True, "verbose_name": f"{model._meta.model_name} {field}"})
    inside = {"__module__": model.__module__, "__doc__": f"One of the {field} of a record.", "Meta": meta}
    return type(f"{model.__name__}{field.capitalize()}", (through,), inside)


def ties(model: type[models.Model], field: str) -> type[models.Model]:
    """The ties of a record with a history, so that a rule can be registered for them."""
    return apps.get_registered_model(model._meta.app_label, f"{model.__name__}{field.capitalize()}")


def _tracked(model: type[Record], without: Collection[str] = ()) -> type[Record]:
    tracked: Callable[[type[Record]], type[Record]] = pghistory.track(
        pghistory.UpdateEvent(BEFORE, row=pghistory.Old),
        pghistory.DeleteEvent(),
        exclude=list(without),
        append_only=True,
        meta={"triggers": [never_emptied("row_history_is_never_emptied", "row history")]},
    )
    # Emptied all at once, a table would keep nothing of what stood in it.
    pgtrigger.register(never_emptied("rows_are_never_emptied", "a table with a history"))(model)
    return tracked(model)
