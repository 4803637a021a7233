"""The years that a review looks at, and which records lie in them."""

from dataclasses import dataclass

from django.db.models import QuerySet

from techcoop.accountability.models import Recommendation
from techcoop.delivery.models import Activity
from techcoop.delivery.statuses import ActivityStatus
from techcoop.evaluation.models import Evaluation, EvaluationRecommendation, Finding, Lesson
from techcoop.evaluation.statuses import CONCLUDED
from techcoop.projects.models import Project, ProjectQuerySet
from techcoop.projects.statuses import ProjectStatus
from techcoop.requests.models import StateRequest

# A draft is not yet assistance, and what was cancelled never became it.
PORTFOLIO = tuple(one for one in ProjectStatus if one not in (ProjectStatus.DRAFT, ProjectStatus.CANCELLED))


@dataclass(frozen=True)
class Period:
    """The years of a review, both included."""

    first: int
    last: int

    @property
    def years(self) -> range:
        """Each year."""
        return range(self.first, self.last + 1)

    def projects(self) -> ProjectQuerySet:
        """The portfolio: projects beyond draft that ran in some day of these years, as far as dates say."""
        return Project.objects.filter(status__in=PORTFOLIO).active_between(self.first, self.last).order_by()

    def activities(self) -> QuerySet[Activity]:
        """What was held in these years."""
        held = Activity.objects.filter(status=ActivityStatus.HELD)
        return held.held_between(self.first, self.last).order_by()

    def state_requests(self) -> QuerySet[StateRequest]:
        """What States and regional organisations asked for in these years."""
        asked = StateRequest.objects.really_asked()
        return asked.filter(received_on__year__range=(self.first, self.last)).order_by()

    def recommendations(self) -> QuerySet[Recommendation]:
        """What the mechanisms recommended in these years, as far as it is still in the source."""
        said = Recommendation.objects.filter(withdrawn_on=None)
        return said.filter(year__range=(self.first, self.last)).order_by()

    def evaluations(self) -> QuerySet[Evaluation]:
        """What was evaluated to an end in these years."""
        return Evaluation.objects.concluded().completed_between(self.first, self.last).order_by()

    def findings(self) -> QuerySet[Finding]:
        """What those evaluations found."""
        return Finding.objects.concluded().completed_between(self.first, self.last).order_by()

    def lessons(self) -> QuerySet[Lesson]:
        """What was learnt from those evaluations."""
        years = (self.first, self.last)
        return Lesson.objects.filter(
            evaluation__status__in=CONCLUDED, evaluation__completed_on__year__range=years
        ).order_by("evaluation", "pk")

    def advice(self) -> QuerySet[EvaluationRecommendation]:
        """What those evaluations recommended."""
        said = EvaluationRecommendation.objects.concluded()
        return said.completed_between(self.first, self.last).order_by("evaluation", "number")

    def earlier_advice(self) -> QuerySet[EvaluationRecommendation]:
        """What evaluations recommended that ended before these years."""
        said = EvaluationRecommendation.objects.concluded()
        earlier = said.filter(evaluation__completed_on__year__lt=self.first)
        return earlier.order_by("evaluation__completed_on", "evaluation", "number")
