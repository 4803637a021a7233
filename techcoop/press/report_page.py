"""A report as a page: the same blocks, each figure a link to the records it counts."""

from typing import Any

from django.utils import translation

from techcoop.press import blocks, handover
from techcoop.press import map as world
from techcoop.press.blocks import Block, Figure, Report, Runs
from techcoop.press.texts import turned

RIGHT_TO_LEFT = ("ar", "fa", "he", "ur", "ps", "dv")
LONGEST_CODE = 14  # letters


def report_page(report: Report) -> dict[str, Any]:
    """What `press/report.html` shows; give it to the template as `report`."""
    with translation.override(report.language):
        chapters = [one for one in report.blocks if isinstance(one, blocks.Heading) and one.level < 3]
        return {
            "language": report.language,
            "direction": "rtl" if report.language in RIGHT_TO_LEFT else "ltr",
            "title": report.title,
            "subtitle": report.subtitle,
            "reference": report.reference,
            "banner": report.banner,
            "labels": handover.labels(),
            "contents": chapters,
            "blocks": [_shown(block) for block in report.blocks],
        }


def _shown(block: Block) -> dict[str, Any]:
    """One block, with its figures as text and address."""
    match block:
        case blocks.Heading():
            return {
                "kind": "heading",
                "level": block.level + 1,
                "runs": _runs((block.text,)),
                "anchor": block.anchor,
            }
        case blocks.Paragraph():
            return {"kind": "paragraph", "runs": _runs(block.runs)}
        case blocks.Bullets():
            return {"kind": "bullets", "items": [_runs(item) for item in block.items]}
        case blocks.Callout():
            return {"kind": "callout", "runs": _runs(block.runs), "title": block.title, "tone": block.tone}
        case blocks.Quote():
            return {"kind": "quote", "text": block.text, "language": block.language, "source": block.source}
        case _:
            return _drawn(block)


def _drawn(block: Block) -> dict[str, Any]:
    match block:
        case blocks.Table():
            rows = [
                [_cell(blocks.runs_of(cell), place in block.numeric) for place, cell in enumerate(row)]
                for row in block.rows
            ]
            header = [(title, place in block.numeric) for place, title in enumerate(block.header)]
            return {"kind": "table", "caption": block.caption, "header": header, "rows": rows}
        case blocks.Bars() | blocks.Columns():
            return {"kind": "bars", "caption": block.caption, "items": _bars(block)}
        case blocks.WorldMap():
            return {"kind": "map", "caption": block.caption, **map_on_page(block)}
        case _:
            raise TypeError(f"A report has no block of the kind {type(block).__name__}.")


def map_on_page(block: blocks.WorldMap) -> dict[str, Any]:
    """What `press/map.html` shows: the drawing, its legend and the disclaimer."""
    svg = world.world_map_svg(
        title=block.caption,
        description=handover.in_words(block),
        classes=block.classes,
        legend=block.legend,
        names=block.names,
        links=block.addresses,
    )
    legend = list(zip(world.colours(len(block.legend)), block.legend, strict=False))
    return {"svg": svg, "legend": legend, "disclaimer": world.disclaimer()}


def _bars(block: blocks.Bars | blocks.Columns) -> list[dict[str, Any]]:
    """Each bar as label, length and figure."""
    longest = max((bar.value for bar in block.items), default=0) or 1
    return [
        {
            "label": bar.label,
            "runs": _runs((bar.figure,)),
            "share": f"{max(0.4, 100 * float(bar.value) / float(longest)):.1f}",
        }
        for bar in block.items
    ]


def _cell(runs: Runs, is_number: bool) -> tuple[list[dict[str, str]], str]:
    """A cell and its look; a code or a day of few letters stands in one line."""
    told = _runs(runs)
    text = "".join(run["text"] for run in told)
    is_code = "-" in text and " " not in text and len(text) <= LONGEST_CODE
    return told, "number" if is_number else "short" if is_code else ""


def _runs(runs: Runs) -> list[dict[str, str]]:
    return [
        {"text": run.text, "counts": run.counts, "address": run.address, "turned": turned(run.text)}
        if isinstance(run, Figure)
        else {"text": run, "counts": "", "address": "", "turned": turned(run)}
        for run in runs
    ]
