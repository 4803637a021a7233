"""Three hundred thousand recommendations taken in: run as a process of its own on an empty copy."""

import json
import resource
import sys
from datetime import date
from pathlib import Path
from time import perf_counter

from django.core.files.storage import default_storage
from django.utils import timezone

from techcoop.intake import actions
from techcoop.intake.models import Import
from techcoop.people.queries import the_machine


def handed_in(path: Path) -> Import:
    """The file, kept."""
    with path.open("rb") as file:
        upload = actions.Upload(
            kind="recommendations",
            file=file,
            file_name=path.name,
            retrieved_on=date(2026, 1, 1),
            title="Index",
        )
        return actions.upload(upload, by=the_machine(), at=timezone.now(), order_work=False)


def main() -> None:
    """Preview and apply, with the seconds of each, and the most memory that this process ever had."""
    begun = perf_counter()
    record_import = handed_in(Path(sys.argv[1]))
    kept = perf_counter()
    record_import = actions.preview(record_import, by=the_machine(), at=timezone.now())
    previewed = perf_counter()
    record_import = actions.confirm(record_import, by=the_machine(), at=timezone.now(), order_work=False)
    confirmed = perf_counter()
    record_import = actions.apply(record_import, by=the_machine(), at=timezone.now())
    answer = {
        "upload_s": kept - begun,
        "preview_s": previewed - kept,
        "apply_s": perf_counter() - confirmed,
        "created": record_import.to_create,
        "refused": record_import.to_refuse,
        "rss_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }
    default_storage.delete(record_import.stored_as)
    print(json.dumps(answer))
