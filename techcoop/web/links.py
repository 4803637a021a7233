"""Where the page of a thing is. Later apps register their pages, so earlier ones can link to them."""

from collections.abc import Callable
from functools import lru_cache
from typing import Any

from django.db.models import Model
from django.urls import reverse

_pages: dict[type, Callable[[Any], str]] = {}


@lru_cache(maxsize=20_000)
def address(route: str, *keys: object) -> str:
    """The address of a list, or of a thing by its key; pages ask for the same ones again and again."""
    return reverse(route, args=keys)


def register_page(kind: type, address: Callable[[Any], str]) -> None:
    """Say where things of this kind have their page; of two, the later stage's holds, which starts first.

    A kind is a model, or what a question by hand reads of it.
    """
    _pages.setdefault(kind, address)


def page_of(thing: Any) -> str:
    """The address of the page of this thing."""
    return _pages[type(thing)](thing)


def has_pages(model: type[Model]) -> bool:
    """Whether things of this kind have a page."""
    return model in _pages


def page_if_any(thing: Model) -> str:
    """The address of the page of this thing, or nothing where its kind has no pages."""
    return page_of(thing) if has_pages(type(thing)) else ""
