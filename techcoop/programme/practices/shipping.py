"""The versions of practices that the system brings with it: data of each app, with their source."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from techcoop.programme.models import BEGINNING


def ship(path: Path) -> Callable[[Any, Any], None]:
    """A step of a migration: bring the versions of this file that are not there yet."""

    def bring(apps: Any, schema_editor: Any) -> None:
        versions = apps.get_model("programme", "PracticeVersion").objects
        there = set(versions.filter(issued_by=None).values_list("practice", flat=True))
        lines = [one for one in json.loads(path.read_text()) if one["practice"] not in there]
        versions.bulk_create(versions.model(effective_from=BEGINNING, **one) for one in lines)

    return bring
