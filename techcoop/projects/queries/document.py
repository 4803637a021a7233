"""The project document: its parts, its code, and what it can address."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, NamedTuple

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import get_language

from techcoop.accountability.models import Recommendation
from techcoop.atlas.models import Region, State
from techcoop.matching.queries import Proposal, proposals
from techcoop.people.models import User
from techcoop.programme.models import Component, Scope
from techcoop.projects.models import AddressedRecommendation, Project, ProjectState, StructureKind
from techcoop.projects.statuses import NOT_CARRIED_OUT, UNDER_WAY
from techcoop.requests.models import StateRequest
from techcoop.requests.queries import CameOfIt
from techcoop.web.rows import rows_of

# How codes have always named what reaches beyond one State, by M49 region.
REGIONAL = {"002": "RAF", "142": "RAS", "009": "RAS", "019": "RLA", "150": "RER"}
INTERREGIONAL, GLOBAL = "INT", "GLO"


# The parts of a document in the order in which they stand there.
PARTS = """
SELECT 'states', state.iso3, COALESCE(NULLIF(state.names ->> %(language)s, ''), state.names ->> 'en', ''), '',
       NULL::numeric, state.sort_key, state.id
  FROM projects_projectstate AS place JOIN atlas_state AS state ON state.id = place.state_id
 WHERE place.project_id = %(key)s
 UNION ALL
SELECT 'components', component, '', '', per_cent, component, id FROM projects_projectcomponent
 WHERE project_id = %(key)s
 UNION ALL
SELECT 'structures', kind, name, outcome, NULL, name, id FROM projects_nationalstructure
 WHERE project_id = %(key)s
 UNION ALL
SELECT 'needs', need.component, need.statement, '', NULL, '', need.id
  FROM assessments_proposedproject_needs AS answered
  JOIN assessments_need AS need ON need.id = answered.need_id
 WHERE answered.proposedproject_id = %(proposal)s
 ORDER BY 6, 7"""


class Part(NamedTuple):
    """One line of a document: a State, a component with its share, a national structure, or a need."""

    of: str
    code: str
    name: str
    outcome: str
    per_cent: Decimal | None
    place: str
    key: int

    @property
    def label(self) -> str:
        """The component or the kind of structure in words."""
        return str((StructureKind if self.of == "structures" else Component)(self.code).label)


@dataclass(frozen=True)
class Document:
    """A project document, ready to print."""

    project: Project
    states: tuple[Part, ...]
    components: tuple[Part, ...]
    structures: tuple[Part, ...]
    needs: tuple[Part, ...]
    addressed: tuple[AddressedRecommendation, ...]


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


def reaching_state(state: State) -> QuerySet[Any, Any]:
    """The keys of the projects that reach a State, by name or in a region as a whole, each by its own index.

    It finds what `Project.objects.reaching` finds, without going through all projects.
    """
    named = ProjectState.objects.filter(state=state).order_by().values("project")
    of_its_regions = Project.objects.regions_as_a_whole().filter(region__states=state)
    return named.union(of_its_regions.order_by().values("pk"), all=True)


def for_request(state_request: StateRequest) -> QuerySet[Project]:
    """The projects that stand on a request."""
    return Project.objects.filter(state_request=state_request).defer("search").order_by("code")


def came_of(state_request: StateRequest) -> list[CameOfIt]:
    """The projects past their draft that stand on a request; one query."""
    found = for_request(state_request).exclude(status__in=NOT_CARRIED_OUT).values_list("code", "status")
    return [CameOfIt(code, status in UNDER_WAY) for code, status in found]


def for_recommendation(recommendation: Recommendation) -> QuerySet[Project]:
    """The projects that address a recommendation."""
    addressing = AddressedRecommendation.objects.filter(project=OuterRef("pk"), recommendation=recommendation)
    return Project.objects.filter(Exists(addressing)).defer("search").order_by("code")


def document_of(project: Project) -> Document:
    """Everything that the project document says; two queries."""
    asked = {"key": project.pk, "proposal": project.proposal_id, "language": get_language() or "en"}
    parts: dict[str, tuple[Part, ...]] = {"states": (), "components": (), "structures": (), "needs": ()}
    for one in rows_of(Part, PARTS, **asked):
        parts[one.of] += (one,)
    return Document(project, **parts, addressed=addressed_by(project))


def addressed_by(project: Project) -> tuple[AddressedRecommendation, ...]:
    """The recommendations that a project addresses, the newest first; one query."""
    addressed = project.addressed.select_related("recommendation__mechanism").defer("recommendation__search")
    return tuple(addressed.order_by("-recommendation__year", "pk"))


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
