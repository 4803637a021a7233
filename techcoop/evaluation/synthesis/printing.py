"""A report as files: PDF for the record, Word for comments, a page that needs nothing beside it."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from django.contrib.staticfiles import finders
from django.template.loader import render_to_string
from django.utils import translation

from techcoop.evaluation.synthesis.storing import as_data, from_data
from techcoop.press.blocks import Report
from techcoop.press.report_page import report_page
from techcoop.press.report_pdf import report_pdf
from techcoop.press.report_word import report_docx

STYLES = (
    "web/tokens.css",
    "web/base.css",
    "web/table.css",
    "web/notice.css",
    "web/chart.css",
    "press/press.css",
    "press/file.css",
)


def as_html(report: Report) -> bytes:
    """The report as one page with its styles inside; each figure links to its records on the site."""
    abroad = from_data(_with_site(as_data(report), report.site))
    with translation.override(report.language):
        text = render_to_string(
            "evaluation/review_file.html", {"report": report_page(abroad), "styles": _styles()}
        )
    return text.encode()


WRITERS: dict[str, tuple[str, Callable[[Report], bytes]]] = {
    "pdf": ("application/pdf", report_pdf),
    "docx": ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", report_docx),
    "html": ("text/html; charset=utf-8", as_html),
}


def printed(report: Report, ending: str, *, site: str) -> bytes:
    """The report as one of the three kinds of file."""
    _media_type, write = WRITERS[ending]
    return write(replace(report, site=site.rstrip("/")))


def _with_site(data: Any, site: str) -> Any:
    if isinstance(data, list):
        return [_with_site(one, site) for one in data]
    if not isinstance(data, dict):
        return data
    changed = {name: _with_site(value, site) for name, value in data.items()}
    if "address" in data:
        changed["address"] = site + data["address"]
    if "addresses" in data:
        changed["addresses"]["of"] = {key: site + one for key, one in data["addresses"]["of"].items()}
    return changed


def _styles() -> str:
    """The style sheets of reports, one after the other."""
    found = [finders.find(name) for name in STYLES]
    texts = []
    for path in filter(None, found):
        with open(path, encoding="utf-8") as file:
            texts.append(file.read())
    return "\n".join(texts)
