"""What people do with assessments of needs."""

from techcoop.assessments.actions.findings import (
    Finding,
    Hearing,
    Testimony,
    add_need,
    change_need,
    read_consultation,
    record_consultation,
    remove_need,
)
from techcoop.assessments.actions.procedure import (
    Content,
    Terms,
    approve,
    begin,
    commission,
    draft,
    revise,
    send_back,
    supersede,
    validate,
    weigh,
)

__all__ = [
    "Content",
    "Finding",
    "Hearing",
    "Terms",
    "Testimony",
    "add_need",
    "approve",
    "begin",
    "change_need",
    "commission",
    "draft",
    "read_consultation",
    "record_consultation",
    "remove_need",
    "revise",
    "send_back",
    "supersede",
    "validate",
    "weigh",
]
