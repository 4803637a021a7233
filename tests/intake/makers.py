"""Files of records, as people hand them in."""

import io
from datetime import date

from techcoop.intake import actions
from techcoop.intake.models import Import
from techcoop.intake.queries import kinds
from techcoop.people.models import User
from tests.people.makers import NOON, a_coordinator, a_liaison

RETRIEVED = date(2026, 1, 5)
RATES = """Currency,Rate,Effective date
EUR,0.92,2026-01-01
XAF,603.5,2026-01-01
CHF,nothing,2026-01-01
"""


def a_file(text: str | bytes = RATES) -> io.BytesIO:
    return io.BytesIO(text.encode() if isinstance(text, str) else text)


def an_upload(
    text: str | bytes = RATES, *, kind: str = "rates", name: str = "rates.csv", on: date = RETRIEVED
) -> actions.Upload:
    return actions.Upload(
        kind=kind,
        file=a_file(text),
        file_name=name,
        retrieved_on=on,
        title="Treasury",
        publisher="United Nations",
    )


def an_importer(kind: str) -> User:
    """Who takes in files of this kind."""
    return a_liaison() if kinds()[kind].is_of_the_account else a_coordinator()


def an_uploaded_import(text: str | bytes = RATES, **about) -> Import:
    handed_in = an_upload(text, **about)
    return actions.upload(handed_in, by=an_importer(handed_in.kind), at=NOON, order_work=False)


def a_previewed_import(text: str | bytes = RATES, **about) -> Import:
    uploaded = an_uploaded_import(text, **about)
    return actions.preview(uploaded, by=an_importer(uploaded.kind), at=NOON)


def a_confirmed_import(text: str | bytes = RATES, **about) -> Import:
    previewed = a_previewed_import(text, **about)
    return actions.confirm(previewed, by=an_importer(previewed.kind), at=NOON, order_work=False)


def an_applied_import(text: str | bytes = RATES, **about) -> Import:
    confirmed = a_confirmed_import(text, **about)
    return actions.apply(confirmed, by=an_importer(confirmed.kind), at=NOON)
