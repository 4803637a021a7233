"""Reading a report as plain text."""

from techcoop.press.blocks import Bullets, Callout, Cell, Figure, Heading, Paragraph, Report, Table, runs_of


def words(cell: Cell) -> str:
    return "".join(run.text if isinstance(run, Figure) else run for run in runs_of(cell))


def text_of(report: Report) -> str:
    """Everything that a report says in words and in tables."""
    lines = []
    for block in report.blocks:
        match block:
            case Heading(text=text):
                lines.append(text)
            case Paragraph(runs=runs) | Callout(runs=runs):
                lines.append(words(runs))
            case Bullets(items=items):
                lines += [words(item) for item in items]
            case Table(rows=rows):
                lines += [" | ".join(words(cell) for cell in row) for row in rows]
    return "\n".join(lines)


def row_of(report: Report, caption: str, first: str) -> tuple[str, ...]:
    """The row of a table that begins so, in words."""
    for block in report.blocks:
        if isinstance(block, Table) and block.caption.startswith(caption):
            for row in block.rows:
                if words(row[0]) == first:
                    return tuple(words(cell) for cell in row)
    raise LookupError(f"{caption}: {first}")
