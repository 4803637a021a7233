"""Whose cases requests are, and the words that narrow them."""

import re
from collections.abc import Collection
from typing import TYPE_CHECKING

from django.contrib.postgres.search import SearchQuery
from django.db import models
from django.db.models import Q

from techcoop.atlas.models import RegionalOrganization, State
from techcoop.people.models import User
from techcoop.people.permissions import Permission
from techcoop.requests.statuses import TAKEN_UP, UNDECIDED

if TYPE_CHECKING:
    from techcoop.requests.models.requests import StateRequest  # noqa: F401


def within(user: User, permission: Permission) -> Q:
    """The cases of the States, and of the organisations, for which a person's roles permit this.

    It is the rule of `policies.may_for`, asked of all requests or drafts at once. What has no limit is said
    so: an empty condition would vanish beside another, and narrow where nothing is to be narrowed.
    """
    if user.can_everywhere(permission):
        return ~Q(pk__in=())
    return case_of(user.states_for(permission)) | Q(organization_id__in=user.organizations_for(permission))


def case_of(state_ids: Collection[int]) -> Q:
    """What these States ask for, or organisations that have no other members."""
    beyond = State.objects.exclude(pk__in=state_ids)
    within = RegionalOrganization.objects.filter(members__in=state_ids).exclude(members__in=beyond)
    return Q(state_id__in=state_ids) | Q(organization__in=within)


class StateRequestQuerySet(models.QuerySet["StateRequest"]):
    """Words about requests."""

    def really_asked(self) -> "StateRequestQuerySet":
        """What a Government asked for: without what the registry had entered in error and took back."""
        return self.filter(entered_in_error=False)

    def undecided(self) -> "StateRequestQuerySet":
        return self.filter(status__in=UNDECIDED)

    def taken_up(self) -> "StateRequestQuerySet":
        return self.filter(status__in=TAKEN_UP)

    def visible_to(self, user: User) -> "StateRequestQuerySet":
        """What a person may see: the requests of the States and organisations that the roles held cover."""
        return self.within(user, Permission.SEE_REQUESTS)

    def within(self, user: User, permission: Permission) -> "StateRequestQuerySet":
        """The requests for which a role held today permits this."""
        return self.filter(within(user, permission))

    def of_states(self, state_ids: Collection[int]) -> "StateRequestQuerySet":
        """The requests of these States, and of organisations that have no other members."""
        return self.filter(case_of(state_ids))

    def mentioning(self, text: str) -> "StateRequestQuerySet":
        """The requests with words that begin so, in whatever language."""
        words = re.findall(r"\w+", text)
        if not words:
            return self
        wanted = SearchQuery(" & ".join(f"{word}:*" for word in words), search_type="raw", config="simple")
        return self.filter(Q(search=wanted) | Q(reference__icontains=text.strip()))
