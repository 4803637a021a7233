"""Acts about the eighteen instruments, as the depositary records them."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from techcoop.accountability.imports import cells
from techcoop.accountability.imports.cells import Lookups
from techcoop.accountability.imports.fact import FactsKind, Row, precedes, precedes_sql
from techcoop.accountability.models import TreatyAct, TreatyActKind
from techcoop.sheets.comparing import reason_sql
from techcoop.sheets.errors import Problems

BEFORE_ADOPTION = gettext_noop("%(day)s is before the instrument was adopted, %(adopted)s.")
BEFORE_SIGNATURE = gettext_noop("The State ratified on %(day)s, before it signed, %(other)s.")
BEFORE_BINDING = gettext_noop("%(day)s is before the State became a party, %(other)s.")
NEVER_PARTY = gettext_noop("The State denounces on %(day)s what it was no party to by then.")


def first_sql(kinds: str) -> str:
    """The first day of acts of these kinds, in the file and here; a row replaces what it corrects."""
    return f"""least(
        min(s.done_on) FILTER (WHERE s.kind IN {kinds}) OVER (PARTITION BY s.state_id, s.instrument_id),
        (SELECT min(k.done_on) FROM accountability_treatyact k
         WHERE k.state_id = s.state_id AND k.instrument_id = s.instrument_id AND k.kind IN {kinds}
           AND (k.state_id, k.instrument_id, k.kind, k.serial)
               NOT IN (SELECT state_id, instrument_id, kind, serial FROM staged)))"""


FIRST_SIGNED = first_sql("('signature')")
FIRST_BOUND = first_sql("('ratification', 'accession', 'succession')")


def after_adoption(row: Row, lookups: Lookups, problems: Problems) -> None:
    """Nobody acts about an instrument before it is there."""
    adopted = next(
        one.adopted_on for one in lookups.instruments.values() if one.pk == row["instrument_id"]
    ).isoformat()
    if precedes(row["done_on"], adopted):
        problems.add(BEFORE_ADOPTION, column="Date", day=row["done_on"], adopted=adopted)


class TreatyActsKind(FactsKind):
    """Signature, ratification, entry into force, reservations, procedures accepted, denunciation."""

    key = "treaty-acts"
    name = _("Acts about the eighteen instruments")
    description = _("One row for each act of a State: its kind, its day, and what was declared.")
    model = TreatyAct
    cells = (
        cells.state(),
        cells.instrument(),
        cells.choice("Act", "kind", TreatyActKind),
        cells.number("Number", "serial", empty=1),
        cells.known_day("Date", "done_on", needed=True),
        cells.words("Text", "text", most=100_000),
    )
    checks = (after_adoption,)
    planned = ("done_on",)
    refusals = (
        (
            f"s.kind = 'ratification' AND {precedes_sql('s.done_on', FIRST_SIGNED)}",
            reason_sql(BEFORE_SIGNATURE, column="Date", day="s.done_on", other=FIRST_SIGNED),
        ),
        (
            f"s.kind = 'denunciation' AND {FIRST_BOUND} IS NULL",
            reason_sql(NEVER_PARTY, column="Date", day="s.done_on"),
        ),
        (
            "s.kind IN ('entry_into_force', 'denunciation', 'individual_complaints', 'inquiry')"
            f" AND {precedes_sql('s.done_on', FIRST_BOUND)}",
            reason_sql(BEFORE_BINDING, column="Date", day="s.done_on", other=FIRST_BOUND),
        ),
    )
