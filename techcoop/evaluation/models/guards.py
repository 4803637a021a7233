"""Rules about evaluations that the database holds over several tables."""

import pgtrigger

from techcoop.evaluation.statuses import CONCLUDED
from techcoop.journal.models import a_part_stays

NAMES_OF_CONCLUDED = ", ".join(f"'{status.value}'" for status in CONCLUDED)


def stays_once_concluded(
    *columns: str, evaluation: str = "OLD.evaluation_id, NEW.evaluation_id"
) -> pgtrigger.Trigger:
    """What an evaluation says is neither changed nor taken out nor added to once it is concluded."""
    return a_part_stays(
        "stays_once_concluded",
        *columns,
        once=f"""EXISTS (
                SELECT FROM evaluation_evaluation
                WHERE id IN ({evaluation}) AND status IN ({NAMES_OF_CONCLUDED})
            )""",
        says="what a concluded evaluation says stays as it is",
    )


def no_finding_without_evidence(operation: pgtrigger.Operation, finding: str) -> pgtrigger.Trigger:
    """Held at the end of the transaction, so that a finding and its evidence come and go together."""
    return pgtrigger.Trigger(
        name="no_finding_without_evidence",
        when=pgtrigger.After,
        operation=operation,
        timing=pgtrigger.Deferred,
        func=f"""
            IF EXISTS (SELECT FROM evaluation_finding WHERE id = {finding})
                AND NOT EXISTS (SELECT FROM evaluation_evidence WHERE finding_id = {finding})
            THEN RAISE EXCEPTION 'there is no finding without evidence';
            END IF;
            RETURN NULL;
        """,
    )
