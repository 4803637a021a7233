"""What makes a request complete and admissible, and what a letter says and never says, as sentences."""

from techcoop.requests.practices.admissibility import (
    PRACTICES,
    Barred,
    Check,
    Practice,
    admissibility,
    barred_by,
    does_not_hold,
    refuse_to_take_up,
    stands_against,
    without_verdict,
)
from techcoop.requests.practices.completeness import (
    Missing,
    fixed_in,
    missing_for_endorsement,
    missing_for_registration,
    missing_in_draft,
    refuse_what_is_fixed,
    refuse_who_does_not_ask,
    sounds_like_another_body,
)
from techcoop.requests.practices.consistency import PRACTICES_OF_REQUESTS, without_current_recommendation
from techcoop.requests.practices.letters import check_letter, check_template
from techcoop.requests.practices.releases import (
    RELEASED,
    refuse_release,
    released_from_what_is_owed,
    said_in_writing,
    words_of_release,
    written,
)

__all__ = [
    "PRACTICES_OF_REQUESTS",
    "Barred",
    "Check",
    "Missing",
    "PRACTICES",
    "Practice",
    "RELEASED",
    "admissibility",
    "barred_by",
    "check_letter",
    "check_template",
    "does_not_hold",
    "fixed_in",
    "missing_for_endorsement",
    "missing_for_registration",
    "missing_in_draft",
    "refuse_release",
    "refuse_to_take_up",
    "refuse_who_does_not_ask",
    "released_from_what_is_owed",
    "said_in_writing",
    "sounds_like_another_body",
    "stands_against",
    "refuse_what_is_fixed",
    "without_current_recommendation",
    "without_verdict",
    "words_of_release",
    "written",
]
