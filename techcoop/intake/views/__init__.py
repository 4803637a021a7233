"""Pages of intake."""

from techcoop.intake.views.acting import abandon, confirm, start_again, upload
from techcoop.intake.views.looking import blank_list, imports, progress, record_import, refused

__all__ = [
    "abandon",
    "blank_list",
    "confirm",
    "imports",
    "progress",
    "record_import",
    "refused",
    "start_again",
    "upload",
]
