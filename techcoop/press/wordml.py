"""Word's own marks for what python-docx has no words for: direction, language, links, bookmarks."""

import re
import zipfile
from collections.abc import Sequence
from datetime import datetime
from io import BytesIO
from typing import Any

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from techcoop.press.texts import turned

# What the schema of Word wants after the mark of direction in a paragraph.
AFTER_BIDI = tuple(
    f"w:{name}"
    for name in (
        *("adjustRightInd", "snapToGrid", "spacing", "ind", "contextualSpacing", "mirrorIndents", "jc"),
        *("textDirection", "textAlignment", "outlineLvl", "cnfStyle", "rPr", "sectPr"),
    )
)
FIRST_DAY_OF_ZIP = (1980, 1, 1, 0, 0, 0)


def mark(name: str, /, **attributes: str) -> Any:
    """An element of WordprocessingML."""
    element = OxmlElement(f"w:{name}")
    for key, value in attributes.items():
        element.set(qn(f"w:{key}"), value)
    return element


def add_run(paragraph: Any, text: str) -> Any:
    """A run with this text, its line breaks kept."""
    # python-docx takes a text apart letter by letter, and looks each time for an older one to take away.
    run = paragraph.add_run()
    for place, line in enumerate(text.split("\n")):
        if place:
            run._r.append(mark("br"))
        if line:
            said = mark("t")
            said.text = line
            if line != line.strip():
                said.set(qn("xml:space"), "preserve")
            run._r.append(said)
    return run


def set_direction(paragraph: Any, *, right_to_left: bool) -> None:
    """A paragraph read from the right, or from the left; a text of the other direction keeps its own."""
    if right_to_left:
        properties = paragraph._p.get_or_add_pPr()
        properties.insert_element_before(mark("bidi"), *AFTER_BIDI)
    for run in paragraph._p.iter(qn("w:r")):
        from_the_right = right_to_left != bool(turned("".join(run.itertext()), within=right_to_left))
        run_properties = run.get_or_add_rPr() if from_the_right else None
        if run_properties is not None and run_properties.find(qn("w:rtl")) is None:
            run_properties.append(mark("rtl"))


def set_language(run: Any, language: str) -> None:
    """The language in which a run is spelled and read aloud."""
    run._r.get_or_add_rPr().append(mark("lang", val=language, eastAsia=language, bidi=language))


def set_document_language(document: Any, language: str) -> None:
    """The language of everything that names no other."""
    defaults = document.styles.element.find(qn("w:docDefaults")).find(qn("w:rPrDefault")).find(qn("w:rPr"))
    for old in defaults.findall(qn("w:lang")):
        defaults.remove(old)
    defaults.append(mark("lang", val=language, eastAsia=language, bidi=language))


def set_fonts(style: Any, *, half_points: int | None = None) -> None:
    """One plain face for every script, without the letter-spacing that would tear Arabic letters apart."""
    properties = style.element.get_or_add_rPr()
    for old in (*properties.findall(qn("w:rFonts")), *properties.findall(qn("w:spacing"))):
        properties.remove(old)
    properties.insert(0, mark("rFonts", ascii="Arial", hAnsi="Arial", cs="Arial", eastAsia="Microsoft YaHei"))
    if half_points:
        for name in ("sz", "szCs"):
            for old in properties.findall(qn(f"w:{name}")):
                properties.remove(old)
            properties.append(mark(name, val=str(half_points)))


def number_the_pages(paragraph: Any) -> None:
    """The number of the page, which Word counts itself."""
    for kind, text in (("begin", ""), ("", " PAGE "), ("end", "")):
        run = paragraph.add_run()
        if kind:
            run._r.append(mark("fldChar", fldCharType=kind))
        else:
            instruction = mark("instrText")
            instruction.text = text
            run._r.append(instruction)


def place_name(anchor: str) -> str:
    """An anchor as Word allows it: letters, digits and low lines, forty at most."""
    return re.sub(r"\W", "_", anchor)[:40]


def bookmark(paragraph: Any, name: str, number: int) -> None:
    """A place that links within the document lead to."""
    paragraph._p.insert_element_before(
        mark("bookmarkStart", id=str(number), name=place_name(name)), "w:r", "w:hyperlink"
    )
    paragraph._p.append(mark("bookmarkEnd", id=str(number)))


def link_within(paragraph: Any, run: Any, name: str) -> None:
    """The run leads to a bookmark."""
    link = mark("hyperlink", anchor=place_name(name), history="1")
    paragraph._p.append(link)
    link.append(run._r)


def link_outside(paragraph: Any, run: Any, address: str) -> None:
    """The run leads to an address on the web."""
    # A report has thousands of addresses, no two alike: looking each up among all before would never end.
    links = paragraph.part.rels
    key = f"address{len(links)}"
    links.add_relationship(RELATIONSHIP_TYPE.HYPERLINK, address, key, is_external=True)
    link = mark("hyperlink", history="1")
    link.set(qn("r:id"), key)
    paragraph._p.append(link)
    link.append(run._r)


def repeat_header(row: Any) -> None:
    """The row is the header of its table, on every page."""
    row._tr.get_or_add_trPr().append(mark("tblHeader"))


def set_widths(table: Any, shares: Sequence[int]) -> None:
    """The columns as wide as they are told, whatever their texts; together as wide as before."""
    grid = table._tbl.tblGrid.gridCol_lst
    whole, given = sum(one.w.twips for one in grid), sum(shares)
    widths = [str(whole * share // given) for share in shares]
    for column, width in zip(grid, widths, strict=True):
        column.set(qn("w:w"), width)
    for row in table._tbl.tr_lst:
        for cell, width in zip(row.tc_lst, widths, strict=True):
            cell.tcPr.find(qn("w:tcW")).set(qn("w:w"), width)
    table.autofit = False


def shade(cell: Any, colour: str) -> None:
    """A cell's ground."""
    cell._tc.get_or_add_tcPr().append(mark("shd", val="clear", color="auto", fill=colour))


def set_table_direction(table: Any, *, right_to_left: bool) -> None:
    """A table whose first column stands on the right."""
    if right_to_left:
        style = table._tbl.tblPr.find(qn("w:tblStyle"))
        table._tbl.tblPr.insert(0 if style is None else 1, mark("bidiVisual"))


def describe_picture(shape: Any, words: str) -> None:
    """What a picture shows, for those who do not see it."""
    shape._inline.docPr.set("descr", words)


def same_bytes(document: Any, made_at: datetime) -> bytes:
    """The document as a file that depends on nothing but its records: no clock, no machine."""
    properties = document.core_properties
    properties.created = properties.modified = made_at.replace(tzinfo=None)
    properties.last_modified_by, properties.revision = "", 1
    written, settled = BytesIO(), BytesIO()
    document.save(written)
    with zipfile.ZipFile(written) as source, zipfile.ZipFile(settled, "w") as target:
        for name in sorted(source.namelist(), key=lambda one: (one != "[Content_Types].xml", one)):
            entry = zipfile.ZipInfo(name, FIRST_DAY_OF_ZIP)
            entry.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(entry, source.read(name))
    return settled.getvalue()
