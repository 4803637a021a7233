"""The portfolio: every project that a person may see, as lines of a list and as counts."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.contrib.postgres.aggregates import StringAgg
from django.contrib.postgres.search import SearchQuery
from django.db import models
from django.db.models import Count, OuterRef, Q, QuerySet, Subquery, Sum
from django.db.models.functions import ExtractYear
from django.urls import reverse

from techcoop.atlas.models import Region, State, name_in_language
from techcoop.people.models import User
from techcoop.programme.models import Component, FormOfAssistance
from techcoop.projects.models import (
    AddressedRecommendation,
    Project,
    ProjectComponent,
    ProjectMoney,
    ProjectQuerySet,
    ProjectState,
)
from techcoop.projects.queries import counting
from techcoop.projects.queries.counting import SAID, has

# Of which whole each measure of money is a part.
PART_OF = {"available": "required", "spent": "available"}
DICTIONARIES = ("english", "french", "spanish")


@dataclass(frozen=True)
class Counted:
    """How many projects there are of something, and the address of exactly these."""

    key: str
    label: str
    count: int
    address: str


def rows(user: User) -> QuerySet[Project]:
    """The lines of the portfolio: each project with its States and its money, for a list."""
    states = ProjectState.objects.filter(project=OuterRef("pk")).order_by().values("project")
    money = ProjectMoney.objects.filter(project=OuterRef("pk")).order_by().values("project")
    return (
        Project.objects.visible_to(user)
        .defer("search", "summary")
        .annotate(
            state_names=Subquery(states.annotate(all=_names()).values("all")),
            first_state=Subquery(
                states.annotate(key=models.Min("state__sort_key")).values("key"),
                output_field=models.CharField(),
            ),
            required=Subquery(money.annotate(sum=Sum("required")).values("sum")),
            available=Subquery(money.annotate(sum=Sum("available")).values("sum")),
            spent=Subquery(money.annotate(sum=Sum("spent")).values("sum")),
        )
    )


def _names() -> StringAgg:
    """The names of the States of a project, in the reader's language, in the order of the atlas."""
    return StringAgg(name_in_language("state__names"), delimiter=", ", order_by="state__sort_key")


def mentioning(projects: QuerySet[Project], words: str) -> QuerySet[Project]:
    """Projects whose texts hold these words, in any of the languages of projects, or whose code begins so."""
    asked = SearchQuery(words, config="simple", search_type="websearch")
    for dictionary in DICTIONARIES:
        asked |= SearchQuery(words, config=dictionary, search_type="websearch")
    return projects.filter(Q(search=asked) | Q(code__istartswith=words))


def concerning(projects: QuerySet[Project], group: str) -> QuerySet[Project]:
    """Projects that serve a recommendation which concerns these persons, as its source names them."""
    return projects.filter(has(AddressedRecommendation, recommendation__affected_groups__contains=[group]))


def suggested(projects: QuerySet[Project], letters: str) -> QuerySet[Project]:
    """Projects whose code or title holds these letters, while they are still being typed."""
    found = projects.filter(Q(code__icontains=letters) | Q(title__icontains=letters))
    return found.order_by("code") if letters else projects.none()


def with_component(projects: QuerySet[Project], components: list[str]) -> QuerySet[Project]:
    """Projects that belong to one of these components, wholly or in part."""
    return projects.filter(has(ProjectComponent, component__in=components))


def with_money_of(projects: QuerySet[Project], families: list[str]) -> QuerySet[Project]:
    """Projects of which a record says any figure in one of these families of funds."""
    return projects.filter(has(ProjectMoney, SAID, family__in=families))


def in_states(projects: QuerySet[Project], **state: object) -> QuerySet[Project]:
    """Projects that work in a State that is so."""
    return projects.filter(has(ProjectState, **{f"state__{name}": value for name, value in state.items()}))


def reaching(projects: QuerySet[Project], **state: object) -> QuerySet[Project]:
    """Projects that reach a State that is so, by its name or as part of a region as a whole."""
    states = State.objects.filter(**state).values_list("pk", flat=True)
    return projects.filter(pk__in=Project.objects.reaching(list(states)))


def with_gap(projects: QuerySet[Project], gaps: list[str]) -> QuerySet[Project]:
    """Projects in which a link of the thread is missing."""
    missing = counting.lacks()
    for gap in gaps:
        projects = projects.filter(missing[gap])
    return projects


def comparing(projects: QuerySet[Project], parts: list[str]) -> QuerySet[Project]:
    """Projects of which a record says both a part of the money and the whole that it is a part of."""
    for part in parts:
        both = {f"{one}__isnull": False for one in (part, PART_OF[part])}
        projects = projects.filter(has(ProjectMoney, **both))
    return projects


def address(**narrowed: object) -> str:
    """The address of the portfolio, narrowed."""
    return f"{reverse('projects:projects')}?{urlencode(narrowed, doseq=True)}"


def by_component(projects: QuerySet[Project], **kept: object) -> list[Counted]:
    """How many projects touch each component; a project of several counts in each."""
    return _counted(Component.choices, counting.of_each_component(projects), "component", kept)


def by_form(projects: QuerySet[Project], **kept: object) -> list[Counted]:
    """How many projects use each form of assistance; a project of several counts in each."""
    return _counted(FormOfAssistance.choices, counting.of_each_form(projects), "form", kept)


def by_region(projects: ProjectQuerySet, **kept: object) -> list[Counted]:
    """How many projects reach each region; a project in several counts in each."""
    regions = Region.objects.filter(parent__parent=None, parent__isnull=False)
    choices = [(one.code, one.name) for one in regions]
    return _counted(choices, counting.in_each_region(projects), "region", kept)


def by_state(projects: QuerySet[Project], **kept: object) -> list[Counted]:
    """How many projects work in each State, in the order of names; States without any are left out."""
    found = counting.in_each_state(projects)
    states = State.objects.filter(iso3__in=found).by_name()
    return [Counted(one.iso3, one.name, found[one.iso3], address(state=one.iso3, **kept)) for one in states]


def by_year(projects: QuerySet[Project]) -> list[Counted]:
    """How many projects began in each year, years without any included; unknown beginnings are left out."""
    years = projects.exclude(starts_on=None).order_by()
    found = dict(years.values_list(ExtractYear("starts_on")).annotate(count=Count("pk")))
    every = range(min(found), max(found) + 1) if found else ()
    return [Counted(str(year), str(year), found.get(year, 0), address(began=year)) for year in every]


def _counted(choices: list, found: dict, name: str, kept: dict) -> list[Counted]:
    return [
        Counted(key, str(label), found.get(key, 0), address(**{name: key}, **kept)) for key, label in choices
    ]
