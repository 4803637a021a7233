"""What a report is made of, whatever it is printed as: page, PDF or Word."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True)
class Figure:
    """A number in the text: how it reads, what it counts, and the address of the records it counts."""

    text: str
    counts: str
    address: str


Run = str | Figure
Runs = tuple[Run, ...]
Cell = Run | Runs


@dataclass(frozen=True)
class Heading:
    """The title of a chapter (1), a section (2) or a passage (3); the anchor names it in addresses."""

    level: int
    text: str
    anchor: str


@dataclass(frozen=True)
class Paragraph:
    """A paragraph of running text."""

    runs: Runs


@dataclass(frozen=True)
class Bullets:
    """Several short things of the same kind."""

    items: tuple[Runs, ...]


@dataclass(frozen=True)
class Quote:
    """What somebody else wrote, in its own language and direction."""

    text: str
    language: str
    source: str = ""


@dataclass(frozen=True)
class Callout:
    """Something the reader must not miss: a note or a warning."""

    runs: Runs
    title: str = ""
    tone: str = "note"


@dataclass(frozen=True)
class Table:
    """Records side by side; numeric columns (counted from 0) are set to the end of their cells."""

    caption: str
    header: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    numeric: tuple[int, ...] = ()


@dataclass(frozen=True)
class Bar:
    """One bar or column of a chart: its length, and the figure that says the same."""

    label: str
    value: float
    figure: Figure


@dataclass(frozen=True)
class Bars:
    """A chart of things compared, lying, longest wherever the report puts it."""

    caption: str
    items: tuple[Bar, ...]


@dataclass(frozen=True)
class Columns:
    """A chart over time, standing, one column per year."""

    caption: str
    items: tuple[Bar, ...]


@dataclass(frozen=True)
class WorldMap:
    """The world with each State's class; class 0 is the first line of the legend, no class is left pale."""

    caption: str
    classes: Mapping[str, int]
    legend: tuple[str, ...]
    addresses: Mapping[str, str] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)


Block = Heading | Paragraph | Bullets | Quote | Callout | Table | Bars | Columns | WorldMap


@dataclass(frozen=True, kw_only=True)
class Report:
    """A whole report; `site` is put before the addresses of figures where it leaves the house."""

    language: str
    reference: str
    title: str
    subtitle: str
    banner: str
    made_at: datetime
    blocks: tuple[Block, ...]
    site: str = ""
    # What stands at the head of every page; where it is empty, that the report is drafted by machine.
    mark: str = ""


def runs_of(cell: Cell) -> Runs:
    """A cell or passage, always as several runs."""
    return cell if isinstance(cell, tuple) else (cell,)


# What one mark in the text leads to: what each of its figures counts, and where those records are.
Note = tuple[tuple[str, str], ...]
Notes = dict[Note, int]


@dataclass(frozen=True)
class NotesOfChapter:
    """The notes that a chapter is the first to need, under its title."""

    title: str
    notes: Notes


def figures_of(report: Report) -> Iterator[Figure]:
    """Every figure of a report, in the order of reading."""
    for block in report.blocks:
        for passage in _passages(block):
            yield from passage


def note_of(figures: Iterable[Run]) -> Note:
    """The note of figures that share one mark; those that count the same records stand in it once."""
    return tuple(dict.fromkeys((one.counts, one.address) for one in figures if isinstance(one, Figure)))


def notes_by_chapter(report: Report) -> list[NotesOfChapter]:
    """The notes in the order of reading, each numbered once, in the chapter that needs it first."""
    numbers: Notes = {}
    chapters = [NotesOfChapter(report.title, {})]
    for block in report.blocks:
        if isinstance(block, Heading) and block.level == 1:
            chapters.append(NotesOfChapter(block.text, {}))
        for note in map(note_of, _passages(block)):
            if note not in numbers:
                chapters[-1].notes[note] = numbers[note] = len(numbers) + 1
    return [one for one in chapters if one.notes]


def notes_of(report: Report) -> Notes:
    """The number of each note."""
    return {note: number for one in notes_by_chapter(report) for note, number in one.notes.items()}


def note_of_row(row: tuple[Cell, ...]) -> Note:
    """The one note of a row of a table."""
    return note_of(run for cell in row for run in runs_of(cell))


def note_of_chart(block: Bars | Columns) -> Note:
    """The one note of a chart."""
    return note_of(bar.figure for bar in block.items)


def _passages(block: Block) -> Iterator[tuple[Figure, ...]]:
    """The figures that share a mark: each of running text has its own, a row or a chart has one."""
    for runs in _marked(block):
        if figures := tuple(run for run in runs if isinstance(run, Figure)):
            yield figures


def _marked(block: Block) -> Iterator[Iterable[Run]]:
    """What carries one mark at most, in the order of reading."""
    match block:
        case Paragraph(runs=runs) | Callout(runs=runs):
            yield from ((run,) for run in runs)
        case Bullets(items=items):
            yield from ((run,) for item in items for run in item)
        case Table(rows=rows):
            yield from ((run for cell in row for run in runs_of(cell)) for row in rows)
        case Bars(items=items) | Columns(items=items):
            yield (bar.figure for bar in items)
