"""A kind of import: what an app says about records from outside; the contract of `imports.py`."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any

from django.db.backends.utils import CursorWrapper
from django.db.models import Model
from django.utils.functional import Promise
from django.utils.translation import gettext_noop

from techcoop.sheets.errors import Unreadable
from techcoop.sheets.reading import OpenList, Record

UNKNOWN_SHAPE = gettext_noop("The columns of the file belong to no known list of this kind: %(columns)s.")


class Verdict(StrEnum):
    """What an import would do with one row."""

    CREATE = "create"
    CHANGE = "change"
    SKIP = "skip"
    REFUSE = "refuse"


@dataclass(frozen=True)
class Origin:
    """Where the rows come from; `source_id` is there only while they are written."""

    title: str
    retrieved_on: date
    file_name: str = ""
    digest: str = ""
    language: str = "en"
    options: Mapping[str, str] = field(default_factory=dict)
    source_id: int | None = None


@dataclass(frozen=True)
class Context:
    """What reading a row may need: what the kind looked up once, and where the file comes from."""

    lookups: Any
    origin: Origin


@dataclass(frozen=True)
class Option:
    """What may be said about a file of a kind beside its language: for people, a field of the form."""

    key: str
    name: str | Promise
    help: str | Promise = ""
    is_flag: bool = False


@dataclass(frozen=True)
class Heading:
    """One column of a list whose shape is our own, as the upload page explains it."""

    name: str
    says: str | Promise
    is_needed: bool


# One record gives no, one or several rows for the staging table; raises Refused with reasons.
Rows = Callable[[Record, Context], Iterable[tuple[Any, ...]]]


@dataclass(frozen=True)
class Shape:
    """One layout in which files of a kind are found, told by headings that it alone has (folded)."""

    name: str | Promise
    headings: frozenset[str]
    rows: Rows


class Kind(ABC):
    """One kind of records: how its files are told, read into a staging table, compared, and written."""

    key: str
    name: str | Promise
    description: str | Promise
    shapes: tuple[Shape, ...]
    options: tuple[Option, ...] = ()
    # Where the shape is our own: its columns, explained to whoever fills such a list.
    headings: tuple[Heading, ...] = ()
    # The models that the rows become: their fields give the columns the names and values that people know.
    describes: tuple[type[Model], ...] = ()
    # Facts for which States account: taken in by those alone who have no part in assistance.
    is_of_the_account: bool = False
    # Whether a list that changes nothing is news all the same: that it still stands so.
    confirms: bool = False
    # Columns of the staging table and their SQL types, in the order of the tuples that a shape gives.
    columns: Mapping[str, str]

    def shape_of(self, opened: OpenList) -> Shape:
        """The layout of this file; the first whose headings are all there."""
        for shape in self.shapes:
            if shape.headings <= set(opened.names):
                return shape
        raise Unreadable(UNKNOWN_SHAPE, columns=", ".join(opened.headings)[:300], row=1)

    def look_up(self, origin: Origin) -> Any:
        """What the rows of a whole file need from the database, asked once; e.g. the resolver of names."""
        return None

    @abstractmethod
    def comparison(self) -> str:
        """One SELECT over `staged`: number, verdict, target_id, and as jsonb reasons, before, after."""

    def after_judging(self, cursor: CursorWrapper, origin: Origin) -> None:  # noqa: B027
        """Judge once more what `judged` says, by where the file comes from."""

    def before_apply(self, cursor: CursorWrapper, origin: Origin) -> None:  # noqa: B027
        """Say to the database whose words will be written, where a table asks for it."""

    @abstractmethod
    def write(self, cursor: CursorWrapper, origin: Origin) -> None:
        """Write set-based what `judged` says, reading `staged`; inside the one transaction."""
