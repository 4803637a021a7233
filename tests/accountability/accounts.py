"""Lists of facts for which States account, as they come in."""

import csv
import io
from contextlib import contextmanager

from django.db import connection, transaction

from techcoop.intake.models import Import
from tests.accountability.makers import shown, taken_in


@contextmanager
def importing(what="accountability"):
    """What an importer says to the tables before it writes, and after."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT set_config('techcoop.importing', %s, true)", [what])
        yield
        cursor.execute("SELECT set_config('techcoop.importing', '', true)")


def a_list_of(*rows: dict) -> str:
    """A list with a column for whatever any row says."""
    written = io.StringIO()
    headings = list(dict.fromkeys(heading for row in rows for heading in row))
    writer = csv.DictWriter(written, headings)
    writer.writeheader()
    writer.writerows(rows)
    return written.getvalue()


def facts(kind: str, *rows: dict) -> Import:
    """These facts, taken in."""
    return taken_in(a_list_of(*rows), kind=kind, name=f"{kind}.csv")


def refusal_of(kind: str, *rows: dict) -> str:
    """Why the only row that would be refused is refused."""
    looked_at = shown(a_list_of(*rows), kind=kind, name=f"{kind}.csv")
    assert looked_at.to_refuse == 1, [one.told() for one in looked_at.lines.all()]
    return looked_at.lines.get(verdict="refuse").told()


def an_act(act: str, day: str, **more) -> dict:
    return {
        "State": "Arcadia",
        "Instrument": "CAT",
        "Act": act,
        "Date": day,
        "Number": "",
        "Text": "",
        **more,
    }


def a_report(number: int, **more) -> dict:
    return {"State": "Arcadia", "Instrument": "CAT", "Report": number, **more}
