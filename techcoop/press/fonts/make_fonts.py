"""The fonts of letters and reports, cut from published packages; see README.md beside."""

import sys
from collections.abc import Iterable
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

HERE = Path(__file__).parent
PUNCTUATION = {*range(0x3000, 0x3040), *range(0xFF00, 0xFFF0), *(ord(one) for one in "—‘’“”…·")}
# Less frequent by that standard, but in names of States.
IN_NAMES_OF_STATES = {ord(one) for one in "斐汶瑙"}


def gb2312(first_row: int, last_row: int) -> set[int]:
    """The characters of some rows of the Chinese national standard."""
    found = set()
    for row in range(first_row, last_row + 1):
        for cell in range(0xA1, 0xFF):
            try:
                found.add(ord(bytes([row, cell]).decode("gb2312")))
            except UnicodeDecodeError:
                continue
    return found


def cut(source: Path, target: str, *, family: str, style: str, characters: set[int]) -> None:
    """One weight of a font with these characters only, under a plain family name."""
    options = subset.Options(layout_features=["*"], hinting=False, drop_tables=["vhea", "vmtx", "STAT"])
    font = subset.load_font(str(source), options)
    font.flavor = None
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=characters)
    cutter.subset(font)
    keep_obligatory_ligatures(font)
    names = {1: family, 2: style, 4: f"{family} {style}", 6: f"{family}-{style}".replace(" ", "")}
    for record in (1, 2, 4, 6, 16, 17):
        font["name"].removeNames(nameID=record)
        if record in names:
            font["name"].setName(names[record], record, 3, 1, 0x409)
    font.save(HERE / target)


def keep_obligatory_ligatures(font: TTFont) -> None:
    """Of the Arabic ligatures of two letters only lam with alef: the others are copied in the wrong order."""
    forms = font.getBestCmap()
    lams = {forms.get(one) for one in (0xFEDF, 0xFEE0)}
    alefs = {forms.get(one) for one in (0xFE82, 0xFE84, 0xFE88, 0xFE8E, 0xFB51)}
    for record in font["GSUB"].table.FeatureList.FeatureRecord:
        if record.FeatureTag != "rlig":
            continue
        for index in record.Feature.LookupListIndex:
            for table in font["GSUB"].table.LookupList.Lookup[index].SubTable:
                found = getattr(table, "ExtSubTable", table)
                found.ligatures = {
                    first: [one for one in found.ligatures[first] if one.Component[0] in alefs]
                    for first in lams & set(found.ligatures)
                }


def cut_axes(source: Path, target: str) -> None:
    """A variable font without widths, from regular to bold."""
    font = TTFont(source, recalcTimestamp=False)
    instancer.instantiateVariableFont(font, {"wdth": 100, "wght": (400, 700)}, inplace=True)
    font.save(HERE / target)


def ranges(characters: Iterable[int]) -> list[tuple[int, int]]:
    """Characters as first and last of each run."""
    runs: list[tuple[int, int]] = []
    for one in sorted(characters):
        if runs and one == runs[-1][1] + 1:
            runs[-1] = (runs[-1][0], one)
        else:
            runs.append((one, one))
    return runs


def make(packages: Path) -> None:
    """All four files and the list of what they can print."""
    cut_axes(packages / "fontpkg_noto_sans/files/NotoSans[wdth,wght].ttf", "NotoSans.ttf")
    frequent = gb2312(0xB0, 0xD7) | PUNCTUATION | IN_NAMES_OF_STATES
    every = {"Regular": frequent | gb2312(0xD8, 0xF7), "Bold": frequent}
    for style, weight in (("Regular", 400), ("Bold", 700)):
        source = packages / f"noto-sans-sc/files/noto-sans-sc-chinese-simplified-{weight}-normal.woff2"
        target = f"NotoSansSC-{style}.ttf"
        cut(source, target, family="Noto Sans SC", style=style, characters=every[style])
        source = packages / f"arabic/files/ibm-plex-sans-arabic-arabic-{weight}-normal.woff2"
        arabic = set(TTFont(source).getBestCmap())
        cut(source, f"PressArabic-{style}.ttf", family="Press Arabic", style=style, characters=arabic)
    covered = {one for path in HERE.glob("*.ttf") for one in TTFont(path).getBestCmap()}
    lines = [f"{first:X}-{last:X}" for first, last in ranges(covered)]
    (HERE / "coverage.txt").write_text("\n".join(lines) + "\n")


if __name__ == "__main__":
    make(Path(sys.argv[1]))
