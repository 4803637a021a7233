"""Rules about requests that the database holds over several tables, or over what a request said before."""

import pgtrigger

from techcoop.journal.models import a_part_stays, stays_as_it_was
from techcoop.requests.statuses import CLOSED, UNDECIDED, RequestStatus

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


# What a Government has endorsed stays as it said it; the desk sorts it by components and forms.
ENDORSED = (
    "state", "organization", "channel", "way", "subject", "summary", "document_reference", "dated_on",
    "received_on", "signatory_name", "signatory_title", "signatory_authority", "signatory_kind",
    "institution", "parallel_requests", "urgency", "endorsed_at", "endorsed_by",
)  # fmt: skip
# What was decided, by whom, when and on what grounds.
DECISION = (
    "components", "forms", "acknowledged_on", "decided_at", "decided_by", "decision_reasons",
    "accepted_part", "accepted_despite", "ground", "redirected_to",
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
    stays_as_it_was(
        "a_reference_stays_as_it_was_given", "reference", says="a reference stays as it was given"
    ),
    stays_as_it_was(
        "a_registered_request_stays_with_its_requester",
        "state",
        "organization",
        once=~pgtrigger.Q(old__status="received"),
        says="a registered request stays with its requester",
    ),
    stays_as_it_was(
        "what_was_endorsed_stays_as_it_was_said",
        *ENDORSED,
        once=pgtrigger.Q(old__endorsed_at__isnull=False),
        says="what a Government endorsed stays as it said it",
    ),
    stays_as_it_was(
        "what_was_decided_stays_as_it_was_decided",
        *ENDORSED,
        *DECISION,
        once=~pgtrigger.Q(old__status__in=[one.value for one in UNDECIDED]),
        says="what was decided of a request stays, and what it was decided on",
    ),
    stays_as_it_was(
        "a_withdrawal_stays_as_it_was_recorded",
        "withdrawal_reasons",
        "entered_in_error",
        once=pgtrigger.Q(old__status=RequestStatus.WITHDRAWN.value),
        says="a withdrawal stays as it was recorded",
    ),
    stays_as_it_was(
        "a_request_that_is_over_changes_no_hands",
        "desk_officer",
        once=pgtrigger.Q(old__status__in=[one.value for one in CLOSED]),
        says="a request that is over changes no hands",
    ),
]
# While a request is not over, the desk still finds what it answers.
ANSWERS_STAY = a_part_stays(
    "stays_once_closed",
    once=f"""EXISTS (
                SELECT FROM requests_staterequest WHERE id IN (OLD.staterequest_id, NEW.staterequest_id)
                   AND status IN ({", ".join(f"'{one.value}'" for one in CLOSED)})
            )""",
    says="what a request answers stays once it is over",
)
