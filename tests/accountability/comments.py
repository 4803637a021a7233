"""General comments as the library writes them, with invented words."""

import json

from tests.accountability.makers import taken_in

LONG = "States parties should light every lighthouse along every coast, and keep the light burning. " * 2
FILE = "Annotated_CEDAW_GR99_lighthouses.json"


def a_paragraph(label, text, *groups) -> dict:
    return {"ID": label, "Labels": list(groups), "Text": text}


def an_index(*bodies: str, path: str = FILE, **said) -> dict:
    return {
        "File PATH": f"/json_data/{path}",
        "Name": "General recommendation No. 99: Lighthouses",
        "Signature": "CEDAW/C/GC/99",
        "Adoption Date": "8 May 2019",
        "Committee": ", ".join(bodies or ("CEDAW",)),
        "Link": "https://example.org/99",
        **said,
    }


def texts(*paragraphs: dict, name: str = FILE):
    """A general comment, paragraph by paragraph, taken in."""
    return taken_in(json.dumps(paragraphs), name=name, kind="library")


def index(*entries: dict):
    """An index, taken in."""
    return taken_in(json.dumps(entries), name="GC-info.json", kind="library")


def the_lighthouses():
    """A general recommendation of three paragraphs, with its title."""
    texts(
        a_paragraph("1.", LONG, "Women/girls"),
        a_paragraph(2, "A keeper <b>watches</b> &amp; rests.<script>x()</script>", "Migrants"),
        a_paragraph("Conclusion", "Storms end."),
    )
    return index(an_index())
