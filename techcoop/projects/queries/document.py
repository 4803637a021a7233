"""The project document: its parts, its code, and what it can address."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.functional import Promise

from techcoop.accountability.models import Recommendation
from techcoop.assessments.models import Need
from techcoop.atlas.models import Region, State
from techcoop.matching.queries import Proposal, proposals
from techcoop.people.models import User
from techcoop.programme.models import FormOfAssistance, Scope
from techcoop.projects.models import (
    AddressedRecommendation,
    NationalStructure,
    Project,
    ProjectComponent,
    ProjectMoney,
    ProjectState,
)
from techcoop.requests.models import StateRequest

# How codes have always named what reaches beyond one State, by M49 region.
REGIONAL = {"002": "RAF", "142": "RAS", "009": "RAS", "019": "RLA", "150": "RER"}
INTERREGIONAL, GLOBAL = "INT", "GLO"


@dataclass(frozen=True)
class Document:
    """A project document, ready to print."""

    project: Project
    states: tuple[State, ...]
    components: tuple[ProjectComponent, ...]
    forms: tuple[str | Promise, ...]
    structures: tuple[NationalStructure, ...]
    addressed: tuple[AddressedRecommendation, ...]
    money: tuple[ProjectMoney, ...]
    needs: tuple[Need, ...]


def visible_to(user: User) -> QuerySet[Project]:
    """The projects that a person may see, with what their page needs."""
    found = Project.objects.visible_to(user).defer("search")
    return found.select_related(
        "state_request",
        "assessment",
        "proposal__assessment",
        "region",
        "desk_officer",
        "approved_by",
        "source",
    )


def for_state(state: State) -> QuerySet[Project]:
    """The projects that name a State."""
    return Project.objects.filter(pk__in=state_lines(state)).defer("search")


def state_lines(state: State) -> QuerySet[ProjectState, int]:
    return ProjectState.objects.filter(state=state).values_list("project", flat=True)


def for_request(state_request: StateRequest) -> QuerySet[Project]:
    """The projects that stand on a request."""
    return Project.objects.filter(state_request=state_request).defer("search").order_by("code")


def for_recommendation(recommendation: Recommendation) -> QuerySet[Project]:
    """The projects that address a recommendation."""
    addressing = AddressedRecommendation.objects.filter(project=OuterRef("pk"), recommendation=recommendation)
    return Project.objects.filter(Exists(addressing)).defer("search").order_by("code")


def document_of(project: Project) -> Document:
    """Everything that the project document says; six queries, and one for what it was proposed for."""
    addressed = project.addressed.select_related("recommendation__mechanism").defer("recommendation__search")
    return Document(
        project,
        tuple(project.states.order_by("sort_key")),
        tuple(project.components.all()),
        tuple(FormOfAssistance(form).label for form in project.forms),
        tuple(project.structures.all()),
        tuple(addressed.order_by("-recommendation__year", "pk")),
        tuple(project.money.all()),
        tuple(project.proposal.needs.all()) if project.proposal else (),
    )


def code_prefix(scope: str, states: Iterable[State], region: Region | None) -> str:
    """The first letters of a code: the State, or RAF, RAS, RLA, RER, or INT between regions, or GLO."""
    if scope == Scope.GLOBAL:
        return GLOBAL
    states = tuple(states)
    if scope == Scope.NATIONAL and len(states) == 1:
        return states[0].iso3
    codes = _lines_of(region) if region else _codes_of(states)
    prefixes = {REGIONAL[code] for code in codes if code in REGIONAL}
    return prefixes.pop() if len(prefixes) == 1 else INTERREGIONAL


def _codes_of(states: Iterable[State]) -> set[str]:
    return set(Region.objects.filter(states__in=states).values_list("code", flat=True))


def _lines_of(region: Region) -> set[str]:
    """The region and those it is a part of."""
    codes = set()
    above: Region | None = region
    while above is not None and above.code not in codes:
        codes.add(above.code)
        above = above.parent
    return codes


def recommendations_to(project: Project) -> QuerySet[Recommendation]:
    """What the mechanisms recommended to the States that the project reaches."""
    return Recommendation.objects.filter(state__in=project.reach_ids)


def proposed_for(project: Project) -> list[Proposal]:
    """Recommendations that the project may serve, by its subjects and words, the surest first."""
    texts = (project.title, project.summary, *project.structures.values_list("name", flat=True))
    return proposals(
        "\n".join(filter(None, texts)),
        to=project.reach_ids,
        language=project.language or "en",
        about=project,
        without=list(project.addressed.values_list("recommendation", flat=True)),
    )


def to_address(project: Project) -> QuerySet[Recommendation]:
    """What the project could address, each with whether it does."""
    through = AddressedRecommendation.objects.filter(project=project, recommendation=OuterRef("pk"))
    standing = recommendations_to(project).filter(Q(withdrawn_on=None) | Exists(through))
    return standing.annotate(chosen=Exists(through)).select_related("mechanism", "state").defer("search")
