"""The world map: where the programme works, State by State, for pages and for print."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import gettext

HERE = Path(__file__).parent
PALE = "#e9e6e1"
SHADES = ("#bfdcef", "#86bbde", "#4f97c9", "#2472b0", "#0b4579")
# Which shades tell this many classes apart best.
SPREAD = {1: (3,), 2: (1, 3), 3: (0, 2, 4), 4: (1, 2, 3, 4), 5: (0, 1, 2, 3, 4)}
MARK_RADIUS = 8


@dataclass(frozen=True)
class Shape:
    """One State as it is drawn: an outline, and a mark where that is too small to see or to hit."""

    step: int
    colour: str
    outline: str
    mark: tuple[int, int] | None
    words: str = ""
    address: str = ""


@lru_cache(maxsize=1)
def drawing() -> dict:
    """The outlines and marks, read once."""
    return json.loads((HERE / "world.json").read_text())


def colours(classes: int) -> tuple[str, ...]:
    """As many shades as there are classes, light to dark; five classes is the most an eye tells apart."""
    return tuple(SHADES[place] for place in SPREAD[min(max(classes, 1), 5)])


def disclaimer() -> str:
    """What the United Nations says beside every map."""
    return gettext(
        "The boundaries and names shown and the designations used on this map do not imply "
        "official endorsement or acceptance by the United Nations."
    )


def world_map_svg(
    *,
    title: str,
    description: str,
    classes: Mapping[str, int],
    legend: tuple[str, ...],
    names: Mapping[str, str],
    links: Mapping[str, str],
) -> SafeString:
    """The map for a page: each State with a class says its name and line of the legend, and leads on."""
    shapes = [
        _shape(
            code,
            classes[code],
            steps=len(legend),
            words=f"{names.get(code, code)}: {legend[classes[code]]}",
            address=links.get(code, ""),
        )
        for code in sorted(classes)
        if _is_drawn(code)
    ]
    return render_to_string(
        "press/world_map.html",
        {
            "size": f"{drawing()['width']} {drawing()['height']}",
            "title": title,
            "description": description,
            "pale": PALE,
            "land": _land(classes),
            "shapes": shapes,
            "radius": MARK_RADIUS,
        },
    )


def print_svg(classes: Mapping[str, int], *, steps: int) -> str:
    """The map for print: shapes only, words are set beside it."""
    parts = []
    for code in sorted(classes):
        if _is_drawn(code):
            shape = _shape(code, classes[code], steps=steps)
            parts.append(f'<path fill="{shape.colour}" d="{shape.outline}"/>')
            if shape.mark:
                x, y = shape.mark
                parts.append(f'<circle fill="{shape.colour}" cx="{x}" cy="{y}" r="{MARK_RADIUS}"/>')
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {drawing()["width"]} {drawing()["height"]}">'
        f'<g stroke="#fff"><path fill="{PALE}" d="{_land(classes)}"/>{"".join(parts)}</g></svg>'
    )


def _is_drawn(code: str) -> bool:
    return code in drawing()["marks"] or bool(drawing()["paths"].get(code))


def _land(without: Mapping[str, int]) -> str:
    """All that has no class, in one path."""
    return "".join(path for code, path in drawing()["paths"].items() if code not in without)


def _shape(code: str, step: int, *, steps: int, words: str = "", address: str = "") -> Shape:
    mark = drawing()["marks"].get(code)
    return Shape(
        step=step,
        colour=colours(steps)[step],
        outline=drawing()["paths"].get(code, ""),
        mark=(mark[0], mark[1]) if mark else None,
        words=words,
        address=address,
    )
