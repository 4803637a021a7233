"""What the tables hold records to: how each begins, moves and ends, and what it has said for good."""

from functools import reduce
from operator import or_

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


def changes(*names: str) -> pgtrigger.Q:
    """Whether any of these fields says something else than before."""
    return reduce(or_, (pgtrigger.Q(**{f"old__{one}__df": pgtrigger.F(f"new__{one}")}) for one in names))


def stays_as_it_was(
    name: str, *fields: str, once: pgtrigger.Q | None = None, says: str, unless: str = ""
) -> pgtrigger.Trigger:
    """Refuse to let these fields say something else, from the first or once this holds of the record."""
    refusal = f"RAISE EXCEPTION '{says}';"
    return pgtrigger.Trigger(
        name=name,
        when=pgtrigger.Before,
        operation=pgtrigger.Update,
        condition=changes(*fields) & once if once else changes(*fields),
        func=f"IF {unless} THEN RETURN NEW; END IF; {refusal}" if unless else refusal,
    )


def a_part_stays(name: str, *columns: str, once: str, says: str) -> pgtrigger.Trigger:
    """Refuse to change, take out or add parts of a record, once this holds of the whole in its table."""
    before, after = (", ".join(f"{row}.{column}" for column in columns) for row in ("OLD", "NEW"))
    return pgtrigger.Trigger(
        name=name,
        when=pgtrigger.After,
        operation=pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete,
        func=f"""
            IF ROW({before}) IS DISTINCT FROM ROW({after}) AND {once} THEN
                RAISE EXCEPTION '{says}';
            END IF;
            RETURN NULL;
        """,
    )
