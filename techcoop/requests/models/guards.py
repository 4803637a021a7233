"""Rules about requests that the database holds over several tables, or over what a request said before."""

from functools import reduce
from operator import or_

import pgtrigger

# A request is accepted when each of the ten questions of admissibility was answered by somebody, the first
# three hold, and it is written down why it is accepted although another one does not.
EVERY_QUESTION_HAS_A_VERDICT = """
    IF 10 > (
        SELECT count(*) FROM (
            SELECT DISTINCT ON (question) verdict, remark FROM requests_screeningverdict
            WHERE state_request_id = NEW.id ORDER BY question, id DESC
        ) AS latest
        WHERE verdict IN ('holds', 'does_not_hold') OR (verdict = 'not_known' AND remark <> '')
    ) THEN
        RAISE EXCEPTION 'a question of admissibility has no verdict yet';
    END IF;
    IF EXISTS (
        SELECT FROM (
            SELECT DISTINCT ON (question) question, verdict FROM requests_screeningverdict
            WHERE state_request_id = NEW.id ORDER BY question, id DESC
        ) AS latest
        WHERE question IN ('genuine', 'components', 'mandate') AND verdict <> 'holds'
           OR verdict = 'does_not_hold' AND NEW.accepted_despite = ''
    ) THEN
        RAISE EXCEPTION 'a question of admissibility does not hold';
    END IF;
    RETURN NEW;
"""


def changes(*names: str) -> pgtrigger.Q:
    """Whether any of these fields says something else than before."""
    return reduce(or_, (pgtrigger.Q(**{f"old__{one}__df": pgtrigger.F(f"new__{one}")}) for one in names))


# What a Government has endorsed stays as it said it; the desk sorts it by components and forms.
ENDORSED = (
    "state", "organization", "channel", "way", "subject", "summary", "document_reference", "dated_on",
    "received_on", "signatory_name", "signatory_title", "signatory_authority", "signatory_kind",
    "institution", "parallel_requests", "urgency", "endorsed_at", "endorsed_by",
)  # fmt: skip
GUARDS = [
    pgtrigger.Trigger(
        name="every_question_has_a_verdict",
        when=pgtrigger.Before,
        operation=pgtrigger.UpdateOf("status"),
        condition=pgtrigger.Q(
            old__status="under_assessment", new__status__in=["accepted", "accepted_in_part"]
        ),
        func=EVERY_QUESTION_HAS_A_VERDICT,
    ),
    pgtrigger.Protect(
        name="a_registered_request_stays_with_its_requester",
        operation=pgtrigger.Update,
        condition=changes("state", "organization") & ~pgtrigger.Q(old__status="received"),
    ),
    pgtrigger.Protect(
        name="what_was_endorsed_stays_as_it_was_said",
        operation=pgtrigger.Update,
        condition=changes(*ENDORSED) & pgtrigger.Q(old__endorsed_at__isnull=False),
    ),
    pgtrigger.Protect(
        name="a_request_that_is_over_changes_no_hands",
        operation=pgtrigger.Update,
        condition=changes("desk_officer")
        & pgtrigger.Q(old__status__in=["declined", "redirected", "withdrawn"]),
    ),
]
