"""What the tables hold records to: how each begins, moves and ends, and what it has said for good."""

from functools import reduce
from operator import or_
from typing import Any

import pgtrigger

from techcoop.lifecycle import Lifecycle


def importing(what: str) -> str:
    """Of the database: an import of these records has said in this transaction that it writes."""
    return f"coalesce(current_setting('techcoop.importing', true), '') = '{what}'"


def lives_by(lifecycle: Lifecycle, *, or_begins: str = "false") -> list[pgtrigger.Trigger]:
    """A record begins where its table of moves begins, moves along it, and is never taken out.

    What no act of ours began, as an older record that is taken in, begins where this condition holds.
    """
    return [
        pgtrigger.Trigger(
            name="begins_at_the_beginning",
            when=pgtrigger.Before,
            operation=pgtrigger.Insert,
            func=f"""
                IF NEW.status <> '{lifecycle.beginning}' AND NOT ({or_begins}) THEN
                    RAISE EXCEPTION 'what begins is {lifecycle.beginning}, and not yet %', NEW.status;
                END IF;
                RETURN NEW;
            """,
        ),
        pgtrigger.Trigger(
            name="moves_along_the_table",
            when=pgtrigger.Before,
            operation=pgtrigger.UpdateOf("status"),
            func=lifecycle.guard(),
        ),
        pgtrigger.Trigger(
            name="is_never_taken_out",
            when=pgtrigger.Before,
            operation=pgtrigger.Delete,
            level=pgtrigger.Statement,
            func="RAISE EXCEPTION 'a record is never taken out: it ends as its life cycle says';",
        ),
    ]


class Stays(pgtrigger.Trigger):
    """A rule by which these columns of a row stay as they are, or all of them where none is named."""

    def __init__(self, *columns: str, **about: Any) -> None:
        super().__init__(**about)
        self.columns = columns


def never_emptied(name: str, what: str) -> pgtrigger.Trigger:
    """All at once, and past every rule about single rows, nothing is taken out either."""
    return pgtrigger.Trigger(
        name=name,
        when=pgtrigger.Before,
        operation=pgtrigger.Truncate,
        level=pgtrigger.Statement,
        func=f"RAISE EXCEPTION '{what} is never emptied';",
    )


def stays_for_good(name: str, *, once: pgtrigger.Q | None = None) -> list[pgtrigger.Trigger]:
    """A row is neither changed nor taken out, from the first or once this holds; the name says it."""
    return [
        Stays(
            name=name,
            when=pgtrigger.Before,
            operation=pgtrigger.Update | pgtrigger.Delete,
            condition=once,
            func=f"RAISE EXCEPTION '{name.replace('_', ' ')}';",
        ),
        never_emptied("what_stays_is_never_emptied", "a table of what stays"),
    ]


def changes(*names: str) -> pgtrigger.Q:
    """Whether any of these fields says something else than before."""
    return reduce(or_, (pgtrigger.Q(**{f"old__{one}__df": pgtrigger.F(f"new__{one}")}) for one in names))


def stays_as_it_was(
    name: str, *fields: str, once: pgtrigger.Q | None = None, says: str, unless: str = ""
) -> pgtrigger.Trigger:
    """Refuse to let these fields say something else, from the first or once this holds of the record."""
    refusal = f"RAISE EXCEPTION '{says}';"
    return Stays(
        *fields,
        name=name,
        when=pgtrigger.Before,
        operation=pgtrigger.Update,
        condition=changes(*fields) & once if once else changes(*fields),
        func=f"IF {unless} THEN RETURN NEW; END IF; {refusal}" if unless else refusal,
    )


def a_part_stays(name: str, *columns: str, once: str, says: str) -> pgtrigger.Trigger:
    """Refuse to change, take out or add parts of a record, once this holds of the whole in its table.

    Without columns a part stays whole, also in what is yet to be said of it.
    """
    before, after = (
        f"ROW({', '.join(f'{row}.{column}' for column in columns)})" if columns else row
        for row in ("OLD", "NEW")
    )
    return Stays(
        *columns,
        name=name,
        when=pgtrigger.After,
        operation=pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete,
        func=f"""
            IF {before} IS DISTINCT FROM {after} AND {once} THEN
                RAISE EXCEPTION '{says}';
            END IF;
            RETURN NULL;
        """,
    )
