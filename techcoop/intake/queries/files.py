"""Questions about imports: which kinds there are, what was handed in, and whether somebody is at work."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

from django.apps import apps
from django.db.models import QuerySet
from django.utils.module_loading import module_has_submodule
from django.utils.translation import gettext as _

from techcoop.background import Piece, Work
from techcoop.intake.models import Import, Verdict
from techcoop.intake.queries.telling import Teller, teller
from techcoop.intake.statuses import ImportStatus
from techcoop.people.models import User
from techcoop.people.permissions import Permission
from techcoop.sheets.cells import folded
from techcoop.sheets.kinds import Kind
from techcoop.sheets.reading import distinct
from techcoop.sheets.writing import csv_rows

# The two families of advisory locks: one file, and all files of one kind.
FILE_LOCK, KIND_LOCK = 7461, 7462


@cache
def kinds() -> dict[str, Kind]:
    """Every kind of import, as the apps declare them in their `imports`."""
    found = {}
    for config in reversed(list(apps.get_app_configs())):
        is_ours = config.name.startswith("techcoop.") and config.module is not None
        if is_ours and module_has_submodule(config.module, "imports"):
            for kind in import_module(f"{config.name}.imports").KINDS:
                found[kind.key] = kind
    return found


def teller_of(record_import: Import) -> Teller:
    """Who puts the rows of a file into words."""
    kind = kinds().get(record_import.kind)
    return teller(record_import, kind.describes if kind else ())


def visible_to(user: User) -> QuerySet[Import]:
    """The imports that somebody may see: all, or none."""
    allowed = any(map(user.can_everywhere, (Permission.IMPORT_RECORDS, Permission.TAKE_IN_ACCOUNTABILITY)))
    return Import.objects.all() if allowed else Import.objects.none()


def were_imported_since(at: datetime) -> bool:
    """Whether a file was taken in after a moment: after the demonstration was made, say; one query."""
    return Import.objects.filter(applied_at__gt=at).exists()


def work_of(record_import: Import) -> Piece:
    """The work on a file, as the worker knows it."""
    return Piece("techcoop.intake.", "import_id", FILE_LOCK, record_import.pk)


@dataclass(frozen=True)
class WorkOnFile(Work):
    """What the worker has to do with a file, and how far it has come."""

    share: float

    @property
    def per_cent(self) -> str:
        """The share done, for a bar."""
        return f"{self.share:.0%}".rstrip("%")


def work_on(record_import: Import) -> WorkOnFile:
    """Where the work on a file stands."""
    if record_import.status not in (ImportStatus.UPLOADED, ImportStatus.CONFIRMED):
        return WorkOnFile(is_due=False, is_queued=False, is_going_on=False, share=1.0)
    work = work_of(record_import)
    going_on = work.is_going_on()
    return WorkOnFile(
        is_due=True,
        is_queued=work.is_queued(),
        is_going_on=going_on,
        share=record_import.progress.share if going_on else 0.0,
    )


def summary(record_import: Import) -> str:
    """How many rows have which verdict, in one line."""
    labels = dict(Verdict.choices)
    return ", ".join(f"{count} {labels[verdict]}" for verdict, count in record_import.counts.items())


def corrected_file_to_be(record_import: Import) -> tuple[list[str], Iterator[list[Any]]]:
    """The refused rows with the columns of the file and their reasons: to be mended and handed in again."""
    headings = [str(one) for one in record_import.headings]
    names = distinct([folded(one) for one in headings])
    tells = teller_of(record_import)
    lines = record_import.lines.filter(verdict=Verdict.REFUSE).iterator(chunk_size=2000)
    rows = (
        [
            *(_written((line.cells or {}).get(name)) for name in names),
            line.row,
            tells.why(line),
        ]
        for line in lines
    )
    return [*headings, _("Row"), _("Why it was refused")], rows


def _written(cell: Any) -> Any:
    """A cell as it goes into a list; a list of texts as lines."""
    return "\n".join(map(str, cell)) if isinstance(cell, list) else cell


def written_report(record_import: Import, *, folder: Path) -> Path:
    """Every changed and every refused row in a file, for those who work at the command line."""
    folder.mkdir(parents=True, exist_ok=True)
    path, tells = folder / f"import-{record_import.pk}.csv", teller_of(record_import)
    lines = record_import.lines.filter(verdict__in=(Verdict.REFUSE, Verdict.CHANGE))
    rows = ([one.row, one.get_verdict_display(), tells.told(one)] for one in lines.iterator(chunk_size=2000))
    with path.open("wb") as file:
        file.writelines(csv_rows([_("Row"), _("Verdict"), _("Why")], rows))
    return path
