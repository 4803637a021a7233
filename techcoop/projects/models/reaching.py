"""Words about projects: which States they reach, and who reaches them."""

from collections.abc import Collection
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Exists, Q

from techcoop.people.models import User
from techcoop.people.roles import Permission

if TYPE_CHECKING:
    from techcoop.projects.models.project import Project  # noqa: F401


class ProjectQuerySet(models.QuerySet["Project"]):
    """Words about projects."""

    def visible_to(self, user: User) -> "ProjectQuerySet":
        """What a person may see: projects that reach some State which a role held today covers."""
        if user.can_everywhere(Permission.SEE_PROJECTS):
            return self
        return self.reaching(user.states_for(Permission.SEE_PROJECTS))

    def reaching(self, states: Collection[int]) -> "ProjectQuerySet":
        """Projects that reach one of these States at least: by name, or as part of a region as a whole."""
        named, of_the_region = self._reach()
        return self.filter(
            Exists(named.filter(state__in=states))
            | Exists(of_the_region.filter(state__in=states)) & ~Exists(named)
        )

    def reaching_only(self, states: Collection[int]) -> "ProjectQuerySet":
        """Projects that reach some of these States and no other: those for which one answers alone."""
        named, of_the_region = self._reach()
        return self.reaching(states).filter(
            ~Exists(named.exclude(state__in=states)),
            Exists(named) | ~Exists(of_the_region.exclude(state__in=states)),
        )

    def regions_as_a_whole(self) -> "ProjectQuerySet":
        """Projects that name a region and no State of it."""
        return self.filter(~Exists(self._reach()[0]), region__isnull=False)

    def active_between(self, first_year: int, last_year: int) -> "ProjectQuerySet":
        """Projects that ran in some day of these years, as far as their dates say."""
        return self.filter(
            Q(starts_on__year__lte=last_year) | Q(starts_on=None),
            Q(ends_on__year__gte=first_year) | Q(ends_on=None),
        )

    def _reach(self) -> tuple[models.QuerySet, models.QuerySet]:
        """The States that a project names, and those of its region; both are rows with a State."""
        project, region = self.model._meta.get_field("in_states"), self.model._meta.get_field("region")
        named = project.related_model._default_manager.filter(project=models.OuterRef("pk"))  # type: ignore[union-attr]
        places = region.related_model.states.through._default_manager  # type: ignore[union-attr]
        return named, places.filter(region=models.OuterRef("region"))
