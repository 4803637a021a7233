"""The world map of reports and pages, drawn once from the published outlines; see README.md beside."""

import json
import math
import sys
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
WIDTH = 2000
# Units of the drawing, squared: what a bend or an island must cover to be drawn.
SMALLEST_BEND = 3.5
SMALLEST_ISLAND = 10.0
SEEN_WITHOUT_MARK = 110.0
LEFT_OUT = {"ATA"}
# The outlines know areas that the United Nations counts as part of a State.
PART_OF = {"TWN": "CHN", "SOL": "SOM", "CYN": "CYP", "XKX": "SRB", "ATC": "AUS", "IOA": "AUS"}
OF_NO_STATE = {"KAS"}
# Small areas that are no States: drawn where they are large enough, never marked.
TERRITORIES = (
    "ABW AIA ALA ASM ATF BLM BMU CUW CYM FLK FRO GGY GUM HKG HMD IMN IOT JEY MAC MAF MNP MSR NCL NFK"
    " PCN PRI PYF SGS SHN SPM SXM TCA VGB VIR WLF"
)

Point = tuple[float, float]


def projected(longitude: float, latitude: float) -> Point:
    """The Natural Earth projection (T. Patterson, B. Šavrič), in radians of the equator."""
    x, y = math.radians(longitude), math.radians(latitude)
    y2 = y * y
    y4 = y2 * y2
    across = 0.8707 - 0.131979 * y2 + y4 * (-0.013791 + y4 * (0.003971 * y2 - 0.001529 * y4))
    up = 1.007226 + y2 * (0.015085 + y4 * (-0.044475 + 0.028874 * y2 - 0.005916 * y4))
    return x * across, y * up


SCALE = WIDTH / (2 * projected(180, 0)[0])
TOP, BOTTOM = projected(0, 84)[1], projected(0, -57)[1]


def placed(place: Point) -> Point:
    """A place on the globe, in degrees, as a place on the drawing."""
    x, y = projected(*place)
    return WIDTH / 2 + x * SCALE, (TOP - y) * SCALE


def decoded(world: dict[str, Any]) -> list[list[Point]]:
    """The arcs between the meeting points of borders, in degrees."""
    (scale_x, scale_y), (shift_x, shift_y) = world["transform"]["scale"], world["transform"]["translate"]
    arcs = []
    for arc in world["arcs"]:
        x = y = 0
        points = []
        for step_x, step_y in arc:
            x, y = x + step_x, y + step_y
            points.append((x * scale_x + shift_x, y * scale_y + shift_y))
        arcs.append(points)
    return arcs


def triangle(first: Point, second: Point, third: Point) -> float:
    """The area a bend covers."""
    return (
        abs((second[0] - first[0]) * (third[1] - first[1]) - (third[0] - first[0]) * (second[1] - first[1]))
        / 2
    )


def simplified(points: list[Point]) -> list[Point]:
    """The arc without its smallest bends (Visvalingam); its ends stay, so that neighbours still meet."""
    kept = list(points)
    fewest = 5 if points[0] == points[-1] else 2
    while len(kept) > fewest:
        drawn = [placed(place) for place in kept]
        areas = [triangle(*drawn[place - 1 : place + 2]) for place in range(1, len(kept) - 1)]
        least = min(range(len(areas)), key=areas.__getitem__)
        if areas[least] > SMALLEST_BEND:
            break
        del kept[least + 1]
    return kept


def outer_arcs(rings: list[list[int]]) -> list[list[int]]:
    """The rings of a State without the lines that run within it."""
    used = {arc for ring in rings for arc in ring}
    if not any(~arc in used for arc in used):
        return rings
    return stitched([arc for ring in rings for arc in ring if ~arc not in used])


ARCS: list[list[Point]] = []


def along(arc: int) -> list[Point]:
    """An arc in the direction in which a ring runs."""
    return ARCS[arc] if arc >= 0 else ARCS[~arc][::-1]


def stitched(arcs: list[int]) -> list[list[int]]:
    """Loose arcs as closed rings."""
    by_begin: dict[Point, list[int]] = {}
    for arc in arcs:
        by_begin.setdefault(along(arc)[0], []).append(arc)
    rings = []
    while by_begin:
        begin = next(iter(by_begin))
        ring, at = [], begin
        while by_begin.get(at):
            arc = by_begin[at].pop()
            if not by_begin[at]:
                del by_begin[at]
            ring.append(arc)
            at = along(arc)[-1]
        rings.append(ring)
    return rings


def area(ring: list[Point]) -> float:
    """The area of a closed ring."""
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, ring[1:] + ring[:1], strict=True))) / 2


def unrolled(ring: list[Point]) -> list[Point]:
    """A ring that runs on over the 180th meridian instead of leaping to the other side of the world."""
    points = [ring[0]]
    for longitude, latitude in ring[1:]:
        turns = round((points[-1][0] - longitude) / 360)
        points.append((longitude + 360 * turns, latitude))
    return points


def cut(ring: list[Point], edge: float, side: int) -> list[Point]:
    """The part of a ring on one side of a meridian."""
    kept: list[Point] = []
    for here, after in zip(ring, ring[1:] + ring[:1], strict=True):
        inside, stays = side * (here[0] - edge) <= 0, side * (after[0] - edge) <= 0
        if inside:
            kept.append(here)
        if inside != stays:
            share = (edge - here[0]) / (after[0] - here[0])
            kept.append((edge, here[1] + share * (after[1] - here[1])))
    return kept


def sheets(ring: list[int], arcs: list[list[Point]]) -> list[list[Point]]:
    """A ring as the one or two rings it is on a flat map, in whole units."""
    whole = unrolled([place for arc in ring for place in (arcs[arc] if arc >= 0 else arcs[~arc][::-1])])
    found: list[list[Point]] = []
    for turn in (-360, 0, 360):
        shifted = [(longitude + turn, latitude) for longitude, latitude in whole]
        part = cut(cut(shifted, 180, 1), -180, -1)
        places: list[Point] = [(round(x), round(y)) for x, y in map(placed, part)]
        kept = [place for number, place in enumerate(places) if place != places[number - 1]]
        if len(kept) > 2:
            found.append(kept)
    return found


def middle(ring: list[Point]) -> list[int]:
    """About the middle of a small ring."""
    return [round(sum(place[axis] for place in ring) / len(ring)) for axis in (0, 1)]


def as_path(rings: list[list[Point]]) -> str:
    """Rings as the path of a drawing, each step from the place before."""
    parts = []
    for ring in rings:
        steps = [f"{round(b[0] - a[0])} {round(b[1] - a[1])}" for a, b in zip(ring, ring[1:], strict=False)]
        parts.append(f"M{ring[0][0]} {ring[0][1]}l{' '.join(steps).replace(' -', '-')}z")
    return "".join(parts)


def rings_by_state(world: dict[str, Any]) -> dict[str, list[list[int]]]:
    """The rings of every State, areas that the United Nations counts to it included."""
    found: dict[str, list[list[int]]] = {}
    for shape in world["objects"]["countries"]["geometries"]:
        code = PART_OF.get(shape["properties"]["a3"], shape["properties"]["a3"])
        polygons = shape["arcs"] if shape["type"] == "MultiPolygon" else [shape["arcs"]]
        if code not in LEFT_OUT:
            found.setdefault("" if code in OF_NO_STATE else code, []).extend(
                ring for polygon in polygons for ring in polygon
            )
    return found


def make(source: Path) -> None:
    """The file beside, from the published outlines."""
    world = json.loads(source.read_text())
    full = decoded(world)
    ARCS.extend(simplified(arc) for arc in full)
    paths, marks = {}, {}
    for code, rings in sorted(rings_by_state(world).items()):
        largest = max((part for ring in rings for part in sheets(ring, full)), key=area, default=[])
        if area(largest) < SEEN_WITHOUT_MARK and code and code not in TERRITORIES:
            marks[code] = middle(largest or [placed(full[rings[0][0]][0])])
        drawn = (part for ring in outer_arcs(rings) for part in sheets(ring, ARCS))
        kept = sorted((part for part in drawn if area(part) >= SMALLEST_ISLAND), key=area, reverse=True)
        paths[code] = as_path(kept)
    drawing = {"width": WIDTH, "height": round((TOP - BOTTOM) * SCALE), "paths": paths, "marks": marks}
    (HERE / "world.json").write_text(json.dumps(drawing, indent=0, separators=(",", ":")) + "\n")


if __name__ == "__main__":
    make(Path(sys.argv[1]))
