"""Words about projects: which States they reach, and who reaches them."""

from collections.abc import Collection
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Exists, Q

from techcoop.people.models import User
from techcoop.people.permissions import Permission
from techcoop.programme.models import Scope
from techcoop.projects.statuses import ProjectStatus

if TYPE_CHECKING:
    from techcoop.projects.models.project import Project  # noqa: F401

# What is for the world, or for a region as a whole, has no State to name.
BEYOND_STATES = Q(scope=Scope.GLOBAL) | Q(region__isnull=False)


class ProjectQuerySet(models.QuerySet["Project"]):
    """Words about projects."""

    def visible_to(self, user: User) -> "ProjectQuerySet":
        """What a person may see: projects that a role held today touches, with the right to see them.

        A draft says what nobody has approved yet: it is for those alone who work on it.
        """
        seen = self.touched_by(user, Permission.SEE_PROJECTS)
        if user.can_everywhere(Permission.SEE_WORKING_NOTES):
            return seen
        worked_on = self.model._default_manager.all().touched_by(user, Permission.SEE_WORKING_NOTES)
        return seen.filter(~Q(status=ProjectStatus.DRAFT) | Q(pk__in=worked_on.values("pk")))

    def touched_by(self, user: User, permission: Permission) -> "ProjectQuerySet":
        """Projects in some State of which, or in which themselves, a role held today permits this.

        The role of an organisation permits it in what came of the organisation's own requests.
        """
        if user.can_everywhere(permission):
            return self
        return self.filter(self._reaching(user.states_for(permission)) | self._named_by(user, permission))

    def within(self, user: User, permission: Permission) -> "ProjectQuerySet":
        """Projects for all States of which, or in which themselves, a role held today permits this.

        It is the rule of `policies.may_for`, asked of all projects at once.
        """
        if user.can_everywhere(permission):
            return self
        alone = self._reaching_only(user.states_for(permission))
        return self.filter(alone | self._named_by(user, permission))

    def reaching(self, states: Collection[int]) -> "ProjectQuerySet":
        """Projects that reach one of these States at least: by name, or as part of a region as a whole."""
        return self.filter(self._reaching(states))

    def reaching_only(self, states: Collection[int]) -> "ProjectQuerySet":
        """Projects that reach some of these States and no other: those for which one answers alone."""
        return self.filter(self._reaching_only(states))

    def regions_as_a_whole(self) -> "ProjectQuerySet":
        """Projects that name a region and no State of it."""
        return self.filter(~Exists(self._reach()[0]), region__isnull=False)

    def beyond_states(self) -> "ProjectQuerySet":
        """Projects for the world, or for a region as a whole: they have no State to name, and name none."""
        return self.filter(BEYOND_STATES, ~Exists(self._reach()[0]))

    def active_between(self, first_year: int, last_year: int) -> "ProjectQuerySet":
        """Projects that ran in some day of these years, as far as their dates say."""
        return self.filter(
            Q(starts_on__year__lte=last_year) | Q(starts_on=None),
            Q(ends_on__year__gte=first_year) | Q(ends_on=None),
        )

    def _reaching(self, states: Collection[int]) -> Q:
        named, of_the_region = self._reach()
        by_name, as_a_part = Exists(named.filter(state__in=states)), of_the_region.filter(state__in=states)
        return Q(by_name | Exists(as_a_part) & ~Exists(named))

    def _reaching_only(self, states: Collection[int]) -> Q:
        named, of_the_region = self._reach()
        return self._reaching(states) & Q(
            ~Exists(named.exclude(state__in=states)),
            Exists(named) | ~Exists(of_the_region.exclude(state__in=states)),
        )

    def _named_by(self, user: User, permission: Permission) -> Q:
        """Those in which themselves a person holds a role, or for whose organisation; most hold neither."""
        held, organizations = user.assignments_for(permission), user.organizations_for(permission)
        members = self.model._meta.get_field("memberships").related_model._default_manager  # type: ignore[union-attr]
        joined = Q(pk__in=members.filter(assignment__in=held).values("project")) if held else Q()
        return joined | (Q(state_request__organization__in=organizations) if organizations else Q())

    def _reach(self) -> tuple[models.QuerySet, models.QuerySet]:
        """The States that a project names, and those of its region; both are rows with a State."""
        project, region = self.model._meta.get_field("in_states"), self.model._meta.get_field("region")
        named = project.related_model._default_manager.filter(project=models.OuterRef("pk"))  # type: ignore[union-attr]
        places = region.related_model.states.through._default_manager  # type: ignore[union-attr]
        return named, places.filter(region=models.OuterRef("region"))
