"""Typst, as the programme uses it: our templates, our fonts, data as data."""

import json
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from typing import Any

import typst

from techcoop.press.texts import FONTS, all_printable

TEMPLATES = Path(__file__).parent / "templates"
# Django's code of a language → Typst's code and region.
TYPST_LANGUAGES = {"zh-hans": ("zh", "CN"), "zh": ("zh", "CN")}


class CannotBeSet(Exception):
    """A paper that does not come out as it must: the template and Typst's reason."""


@lru_cache(maxsize=1)
def _fonts() -> typst.Fonts:
    """Our fonts, read once; the machine's own would make papers differ from machine to machine."""
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[FONTS])


def pdf(template: str, data: dict[str, Any], *, language: str) -> bytes:
    """The paper as tagged PDF/UA-1; `data["made_at"]` is its date of creation, so same data, same bytes."""
    made_at: datetime = data["made_at"].replace(microsecond=0)
    return _set(template, data, language, format="pdf", pdf_standards="ua-1", timestamp=made_at)


def png(template: str, data: dict[str, Any], *, language: str, dots_per_inch: int = 200) -> bytes:
    """The first page as a picture: charts for Word."""
    return _set(template, data, language, format="png", ppi=float(dots_per_inch))


def _set(template: str, data: dict[str, Any], language: str, **output: Any) -> bytes:
    code, region = TYPST_LANGUAGES.get(language, (language, None))
    handed_over = {**all_printable(data), "language": code, "region": region}
    compiler = typst.Compiler(
        TEMPLATES / f"{template}.typ",
        root=TEMPLATES,
        font_paths=_fonts(),
        sys_inputs={"data": json.dumps(handed_over, default=str)},
    )
    try:
        pages = compiler.compile(**output)
    except typst.TypstError as reason:
        raise CannotBeSet(f"{template}: {reason.message} {' '.join(reason.hints)}") from reason
    return bytes(pages[0]) if isinstance(pages, list) else bytes(pages or b"")
