"""Questions about imports: which kinds there are, what was handed in, and what its rows say."""

from techcoop.intake.queries.files import (
    FILE_LOCK,
    KIND_LOCK,
    WorkOnFile,
    corrected_file_to_be,
    kinds,
    summary,
    teller_of,
    visible_to,
    were_imported_since,
    work_of,
    work_on,
    written_report,
)
from techcoop.intake.queries.telling import Teller, teller

__all__ = [
    "FILE_LOCK",
    "KIND_LOCK",
    "Teller",
    "WorkOnFile",
    "corrected_file_to_be",
    "kinds",
    "summary",
    "teller",
    "teller_of",
    "visible_to",
    "were_imported_since",
    "work_of",
    "work_on",
    "written_report",
]
