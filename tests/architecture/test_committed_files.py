"""What is committed works on any machine: no address of a registry, no path of somebody's computer."""

import re

from tests.architecture.house import PROGRAMME, committed_files, name_of

REGISTRIES = ("pypi" + ".org", "pythonhosted" + ".org", "registry.npmjs" + ".org", "deb.debian" + ".org")
FOLDERS = r"(?<![\w.:/-])/(?:root|work|opt|home|Users|mnt)/[\w.-]"
# Where a page may print what is already HTML, each with the reason; format_html escapes what it is given.
ALREADY_HTML = {
    "techcoop/evaluation/templates/evaluation/review_file.html": "our own style sheet in a file taken away",
    "techcoop/web/lists/printing.py": "long lists are printed by hand, every text escaped there",
    "techcoop/assessments/views/choosing.py": "a tick box put together from parts that are escaped",
    "techcoop/press/map/__init__.py": "a drawing of our own, made of numbers and escaped names",
}
PRINTING = r"\|\s*safe\b|\bmark_safe\b|\bSafeString\(|autoescape\s+off|\bformat_html\(\s*f['\"]"


def texts():
    """The committed files that hold text."""
    for path in committed_files():
        content = path.read_bytes()
        if b"\0" not in content[:8000]:
            yield path, content.decode(errors="replace")


def test_no_registry_is_named():
    named = [name_of(path) for path, text in texts() if any(host in text for host in REGISTRIES)]

    assert named == []


def test_no_folder_of_a_machine_is_named():
    named = [(name_of(path), found[0]) for path, text in texts() if (found := re.findall(FOLDERS, text))]

    assert named == []


def test_nothing_is_printed_as_html_but_where_it_is_listed():
    printing = {
        name_of(path)
        for path in PROGRAMME.rglob("*")
        if path.suffix in (".py", ".html") and re.search(PRINTING, path.read_text())
    }

    assert printing <= set(ALREADY_HTML)


def test_style_sheets_know_neither_left_nor_right():
    physical = (
        r"(?:margin|padding|border)-(?:left|right)\b|(?<![\w-])(?:left|right)\s*:|:\s*(?:left|right)\s*[;}]"
    )
    found = {
        name_of(path): re.findall(physical, path.read_text()) for path in PROGRAMME.rglob("static/**/*.css")
    }

    assert {name: words for name, words in found.items() if words} == {}
