"""A template prints: it knows earlier stages only, compares no status, and carries no style or script."""

import ast
import re

import pytest
from django.apps import apps
from django.template.loaders.app_directories import get_app_template_dirs

from tests.architecture.house import ROOT, may_know, name_of, package_of, python_files, ranks, templates, tree

PAGES = {name: path for name, path in templates().items() if path.suffix == ".html"}
EACH = pytest.mark.parametrize("path", PAGES.values(), ids=name_of)
FOUND_BY_DJANGO = {"400.html", "403.html", "403_csrf.html", "404.html", "429.html", "500.html"}
NAMED = r"""{%-?\s*(?:extends|include)\s+["']([^"']+)["']"""
COMPONENT = r"<c-([a-z0-9._-]+)"
LONGEST = 80
# A file that is taken away and opened without us holds its own styles.
TAKEN_AWAY = {"evaluation/review_file.html"}


def components(text):
    """The files of the components that a text uses."""
    names = (name.replace(".", "/").replace("-", "_") for name in re.findall(COMPONENT, text))
    return {f"cotton/{name}.html" for name in names if name not in ("vars", "slot")}


def known_packages(text):
    """The packages whose templates, components and addresses a template names."""
    files = set(re.findall(NAMED, text)) | components(text)
    owners = {package_of(templates()[name]) for name in files if name in templates()}
    places = set(re.findall(r"""{%-?\s*url\s+["'](\w+):""", text))
    return owners | (places & set(ranks()))


@EACH
def test_a_template_knows_only_earlier_stages(path):
    later = {one for one in known_packages(path.read_text()) if not may_know(package_of(path), one)}

    assert later == set()


@EACH
def test_a_template_is_short(path):
    assert len(path.read_text().splitlines()) <= LONGEST


@EACH
def test_a_template_carries_no_style_and_no_script(path):
    if TAKEN_AWAY & {name for name in PAGES if PAGES[name] == path}:
        return
    text = re.sub(r"{#.*?#}|{% comment.*?endcomment %}", "", path.read_text(), flags=re.DOTALL)

    assert re.findall(r"""\sstyle=|<style|\son[a-z]+=["']|<script(?![^>]*\ssrc=)""", text) == []


@EACH
def test_a_template_compares_no_status(path):
    assert re.findall(r"{%-?\s*(?:el)?if[^%]*\bstatus\s*(?:==|!=|\bin\b)", path.read_text()) == []


def test_every_template_is_used():
    texts = "\n".join(path.read_text() for path in templates().values() if path.suffix in (".html", ".typ"))
    texts += (ROOT / "docs" / "guide.md").read_text()  # the kit of components, offered to later pages
    named = {name for name in templates() if f'"{name}"' in texts or f"'{name}'" in texts}
    used = named | components(texts) | named_in_python() | FOUND_BY_DJANGO | those_of_others()

    assert sorted(set(templates()) - used) == []


def named_in_python():
    """Templates that a module names, or could name with an f-string."""
    nodes = [node for path in python_files("techcoop", "config") for node in ast.walk(tree(path))]
    patterns = {pattern(node) for node in nodes if isinstance(node, ast.Constant | ast.JoinedStr)}
    wanted = re.compile("|".join(one for one in patterns if one.endswith((r"\.html", r"\.typ", r"\.txt"))))
    return {name for name in templates() if wanted.fullmatch(name) or wanted.fullmatch(name.split("/")[-1])}


def pattern(node):
    """What a text in a module can be."""
    parts = node.values if isinstance(node, ast.JoinedStr) else [node]
    return "".join(re.escape(str(one.value)) if isinstance(one, ast.Constant) else ".+" for one in parts)


def those_of_others():
    """Templates of a library that ours stand in for."""
    ours = {config.path for config in apps.get_app_configs() if config.name.startswith("techcoop.")}
    folders = [one for one in get_app_template_dirs("templates") if str(one.parent) not in ours]
    return {name for name in templates() if any((folder / name).exists() for folder in folders)}
