"""Requests as lists: all that somebody may see, those of a State, and what a form offers to choose from."""

from django.db.models import Q, QuerySet

from techcoop.accountability.models import Recommendation
from techcoop.accountability.queries import matching
from techcoop.atlas.models import RegionalOrganization, State
from techcoop.matching.queries import Proposal, proposals
from techcoop.people.models import User
from techcoop.people.permissions import Permission
from techcoop.people.queries import people_who_can, people_who_can_for_organization
from techcoop.requests.models import StateRequest, StateRequestQuerySet

MOST_OFFERED = 25


def visible_to(user: User) -> StateRequestQuerySet:
    """The requests that a person may see."""
    return StateRequest.objects.visible_to(user)


def rows_for(user: User) -> StateRequestQuerySet:
    """The same, with what the rows of a list print."""
    rows = visible_to(user).select_related("state", "organization", "desk_officer")
    return rows.defer("summary", "search", "decision_reasons", "parallel_requests", "accepted_part")


def for_state(state: State, user: User) -> StateRequestQuerySet:
    """The requests of a State that a person may see, newest first: for the State's file."""
    return rows_for(user).filter(state=state)


def requesters_for(
    user: User, permission: Permission = Permission.REGISTER_REQUESTS
) -> tuple[QuerySet[State], QuerySet[RegionalOrganization]]:
    """For whom a person may register or make requests: States, and organisations or all their members."""
    states, organizations = State.objects.asking().by_name(), RegionalOrganization.objects.all()
    if user.can_everywhere(permission):
        return states, organizations
    covered = user.states_for(permission)
    beyond = State.objects.exclude(pk__in=covered)
    whole = organizations.filter(members__in=covered).exclude(members__in=beyond).values("pk")
    own = user.organizations_for(permission)
    return states.filter(pk__in=covered), organizations.filter(Q(pk__in=own) | Q(pk__in=whole))


def officers_who_screen() -> QuerySet[User]:
    """Active people with a role today that screens, somewhere."""
    return people_who_can(Permission.SCREEN_REQUESTS)


def officers_for(state_request: StateRequest) -> QuerySet[User]:
    """Who can be given this request: active people with roles today that screen for all its States."""
    return people_who_can(Permission.SCREEN_REQUESTS, state_request.state_ids)


def focal_points_of(state_request: StateRequest) -> QuerySet[User]:
    """Those who ask for assistance on behalf of all the States whose case it is, or of the organisation."""
    asking = people_who_can(Permission.ASK_FOR_ASSISTANCE, state_request.state_ids)
    if not state_request.organization_id:
        return asking
    own = people_who_can_for_organization(Permission.ASK_FOR_ASSISTANCE, state_request.organization_id)
    return asking | own


def answerable(state_request: StateRequest, words: str = "") -> QuerySet[Recommendation]:
    """Recommendations to the States of a request that it could still be said to answer, newest first."""
    found = Recommendation.objects.filter(state_id__in=state_request.state_ids, withdrawn_on=None)
    found = found.exclude(pk__in=state_request.recommendations.values("pk"))
    if words.strip():
        found = matching(found, words)
    return found.select_related("mechanism").order_by("-year", "-pk")[:MOST_OFFERED]


def proposed_for(state_request: StateRequest) -> list[Proposal]:
    """Recommendations that the request may answer, by its subjects and words, the surest first."""
    texts = (state_request.subject, state_request.summary, state_request.institution)
    linked = list(state_request.recommendations.values_list("pk", flat=True))
    return proposals(
        "\n".join(filter(None, texts)),
        to=state_request.state_ids,
        language=state_request.language,
        about=state_request,
        without=linked,
    )


def states_offered(user: User) -> list[tuple[str, str]]:
    """The States by which a person may narrow the list, whether they ask for something or not; one query."""
    states = State.objects.all()
    if not user.can_everywhere(Permission.SEE_REQUESTS):
        states = states.filter(pk__in=user.states_for(Permission.SEE_REQUESTS))
    return states.choices()


def officers_with_requests(user: User) -> list[tuple[int, str]]:
    """The officers who have the requests that a person may see; one query."""
    having = StateRequest.objects.visible_to(user).order_by().values("desk_officer")
    return [(one.pk, str(one)) for one in User.objects.filter(pk__in=having).order_by("name")]
