"""What makes a request complete and admissible, and what a letter says and never says, as sentences."""

from techcoop.requests.practices.admissibility import JUDGED_BY_PEOPLE, Check, admissibility
from techcoop.requests.practices.completeness import (
    Missing,
    may_be_an_authority,
    missing_for_endorsement,
    missing_for_registration,
    missing_in_draft,
)
from techcoop.requests.practices.letters import check_letter, check_template
from techcoop.requests.practices.releases import refuse_release, said_in_writing

__all__ = [
    "JUDGED_BY_PEOPLE",
    "Check",
    "Missing",
    "admissibility",
    "check_letter",
    "check_template",
    "may_be_an_authority",
    "missing_for_endorsement",
    "missing_for_registration",
    "missing_in_draft",
    "refuse_release",
    "said_in_writing",
]
