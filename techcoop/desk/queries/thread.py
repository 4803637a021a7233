"""The one thread: from a mechanism's recommendation to an evaluation, forwards and backwards."""

from dataclasses import dataclass, replace
from urllib.parse import urlencode

from django.db.models import Model, Q, QuerySet
from django.utils.translation import gettext as _

from techcoop.accountability.models import Recommendation
from techcoop.assessments.models import NeedsAssessment
from techcoop.delivery.models import Activity
from techcoop.evaluation.models import Evaluation
from techcoop.people.models import User
from techcoop.people.permissions import Permission
from techcoop.projects.models import AddressedRecommendation, Project, ProjectMoney, ProjectQuerySet
from techcoop.requests.models import StateRequest
from techcoop.web.links import address, page_of
from techcoop.web.lists.declaring import UNKNOWN
from techcoop.web.writing import money, short_day

SHOWN = 12


@dataclass(frozen=True)
class Knot:
    """One thing on the thread."""

    label: str
    note: str
    address: str
    is_here: bool = False


@dataclass(frozen=True)
class Stage:
    """A stage of the programme's procedure, with what the thread holds there, or the gap.

    Where a list shows exactly all of it, `every` is its address.
    """

    name: str
    knots: tuple[Knot, ...]
    total: int
    gap: str
    every: str = ""

    @property
    def more(self) -> int:
        """How many things there are beyond those shown."""
        return self.total - len(self.knots)


@dataclass(frozen=True)
class Strands:
    """Everything that hangs together with one thing, as far as the reader may see it."""

    recommendations: QuerySet[Recommendation]
    requests: QuerySet[StateRequest]
    assessments: QuerySet[NeedsAssessment]
    projects: ProjectQuerySet


def from_project(project: Project, user: User) -> Strands:
    """The strands that meet in a project."""
    return Strands(
        Recommendation.objects.filter(
            pk__in=AddressedRecommendation.objects.filter(project=project).values("recommendation")
        ),
        StateRequest.objects.visible_to(user).filter(pk__in=[project.state_request_id]),
        NeedsAssessment.objects.visible_to(user).filter(
            Q(pk=project.assessment_id) | Q(state_request=project.state_request_id)
        ),
        Project.objects.visible_to(user).filter(pk=project.pk),
    )


def from_request(state_request: StateRequest, user: User) -> Strands:
    """The strands that begin with a request."""
    projects = Project.objects.visible_to(user).filter(state_request=state_request)
    addressed = AddressedRecommendation.objects.filter(project__in=projects.values("pk"))
    return Strands(
        Recommendation.objects.filter(
            Q(pk__in=state_request.recommendations.values("pk"))
            | Q(pk__in=addressed.values("recommendation"))
        ),
        StateRequest.objects.visible_to(user).filter(pk=state_request.pk),
        NeedsAssessment.objects.visible_to(user).filter(state_request=state_request),
        projects,
    )


def from_recommendation(recommendation: Recommendation, user: User) -> Strands:
    """What the programme does in answer to a recommendation; what it means for the State is not said here."""
    projects = Project.objects.visible_to(user).filter(
        pk__in=AddressedRecommendation.objects.filter(recommendation=recommendation).values("project")
    )
    requests = StateRequest.objects.visible_to(user).filter(
        Q(pk__in=projects.values("state_request"))
        | Q(pk__in=StateRequest.objects.filter(recommendations=recommendation).values("pk"))
    )
    assessments = NeedsAssessment.objects.visible_to(user).filter(
        Q(pk__in=projects.values("assessment"))
        | Q(pk__in=NeedsAssessment.objects.filter(recommendations=recommendation).values("pk"))
    )
    return Strands(Recommendation.objects.filter(pk=recommendation.pk), requests, assessments, projects)


STRANDS = {Project: from_project, StateRequest: from_request, Recommendation: from_recommendation}


def thread(of: Project | StateRequest | Recommendation, user: User) -> list[Stage]:
    """The whole thread that runs through a thing, stage by stage; two short queries a stage."""
    strands = STRANDS[type(of)](of, user)  # type: ignore[operator]
    activities = Activity.objects.visible_to(user).filter(project__in=strands.projects.values("pk"))
    evaluations = Evaluation.objects.visible_to(user).filter(project__in=strands.projects.values("pk"))
    stages = [
        _recommendations(strands.recommendations, of, user),
        _stage(
            _("Request"),
            strands.requests.select_related("state", "organization"),
            _("No request is recorded."),
            of,
        ),
        _stage(_("Needs assessment"), strands.assessments, _("Needs were not assessed."), of),
        _stage(_("Project"), strands.projects, _("No project has come of it."), of),
        _money(strands.projects, user),
        _stage(
            _("Activities"),
            activities.select_related("project").order_by("starts_on"),
            _("No activity is recorded."),
            of,
            every=_activities_of(of),
        ),
        _stage(_("Evaluation"), evaluations, _("Nothing has been evaluated."), of),
    ]
    return stages if user.can_everywhere(Permission.SEE_WORKING_NOTES) else list(map(_as_far_as_seen, stages))


def _activities_of(thing: Model) -> str:
    """The list of all activities of a project; there is none of all that came of a request."""
    if not isinstance(thing, Project):
        return ""
    return f"{address('delivery:activities')}?{urlencode({'project': thing.code})}"


def _as_far_as_seen(stage: Stage) -> Stage:
    """Who sees a part only is not told that nothing is there."""
    seen = _("%(gap)s This is said as far as you may see.") % {"gap": stage.gap}
    return replace(stage, gap=seen) if stage.gap else stage


def _stage(name: str, things: QuerySet, gap: str, here: Model, *, every: str = "") -> Stage:
    found = list(things[: SHOWN + 1])
    total = things.count() if len(found) > SHOWN else len(found)
    knots = tuple(
        Knot(label, note, page_of(thing), is_here=thing == here)
        for thing in found[:SHOWN]
        for label, note in [_words(thing)]
    )
    return Stage(name, knots, total, "" if found else gap, every)


def _words(thing: Model) -> tuple[str, str]:
    match thing:
        case Recommendation():
            return f"{thing.mechanism} – {thing.state}", thing.text
        case StateRequest():
            return f"{thing.reference} – {thing.requester}", thing.subject
        case Project(proposal_id=None):
            return thing.code, thing.title
        case Project():
            told = _("%(title)s (as the assessment of needs proposed it)")
            return thing.code, told % {"title": thing.title}
        case Activity():
            return thing.title, f"{thing.get_form_display()}, {short_day(thing.starts_on)}"
        case _:
            return str(thing), _status(thing)


def _status(thing: Model) -> str:
    return str(thing.get_status_display())  # type: ignore[attr-defined]


def _recommendations(things: QuerySet[Recommendation], here: Model, user: User) -> Stage:
    name = _("Recommendations of monitoring bodies")
    if not user.can(Permission.SEE_ACCOUNTABILITY):
        return Stage(name, (), 0, _("Your role does not show recommendations."))
    found = things.select_related("mechanism", "state")
    return _stage(name, found, _("No recommendation is named."), here)


def _money(projects: ProjectQuerySet, user: User) -> Stage:
    name = _("Money")
    if not user.can(Permission.SEE_MONEY):
        return Stage(name, (), 0, _("Your role does not show money."))
    shown = projects.touched_by(user, Permission.SEE_MONEY)
    every = ProjectMoney.objects.filter(project__in=shown.values("pk")).select_related("project")
    lines = list(every[: SHOWN + 1])
    total = every.count() if len(lines) > SHOWN else len(lines)
    knots = tuple(
        Knot(
            f"{line.get_family_display()}: {money(line.required) or UNKNOWN}",
            _("available %(available)s, spent as reported %(spent)s")
            % {"available": money(line.available) or UNKNOWN, "spent": money(line.spent) or UNKNOWN},
            page_of(line.project),
        )
        for line in lines[:SHOWN]
    )
    return Stage(name, knots, total, "" if knots else _("No money is recorded."))
