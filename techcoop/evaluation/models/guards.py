"""Rules about evaluations that the database holds over several tables."""

import pgtrigger

from techcoop.evaluation.statuses import CONCLUDED

NAMES_OF_CONCLUDED = ", ".join(f"'{status.value}'" for status in CONCLUDED)


def stays_once_concluded(
    *columns: str, evaluation: str = "OLD.evaluation_id, NEW.evaluation_id"
) -> pgtrigger.Trigger:
    """What an evaluation says is neither changed nor taken out nor added to once it is concluded."""
    before, after = (", ".join(f"{row}.{column}" for column in columns) for row in ("OLD", "NEW"))
    return pgtrigger.Trigger(
        name="stays_once_concluded",
        when=pgtrigger.After,
        operation=pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete,
        func=f"""
            IF ROW({before}) IS DISTINCT FROM ROW({after}) AND EXISTS (
                SELECT FROM evaluation_evaluation
                WHERE id IN ({evaluation}) AND status IN ({NAMES_OF_CONCLUDED})
            ) THEN
                RAISE EXCEPTION 'what a concluded evaluation says stays as it is';
            END IF;
            RETURN NULL;
        """,
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
