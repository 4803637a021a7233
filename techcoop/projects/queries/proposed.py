"""What assessments proposed, and the projects that came of it."""

from collections.abc import Collection
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from techcoop.accountability.models import Recommendation
from techcoop.assessments.models import NeedsAssessment, ProposedProject
from techcoop.people.models import User
from techcoop.projects.models import Project
from techcoop.projects.statuses import ProjectStatus


@dataclass(frozen=True)
class TakenOver:
    """A proposal, and its project where one was drafted; whether the reader may see that one."""

    proposal: ProposedProject
    project: Project | None
    is_visible: bool


def taken_over(proposals: Collection[int]) -> QuerySet[Project]:
    """The projects that came of these proposals; one that was cancelled leaves its proposal free."""
    living = Project.objects.filter(proposal__in=proposals).exclude(status=ProjectStatus.CANCELLED)
    return living.defer("search").select_related("created_by")


def served_by(proposal: ProposedProject) -> QuerySet[Recommendation]:
    """The recommendations that a proposal names itself or through the needs that it answers."""
    own = Q(pk__in=proposal.recommendations.values("pk"))
    of_needs = Q(pk__in=proposal.needs.exclude(recommendations=None).values("recommendations"))
    return Recommendation.objects.filter(own | of_needs, withdrawn_on=None)


def proposals_of(assessment: NeedsAssessment, user: User) -> list[TakenOver]:
    """Every proposal of an assessment with what came of it; three queries."""
    proposals = list(assessment.proposed_projects.all())
    found = {one.proposal_id: one for one in taken_over([one.pk for one in proposals])}
    visible = set(Project.objects.visible_to(user).filter(proposal__in=found).values_list("pk", flat=True))
    made = ((one, found.get(one.pk)) for one in proposals)
    return [TakenOver(one, project, project is not None and project.pk in visible) for one, project in made]
