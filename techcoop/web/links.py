"""Where the page of a thing is. Later apps register their pages, so earlier ones can link to them."""

from collections.abc import Callable

from django.db.models import Model

_pages: dict[type[Model], Callable[[Model], str]] = {}


def register_page(model: type[Model], address: Callable) -> None:
    """Say where things of this kind have their page; of two, the later stage's holds, which starts first."""
    _pages.setdefault(model, address)


def page_of(thing: Model) -> str:
    """The address of the page of this thing."""
    return _pages[type(thing)](thing)


def page_if_any(thing: Model) -> str:
    """The address of the page of this thing, or nothing where its kind has no pages."""
    return page_of(thing) if type(thing) in _pages else ""
