"""The subjects, and how the themes of three taxonomies and their versions map onto them."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from django.contrib.postgres.search import SearchQueryField
from django.db import connection
from django.db.models import BooleanField, F, Func, Q, QuerySet, Value
from django.db.models.functions import Cast

from techcoop.accountability.models import Theme
from techcoop.accountability.queries import Gathered
from techcoop.matching.models import Placement, Subject
from techcoop.programme.models import Component

CODED = "uhri-coded"


def subjects() -> list[Subject]:
    """All subjects in their order; one query."""
    return list(Subject.objects.defer("query", "phrases"))


def subjects_of_themes() -> dict[int, Subject]:
    """The subject of every theme that maps onto one; where somebody placed it, there; three queries."""
    known = subjects()
    by_label = {label.casefold(): one for one in known for label in one.labels}
    by_code = {code: one for one in known for code in one.codes}
    by_key = {one.pk: one for one in known}
    placed = {theme: by_key[one] for theme, one in Placement.objects.values_list("theme", "subject")}
    found: dict[int, Subject] = {}
    for theme in Theme.objects.all():
        one = (
            placed.get(theme.pk)
            or by_label.get(theme.label.casefold())
            or (_by_code(theme.label, by_code) if theme.taxonomy == CODED else None)
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


def concerning(components: Collection[str]) -> dict[str, Q]:
    """The recommendations that concern each component: by a theme of its subjects, or by what it asks."""
    themes, known = subjects_of_themes(), Subject.objects.values_list("pk", "components", "query")
    rows, found = list(known), {}
    for component in components:
        own = {key: query for key, of, query in rows if component in of}
        asked = " | ".join(f"({query})" for query in own.values() if query)
        named = [theme for theme, one in themes.items() if one.pk in own]
        found[component] = Q(theme_ids__overlap=named)
        if asked:
            found[component] |= Q(_says(asked))
    return found


def _says(asked: str) -> Func:
    """Whether a text says what is asked; the question is taken as it is and not stemmed twice."""
    question = Cast(Value(asked), SearchQueryField())
    return Func(
        F("search"), question, template="(%(expressions)s)", arg_joiner=" @@ ", output_field=BooleanField()
    )


@dataclass(frozen=True)
class Mapped:
    """A subject with the themes of the sources that mean it."""

    subject: Subject
    themes: tuple[Theme, ...]

    @property
    def components(self) -> tuple[str, ...]:
        """The components that it tells of, by their names."""
        return tuple(str(Component(one).label) for one in self.subject.components)


def themes_by_subject(mapping: Mapping[int, Subject]) -> list[Mapped]:
    """Every subject with its themes, in the order of the subjects; two queries."""
    themes: dict[int, list[Theme]] = defaultdict(list)
    for theme in Theme.objects.order_by("taxonomy", "label"):
        if theme.pk in mapping:
            themes[mapping[theme.pk].pk].append(theme)
    return [Mapped(one, tuple(themes[one.pk])) for one in subjects()]


@dataclass(frozen=True)
class Unplaced:
    """A theme that maps onto no subject yet, and how many recommendations it holds."""

    theme: Theme
    recommendations: int


HELD = """
    SELECT theme, count(*) FROM accountability_recommendation AS one, unnest(one.theme_ids) AS theme
     WHERE withdrawn_on IS NULL AND theme_ids && %(themes)s::bigint[] AND theme = ANY(%(themes)s::bigint[])
     GROUP BY theme"""


def themes_without_subject(mapping: Mapping[int, Subject]) -> list[Unplaced]:
    """Themes of the sources that somebody should place, those that hold most first; two queries."""
    themes = list(Theme.objects.exclude(pk__in=mapping))
    with connection.cursor() as cursor:
        cursor.execute(HELD, {"themes": [one.pk for one in themes]})
        held = dict(cursor.fetchall())
    found = [Unplaced(one, held.get(one.pk, 0)) for one in themes]
    return sorted(found, key=lambda one: (-one.recommendations, one.theme.label))


@dataclass(frozen=True)
class Taxonomy:
    """One version of a taxonomy of themes, and how much of it maps onto subjects."""

    name: str
    themes: int
    mapped: int
    by_people: int

    @property
    def unmapped(self) -> int:
        """So many of its themes map nowhere yet."""
        return self.themes - self.mapped


def taxonomies(mapping: Mapping[int, Subject]) -> list[Taxonomy]:
    """Every version of a taxonomy met in imports; two queries."""
    placed = set(Placement.objects.values_list("theme", flat=True))
    themes: dict[str, list[int]] = defaultdict(list)
    for name, key in Theme.objects.order_by("taxonomy").values_list("taxonomy", "pk"):
        themes[name].append(key)
    return [
        Taxonomy(name, len(keys), sum(key in mapping for key in keys), len(placed.intersection(keys)))
        for name, keys in themes.items()
    ]


def placements() -> QuerySet[Placement]:
    """What people placed, the newest first; nothing of it is ever taken away."""
    found = Placement.objects.select_related("theme", "subject", "placed_by")
    return found.defer("subject__query", "subject__phrases").order_by("-effective_from", "-pk")


def gathered() -> list[Gathered]:
    """Every subject with the themes that mean it; three queries."""
    themes: dict[int, list[int]] = defaultdict(list)
    known: dict[int, Subject] = {}
    for theme, one in subjects_of_themes().items():
        themes[one.pk].append(theme)
        known[one.pk] = one
    ordered = sorted(known.values(), key=lambda one: one.position)
    return [Gathered(one.code, str(one), tuple(themes[one.pk])) for one in ordered]
