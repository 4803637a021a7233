"""A report as Word, for those who must comment and amend."""

from io import BytesIO
from typing import Any

from django.utils import translation
from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Cm, Pt, RGBColor

from techcoop.press import blocks, handover, wordml
from techcoop.press.blocks import Block, Figure, Report, Runs
from techcoop.press.report_pdf import report_data
from techcoop.press.texts import harmless
from techcoop.press.typesetting import png
from techcoop.press.widths import Widths, widths_of

BLUE, GREY = RGBColor(0x0B, 0x53, 0x94), RGBColor(0x5B, 0x6B, 0x78)
RIGHT_TO_LEFT = ("ar", "fa", "he", "ur", "ps", "dv")
WORD_LANGUAGES = {"en": "en-GB", "zh-hans": "zh-CN", "zh": "zh-CN"}
# The annex of figures: the number of the note, what it counts, the address.
NOTES = (8, 50, 42)
# So that nobody who listens or copies takes the number of a note for the last digit of a figure.
HAIR = "\u200a"
PALE, WARNING_PALE = "E8F0F7", "FDF3E3"


def report_docx(report: Report) -> bytes:
    """The report with headings, real tables, described pictures and the annex of its figures."""
    with translation.override(report.language):
        return _Writer(report).whole()


class _Writer:
    """One report on its way into one document."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self.data = report_data(report)
        self.notes = blocks.notes_of(report)
        self.right_to_left = report.language in RIGHT_TO_LEFT
        self.document = Document()
        self.bookmarks = 0
        wordml.set_document_language(self.document, WORD_LANGUAGES.get(report.language, report.language))
        wordml.set_fonts(self.document.styles["Normal"], half_points=21)
        for name in ("Title", "Subtitle", "Caption", "Quote", *(f"Heading {level}" for level in (1, 2, 3))):
            wordml.set_fonts(self.document.styles[name])
            self.document.styles[name].font.color.rgb = BLUE
        self.document.styles["Quote"].font.italic = False

    def frame(self) -> None:
        """A4, what the paper is at the head of each page, its reference and number at the foot."""
        section = self.document.sections[0]
        section.page_width, section.page_height = Cm(21), Cm(29.7)
        section.left_margin = section.right_margin = Cm(2.6)
        head, foot = section.header.paragraphs[0], section.footer.paragraphs[0]
        self.fill(head, (f"{self.report.title} · {self.data['banner-short']}",))
        self.fill(foot, (f"{self.report.reference} · ",))
        wordml.number_the_pages(foot)

    def whole(self) -> bytes:
        properties = self.document.core_properties
        properties.title, properties.author = harmless(self.report.title), harmless(self.data["house"])
        properties.language, properties.identifier = self.report.language, self.report.reference
        properties.comments = harmless(self.report.banner)
        self.frame()
        self.cover()
        self.contents()
        for block in self.report.blocks:
            self.block(block)
        self.annex()
        return wordml.same_bytes(self.document, self.report.made_at)

    def cover(self) -> None:
        labels = self.data["labels"]
        self.paragraph((self.data["house"],), bold=True)
        self.paragraph((self.data["programme"],))
        self.paragraph((self.report.title,), style="Title")
        self.paragraph((self.report.subtitle,), style="Subtitle")
        self.box((self.report.banner,), tone="warning")
        self.paragraph((f"{labels['reference']}: {self.report.reference}",))
        self.paragraph((f"{labels['made']}: {self.data['dated']}",))

    def contents(self) -> None:
        self.document.add_page_break()
        self.paragraph((self.data["labels"]["contents"],), bold=True)
        headings = [one for one in self.report.blocks if isinstance(one, blocks.Heading) and one.level < 3]
        if self.notes:
            headings.append(blocks.Heading(1, self.data["labels"]["figures"], "figures"))
        for heading in headings:
            paragraph = self.document.add_paragraph()
            paragraph.paragraph_format.left_indent = Cm(0.8 * (heading.level - 1))
            run = wordml.add_run(paragraph, harmless(heading.text))
            wordml.link_within(paragraph, run, heading.anchor)
            wordml.set_direction(paragraph, right_to_left=self.right_to_left)

    def block(self, block: Block) -> None:
        match block:
            case blocks.Heading():
                self.heading(block.text, level=block.level, anchor=block.anchor)
            case blocks.Paragraph(runs=runs):
                self.paragraph(runs)
            case blocks.Bullets(items=items):
                for item in items:
                    self.paragraph(item, style="List Bullet")
            case _:
                self.set_apart(block)

    def set_apart(self, block: Block) -> None:
        match block:
            case blocks.Quote():
                self.quote(block)
            case blocks.Callout():
                self.box(((block.title + "\n",) if block.title else ()) + block.runs, tone=block.tone)
            case blocks.Table():
                self.table(block, widths_of(block))
            case _:
                self.chart(block)

    def heading(self, text: str, *, level: int, anchor: str) -> None:
        paragraph = self.document.add_heading(harmless(text), level)
        paragraph.paragraph_format.page_break_before = level == 1
        self.bookmark(paragraph, anchor)
        wordml.set_direction(paragraph, right_to_left=self.right_to_left)

    def bookmark(self, paragraph: Any, name: str) -> None:
        self.bookmarks += 1
        wordml.bookmark(paragraph, name, self.bookmarks)

    def paragraph(self, runs: Runs, *, style: str | None = None, bold: bool = False) -> Any:
        paragraph = self.document.add_paragraph(style=style)
        self.fill(paragraph, runs, bold=bold)
        return paragraph

    def fill(self, paragraph: Any, runs: Runs, *, bold: bool = False, noted: bool = True) -> None:
        for one in runs:
            run = wordml.add_run(paragraph, harmless(one.text if isinstance(one, Figure) else one))
            if bold:
                run.bold = run.font.cs_bold = True
            if noted and isinstance(one, Figure):
                self.note(paragraph, blocks.note_of((one,)))
        wordml.set_direction(paragraph, right_to_left=self.right_to_left)

    def note(self, paragraph: Any, note: blocks.Note) -> None:
        """The small grey number that leads to the annex."""
        if number := self.notes.get(note):
            mark = wordml.add_run(paragraph, f"{HAIR}{number}")
            mark.font.superscript, mark.font.color.rgb = True, GREY
            wordml.link_within(paragraph, mark, f"note-{number}")

    def quote(self, quote: blocks.Quote) -> None:
        language = WORD_LANGUAGES.get(quote.language, quote.language)
        paragraph = self.document.add_paragraph(style="Quote")
        run = wordml.add_run(paragraph, harmless(quote.text))
        wordml.set_direction(paragraph, right_to_left=quote.language in RIGHT_TO_LEFT)
        wordml.set_language(run, language)
        if quote.source:
            self.paragraph((quote.source,))

    def box(self, runs: Runs, *, tone: str) -> None:
        table = self.document.add_table(rows=1, cols=1, style="Table Grid")
        wordml.set_table_direction(table, right_to_left=self.right_to_left)
        cell = table._cells[0]
        wordml.shade(cell, WARNING_PALE if tone == "warning" else PALE)
        self.fill(cell.paragraphs[0], runs)
        self.document.add_paragraph()

    def table(self, block: blocks.Table, widths: Widths) -> Any:
        if block.caption:
            self.paragraph((block.caption,), style="Caption").paragraph_format.keep_with_next = True
        count = len(block.header)
        table = self.document.add_table(rows=len(block.rows) + 1, cols=count, style="Table Grid")
        wordml.set_table_direction(table, right_to_left=self.right_to_left)
        wordml.repeat_header(table.rows[0])
        wordml.set_widths(table, widths.shares)
        # One look at all cells: row.cells looks through the whole table for each row.
        cells = table._cells
        for line, row in enumerate((block.header, *block.rows)):
            for place, content in enumerate(row):
                cell = cells[line * count + place]
                self.cell(cell, content, title=line == 0, numeric=place in block.numeric)
            if row:
                self.note(cells[line * count].paragraphs[0], blocks.note_of_row(row))
        self.document.add_paragraph()
        return table

    def cell(self, cell: Any, content: blocks.Cell, *, title: bool, numeric: bool) -> None:
        paragraph = cell.paragraphs[0]
        self.fill(paragraph, blocks.runs_of(content), bold=title, noted=False)
        if title:
            wordml.shade(cell, PALE)
        if numeric:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT

    def chart(self, block: Any) -> None:
        data = {**self.data, "block": handover.as_data(block, self.notes)}
        words = handover.in_words(block)
        caption = self.paragraph((block.caption,), style="Caption")
        caption.paragraph_format.keep_with_next = True
        if isinstance(block, blocks.Bars | blocks.Columns):
            self.note(caption, blocks.note_of_chart(block))
        picture = png("chart", data, language=self.report.language)
        shape = self.document.add_picture(BytesIO(picture), width=Cm(15.5))
        wordml.describe_picture(shape, harmless(words))
        wordml.set_direction(self.document.paragraphs[-1], right_to_left=self.right_to_left)
        if isinstance(block, blocks.Bars | blocks.Columns):
            labels = self.data["labels"]
            rows = tuple((bar.label, bar.figure) for bar in block.items)
            told = blocks.Table("", (labels["item"], labels["figure"]), rows, numeric=(1,))
            self.table(told, widths_of(told))

    def annex(self) -> None:
        labels = self.data["labels"]
        if not self.notes:
            return
        self.heading(labels["figures"], level=1, anchor="figures")
        self.paragraph((labels["figures_why"],))
        for chapter in self.data["notes"]:
            self.paragraph((chapter["title"],), style="Caption").paragraph_format.keep_with_next = True
            self.annexed(chapter["lines"])

    def annexed(self, notes: list[dict[str, Any]]) -> None:
        """The notes of one chapter; a note of several figures has its number once."""
        labels = self.data["labels"]
        rows = tuple((str(note["number"] or ""), note["counts"], "") for note in notes)
        header = (labels["number"], labels["counts"], labels["address"])
        table = blocks.Table("", header, rows, numeric=(0,))
        cells = self.table(table, Widths(NOTES, is_dense=False))._cells
        for line, note in enumerate(notes, start=1):
            if note["number"]:
                self.bookmark(cells[line * 3].paragraphs[0], f"note-{note['number']}")
            paragraph = cells[line * 3 + 2].paragraphs[0]
            run = wordml.add_run(paragraph, harmless(note["address"]))
            run.font.size = Pt(8)
            if note["address"].startswith(("http://", "https://")):
                wordml.link_outside(paragraph, run, note["address"])
