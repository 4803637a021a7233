"""The world map: where the programme works, State by State, for pages and for print."""

import json
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from django.utils.html import conditional_escape, format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext

HERE = Path(__file__).parent
PALE = "#e9e6e1"
SHADES = ("#bfdcef", "#86bbde", "#4f97c9", "#2472b0", "#0b4579")
# Which shades tell this many classes apart best.
SPREAD = {1: (3,), 2: (1, 3), 3: (0, 2, 4), 4: (1, 2, 3, 4), 5: (0, 1, 2, 3, 4)}
MARK_RADIUS = 7


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
    shades = colours(len(legend))
    parts = [
        _linked(
            _shape(code, shades[classes[code]], step=classes[code]),
            words=f"{names.get(code, code)}: {legend[classes[code]]}",
            address=links.get(code),
        )
        for code in sorted(classes)
        if _is_drawn(code)
    ]
    return format_html(
        '<svg class="world-map" viewBox="0 0 {} {}" role="group" aria-label="{}">'
        '<desc>{}</desc><g class="land" fill="{}" stroke="#fff" stroke-width="1">{}</g>'
        '<g stroke="#fff" stroke-width="1">{}</g></svg>',
        drawing()["width"],
        drawing()["height"],
        title,
        description,
        PALE,
        _land(frozenset(classes)),
        format_html_join("", "{}", ((part,) for part in parts)),
    )


def print_svg(classes: Mapping[str, int], *, steps: int) -> str:
    """The map for print: shapes only, words are set beside it."""
    shades = colours(steps)
    shapes = "".join(_shape(code, shades[classes[code]]) for code in sorted(classes) if _is_drawn(code))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {drawing()["width"]} {drawing()["height"]}">'
        f'<g fill="{PALE}" stroke="#fff">{_land(frozenset(classes))}</g><g stroke="#fff">{shapes}</g></svg>'
    )


def _is_drawn(code: str) -> bool:
    return code in drawing()["marks"] or bool(drawing()["paths"].get(code))


def _land(without: frozenset[str]) -> SafeString:
    """All that has no class, in one path."""
    path = "".join(path for code, path in drawing()["paths"].items() if code not in without)
    return format_html('<path d="{}"/>', mark_safe(path))  # our own file: digits and letters of paths


def _shape(code: str, colour: str, *, step: int | None = None) -> SafeString:
    """One State: its outline, and a mark where the outline is too small to see or to hit."""
    path, mark = drawing()["paths"].get(code), drawing()["marks"].get(code)
    name = format_html(' class="step-{}"', step) if step is not None else ""
    outline = format_html('<path{} fill="{}" d="{}"/>', name, colour, path) if path else ""
    if not mark:
        return mark_safe(outline)
    circle = format_html(
        '<circle{} fill="{}" cx="{}" cy="{}" r="{}"/>', name, colour, str(mark[0]), str(mark[1]), MARK_RADIUS
    )
    return mark_safe(outline + circle)


def _linked(shape: SafeString, *, words: str, address: str | None) -> SafeString:
    if not address:
        return format_html("<g><title>{}</title>{}</g>", words, shape)
    return format_html(
        '<a href="{}" aria-label="{}"><title>{}</title>{}</a>',
        address,
        words,
        words,
        conditional_escape(shape),
    )
