"""Who may do what with requests: a role that permits it, for every State whose case it is."""

from collections.abc import Collection, Sequence
from typing import Any

from techcoop.accountability.models import Recommendation
from techcoop.atlas.models import RegionalOrganization, State
from techcoop.people.models import User
from techcoop.people.permissions import Permission
from techcoop.requests.models import WHO_DRAFTS, Origin, RequestDraft, StateRequest, StateRequestQuerySet
from techcoop.requests.queries.what_else import Pile, beyond

Piles = Sequence[tuple[Pile, Collection[Any]]]


def may_for(user: User, permission: Permission, thing: StateRequest | RequestDraft) -> bool:
    """Whether roles held today permit this for every State whose case it is, or for the organisation of it.

    It is the rule of `StateRequestQuerySet.within`, asked of one request or draft.
    """
    own = bool(thing.organization_id) and thing.organization_id in user.organizations_for(permission)
    return own or user.can_for(permission, thing.state_ids)


def may_see(user: User, state_request: StateRequest) -> bool:
    """Whoever sees the requests of these States."""
    return may_for(user, Permission.SEE_REQUESTS, state_request)


def inside(user: User) -> StateRequestQuerySet:
    """The requests of which somebody sees how they are weighed."""
    return StateRequest.objects.visible_to(user).within(user, Permission.SEE_WORKING_NOTES)


def may_see_working_notes(user: User, state_request: StateRequest) -> bool:
    """Those inside the programme; a government sees where its request stands, not how it is weighed."""
    return may_for(user, Permission.SEE_WORKING_NOTES, state_request)


def may_register_for(user: User, requester: State | RegionalOrganization) -> bool:
    """Whoever registers what comes from this State, or from all members of this organisation."""
    return _for_whom(user, Permission.REGISTER_REQUESTS, requester)


def may_ask_for(user: User, requester: State | RegionalOrganization) -> bool:
    """A focal point of this State, or of this organisation, or one that covers all its members."""
    return _for_whom(user, Permission.ASK_FOR_ASSISTANCE, requester)


def _for_whom(user: User, permission: Permission, requester: State | RegionalOrganization) -> bool:
    if isinstance(requester, State):
        return user.can_for(permission, (requester.pk,))
    own = requester.pk in user.organizations_for(permission)
    return own or user.can_for(permission, [state.pk for state in requester.members.all()])


def may_draft_for(user: User, origin: str, requester: State | RegionalOrganization | None) -> bool:
    """Whoever may make a request of what is drafted; for nobody yet, whoever may for somebody."""
    permission = WHO_DRAFTS[Origin(origin)]
    return _for_whom(user, permission, requester) if requester else user.can(permission)


def may_draft(user: User, draft: RequestDraft) -> bool:
    """Whoever may for the requester; while there is none, the author, or who may without limit."""
    if draft.requester is None and draft.author_id != user.pk:
        return user.can_everywhere(WHO_DRAFTS[Origin(draft.origin)])
    return may_draft_for(user, draft.origin, draft.requester)


def may_register(user: User, state_request: StateRequest) -> bool:
    """Whoever keeps the registry of these States."""
    return may_for(user, Permission.REGISTER_REQUESTS, state_request)


def may_hand_over(user: User, state_requests: Collection[StateRequest], piles: Piles = ()) -> bool:
    """Whoever keeps the registry of all requests on a desk, and may give the rest; an empty one is none."""
    is_desk = bool(state_requests) or any(things for _pile, things in piles)
    return is_desk and all(may_register(user, one) for one in state_requests) and not beyond(user, piles)


def may_acknowledge(user: User, state_request: StateRequest) -> bool:
    """Whoever registers also answers that the request has arrived."""
    return may_register(user, state_request)


def may_screen(user: User, state_request: StateRequest) -> bool:
    """Whoever screens the requests of these States."""
    return may_for(user, Permission.SCREEN_REQUESTS, state_request)


def may_decide(user: User, state_request: StateRequest) -> bool:
    """Whoever decides on the requests of these States."""
    return may_for(user, Permission.DECIDE_REQUESTS, state_request)


def may_keep_templates(user: User) -> bool:
    """The coordinator words the letters of the whole programme."""
    return user.can_everywhere(Permission.KEEP_TEMPLATES)


def may_remind(user: User) -> bool:
    """The system itself, every morning; nobody else makes mails in its name."""
    return user.is_machine


def may_bring_to_mind(user: User, state_request: StateRequest) -> bool:
    """Whoever keeps the registry of these States may have its officer reminded."""
    return may_register(user, state_request)


def may_speak_for(user: User, state_request: StateRequest) -> bool:
    """The focal point of all the States whose case it is, or of the organisation that asks."""
    return may_for(user, Permission.ASK_FOR_ASSISTANCE, state_request)


def may_answer(user: User, state_request: StateRequest) -> bool:
    """Whoever screens these requests, or keeps their registry."""
    return may_screen(user, state_request) or may_register(user, state_request)


def may_withdraw(user: User, state_request: StateRequest) -> bool:
    """The focal point itself, or whoever registers what a Government writes."""
    return may_speak_for(user, state_request) or may_register(user, state_request)


def may_formulate(user: User, state_request: StateRequest) -> bool:
    """Whoever assesses the needs of these States or drafts their projects."""
    needed = (Permission.ASSESS_NEEDS, Permission.DRAFT_PROJECTS)
    return any(may_for(user, permission, state_request) for permission in needed)


def may_be_assigned(officer: User, state_request: StateRequest) -> bool:
    """An officer who may screen the request can be given it."""
    return officer.is_active and may_screen(officer, state_request)


def may_link(user: User, state_request: StateRequest, recommendation: Recommendation) -> bool:
    """A request answers recommendations that were made to the States whose case it is."""
    return may_screen(user, state_request) and recommendation.state_id in state_request.state_ids


MAY = {
    "register": may_register,
    "acknowledge": may_acknowledge,
    "screen": may_screen,
    "accept": may_decide,
    "accept_in_part": may_decide,
    "decline": may_decide,
    "redirect": may_decide,
    "withdraw": may_withdraw,
    "formulate": may_formulate,
}


# The permission by which a person usually does an act; who holds it is told to those who do not.
USUALLY = {
    "register": Permission.REGISTER_REQUESTS,
    "acknowledge": Permission.REGISTER_REQUESTS,
    "screen": Permission.SCREEN_REQUESTS,
    "withdraw": Permission.REGISTER_REQUESTS,
    "formulate": Permission.ASSESS_NEEDS,
}


def permission_for(act: str) -> Permission:
    """The permission by which people usually do this act."""
    return USUALLY.get(act, Permission.DECIDE_REQUESTS)


def may(user: User, act: str, state_request: StateRequest) -> bool:
    """Whether a role permits this act of the procedure."""
    return MAY[act](user, state_request)
