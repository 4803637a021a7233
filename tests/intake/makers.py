"""Files of records, as people hand them in."""

import io
from datetime import date

from techcoop.intake import actions
from techcoop.intake.models import Import
from tests.people.makers import NOON, a_coordinator

RATES = """Currency,Rate,Effective date
EUR,0.92,2026-01-01
XAF,603.5,2026-01-01
CHF,nothing,2026-01-01
"""


def a_file(text: str | bytes = RATES) -> io.BytesIO:
    return io.BytesIO(text.encode() if isinstance(text, str) else text)


def an_upload(text: str | bytes = RATES, *, kind: str = "rates", name: str = "rates.csv") -> actions.Upload:
    return actions.Upload(
        kind=kind, file=a_file(text), file_name=name, retrieved_on=date(2026, 1, 5), title="Treasury"
    )


def an_uploaded_import(text: str | bytes = RATES, **about) -> Import:
    return actions.upload(an_upload(text, **about), by=a_coordinator(), at=NOON, order_work=False)


def a_previewed_import(text: str | bytes = RATES, **about) -> Import:
    return actions.preview(an_uploaded_import(text, **about), by=a_coordinator(), at=NOON)


def a_confirmed_import(text: str | bytes = RATES, **about) -> Import:
    return actions.confirm(a_previewed_import(text, **about), by=a_coordinator(), at=NOON, order_work=False)


def an_applied_import(text: str | bytes = RATES, **about) -> Import:
    return actions.apply(a_confirmed_import(text, **about), by=a_coordinator(), at=NOON)
