"""Subjects into which a later stage gathers the themes of the sources; it says at start-up how."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Gathered:
    """A subject, and the themes of all taxonomies that mean it."""

    code: str
    name: str
    theme_ids: tuple[int, ...]


_GATHERS: list[Callable[[], list[Gathered]]] = []


def gathers_themes(ask: Callable[[], list[Gathered]]) -> None:
    """Say how themes are gathered into subjects; once, at start-up."""
    _GATHERS.append(ask)


def gathered_themes() -> list[Gathered]:
    """Every subject with its themes, in the order of whoever gathers."""
    return [one for ask in _GATHERS for one in ask()]


def themes_gathered_as(code: str) -> list[int]:
    """The themes of one subject."""
    return [theme for one in gathered_themes() if one.code == code for theme in one.theme_ids]
