"""A report as plain data, as the templates of Typst read it."""

from typing import Any

from django.utils.translation import gettext

from techcoop.press import blocks
from techcoop.press import map as world
from techcoop.press.blocks import (
    Bars,
    Bullets,
    Callout,
    Columns,
    Figure,
    Heading,
    Notes,
    NotesOfChapter,
    Paragraph,
    Quote,
    Table,
    WorldMap,
)
from techcoop.press.texts import turned
from techcoop.press.widths import widths_of


def as_data(block: blocks.Block, notes: Notes) -> dict[str, Any]:
    """One block, with the number of its note beside each figure."""
    match block:
        case Heading():
            return {
                "kind": "heading",
                "level": block.level,
                "text": block.text,
                "anchor": block.anchor,
                "turned": turned(block.text),
            }
        case Paragraph():
            return {"kind": "paragraph", "runs": _runs(block.runs, notes)}
        case Bullets():
            return {"kind": "bullets", "items": [_runs(item, notes) for item in block.items]}
        case Quote():
            return {"kind": "quote", "text": block.text, "language": block.language, "source": block.source}
        case Callout():
            return {
                "kind": "callout",
                "runs": _runs(block.runs, notes),
                "title": block.title,
                "tone": block.tone,
            }
        case _:
            return _shown(block, notes)


def in_words(block: Bars | Columns | WorldMap) -> str:
    """A drawing for those who do not see it."""
    if isinstance(block, WorldMap):
        counted = [
            f"{line}: {sum(1 for step in block.classes.values() if step == place)}"
            for place, line in enumerate(block.legend)
        ]
        return f"{block.caption}. {'; '.join(counted)}"
    return f"{block.caption}. {'; '.join(f'{bar.label}: {bar.figure.text}' for bar in block.items)}"


def _shown(block: blocks.Block, notes: Notes) -> dict[str, Any]:
    match block:
        case Table():
            rows = [_row(row, notes) for row in block.rows]
            widths = widths_of(block)
            return {
                "kind": "table",
                "caption": block.caption,
                "header": block.header,
                "rows": rows,
                "numeric": block.numeric,
                "widths": widths.shares,
                "dense": widths.is_dense,
            }
        case Bars() | Columns():
            return {
                "kind": "bars" if isinstance(block, Bars) else "columns",
                "caption": block.caption,
                "note": notes.get(blocks.note_of_chart(block)),
                "items": _bars(block),
            }
        case WorldMap():
            return {
                "kind": "map",
                "caption": block.caption,
                "svg": world.print_svg(block.classes, steps=len(block.legend)),
                "words": in_words(block),
                "legend": block.legend,
                "colours": world.colours(len(block.legend)),
                "disclaimer": world.disclaimer(),
            }
        case _:
            raise TypeError(f"A report has no block of the kind {type(block).__name__}.")


def _row(row: tuple[blocks.Cell, ...], notes: Notes) -> list[list[dict[str, Any]]]:
    """A row whose mark stands once, behind what heads it."""
    cells = [_runs(blocks.runs_of(cell), {}) for cell in row]
    if cells and (number := notes.get(blocks.note_of_row(row))):
        cells[0] = [*cells[0], {"text": "", "note": number, "turned": ""}]
    return cells


def _bars(block: Bars | Columns) -> list[dict[str, Any]]:
    longest = max((bar.value for bar in block.items), default=0) or 1
    return [
        {
            "label": bar.label,
            "turned": turned(bar.label),
            "share": max(0.0, float(bar.value) / float(longest)),
            "value": _runs((bar.figure,), {}),
        }
        for bar in block.items
    ]


def _runs(runs: blocks.Runs, notes: Notes) -> list[dict[str, Any]]:
    return [
        {"text": run.text, "note": notes.get(blocks.note_of((run,))), "turned": turned(run.text)}
        if isinstance(run, Figure)
        else {"text": run, "note": None, "turned": turned(run)}
        for run in runs
    ]


def notes_as_data(chapters: list[NotesOfChapter], *, site: str) -> list[dict[str, Any]]:
    """The annex by chapters: the number of each note, what its figures count, and where the records are."""
    return [
        {
            "title": chapter.title,
            "turned": turned(chapter.title),
            "lines": [
                {"number": number if place == 0 else None, "counts": counts, "address": f"{site}{address}"}
                for note, number in chapter.notes.items()
                for place, (counts, address) in enumerate(note)
            ],
        }
        for chapter in chapters
    ]


def labels() -> dict[str, str]:
    """The words of the frame, in the language in force."""
    return {
        "contents": gettext("Contents"),
        "figures": gettext("Annex: the figures and their records"),
        "figures_why": gettext(
            "Each figure in this report is a question put to the records of the programme. "
            "The small number behind it, or behind the head of its row or chart, leads to this list; the "
            "address opens the records that are counted."
        ),
        "number": gettext("Note"),
        "counts": gettext("What it counts"),
        "address": gettext("Address of the records"),
        "reference": gettext("Reference"),
        "made": gettext("Drawn up on"),
        "item": gettext("Item"),
        "figure": gettext("Figure"),
    }
