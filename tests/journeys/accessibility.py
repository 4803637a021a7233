"""Asks axe, inside a journey, whether a page can be used by everybody (WCAG 2.2, level AA)."""

from axe_playwright_python.sync_playwright import Axe

LEVELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]


def assert_accessible(page) -> None:
    """Fail with the rule and the piece of the page, where axe finds something."""
    found = Axe().run(page, options={"runOnly": LEVELS}).response["violations"]
    assert [(one["id"], node["html"][:200]) for one in found for node in one["nodes"]] == []


def assert_fits(page) -> None:
    """Fail where a page is wider than the window."""
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
