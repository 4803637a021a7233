"""The subjects, and how the themes of three taxonomies and their versions map onto them."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from techcoop.accountability.models import Theme
from techcoop.matching.models import Subject

CODED = "uhri-coded"


def subjects() -> list[Subject]:
    """All subjects in their order; one query."""
    return list(Subject.objects.defer("query", "phrases"))


def subjects_of_themes() -> dict[int, Subject]:
    """The subject of every theme that maps onto one; two queries."""
    known = subjects()
    by_label = {label.casefold(): one for one in known for label in one.labels}
    by_code = {code: one for one in known for code in one.codes}
    found: dict[int, Subject] = {}
    for theme in Theme.objects.all():
        one = by_label.get(theme.label.casefold()) or (
            _by_code(theme.label, by_code) if theme.taxonomy == CODED else None
        )
        if one:
            found[theme.pk] = one
    return found


def _by_code(label: str, by_code: dict[str, Subject]) -> Subject | None:
    """A coded label begins with its code; the code of a group stands for those below it."""
    code = label.split(" ", 1)[0]
    while code and code not in by_code:
        code = code[:-1]
    return by_code.get(code)


@dataclass(frozen=True)
class Mapped:
    """A subject with the themes of the sources that mean it."""

    subject: Subject
    themes: tuple[Theme, ...]


def themes_by_subject(mapping: Mapping[int, Subject]) -> list[Mapped]:
    """Every subject with its themes, in the order of the subjects; two queries."""
    themes: dict[int, list[Theme]] = defaultdict(list)
    for theme in Theme.objects.order_by("taxonomy", "label"):
        if theme.pk in mapping:
            themes[mapping[theme.pk].pk].append(theme)
    return [Mapped(one, tuple(themes[one.pk])) for one in subjects()]


def themes_without_subject(mapping: Mapping[int, Subject]) -> list[Theme]:
    """Themes of the sources that map onto no subject yet: somebody should say where they belong."""
    return list(Theme.objects.exclude(pk__in=mapping))
