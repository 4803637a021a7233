"""Earlier projects for those who ask, with what came of them: beside a request before anybody decides."""

from collections import defaultdict
from collections.abc import Iterator

from django.db.models import Count, F, Sum
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from techcoop.delivery.models import Activity
from techcoop.delivery.queries import NOT_COUNTED, people_reached
from techcoop.evaluation.models import Evaluation, Rating
from techcoop.people.models import User
from techcoop.projects.models import Project
from techcoop.requests.models import StateRequest
from techcoop.web.links import page_of
from techcoop.web.panels import Line, Panel
from techcoop.web.writing import number

MOST_SHOWN = 8


def earlier_projects(state_request: StateRequest, user: User) -> list[Panel]:
    """The projects of the same States that the person may see, the latest first; three queries."""
    there = Project.objects.visible_to(user).reaching(state_request.state_ids)
    projects = list(there.order_by(F("starts_on").desc(nulls_last=True), "-pk")[:MOST_SHOWN])
    activities, marks = _activities(projects, user), _marks(projects, user)
    lines = tuple(
        Line(one.title, page_of(one), (_standing(one), *activities[one.pk], *marks[one.pk]))
        for one in projects
    )
    return [
        Panel(
            _("Earlier projects in these States, and what came of them"),
            lines,
            _("No project in these States is on record."),
        )
    ]


def _standing(project: Project) -> str:
    years = [str(day.year) for day in (project.starts_on, project.ends_on) if day]
    return " · ".join([project.code, str(project.get_status_display()), "–".join(dict.fromkeys(years))])


def _activities(projects: list[Project], user: User) -> dict[int, list[str]]:
    """How many of the activities that the person may see were reported, and how many people they reached."""
    reported = Activity.objects.visible_to(user).filter(project__in=projects).exclude(outcome="")
    summed = {"n": Count("pk"), "p": Sum(people_reached()), "u": Count("pk", filter=NOT_COUNTED)}
    said: dict[int, list[str]] = defaultdict(list)
    for key, held, reached, uncounted in reported.order_by().values_list("project").annotate(**summed):
        activities = ngettext("%(number)s activity reported", "%(number)s activities reported", held) % {
            "number": number(held)
        }
        said[key] = [" · ".join([activities, *_reach(reached, uncounted)])]
    return said


def _reach(reached: int | None, uncounted: int) -> Iterator[str]:
    """How many people were reached, as far as somebody counted them, and how often nobody did."""
    if reached is not None:
        sentence = ngettext("%(number)s person reached", "%(number)s people reached", reached)
        yield sentence % {"number": number(reached)}
    if uncounted:
        sentence = ngettext(
            "%(number)s activity whose people nobody counted",
            "%(number)s activities whose people nobody counted",
            uncounted,
        )
        yield sentence % {"number": number(uncounted)}


def _marks(projects: list[Project], user: User) -> dict[int, list[str]]:
    """What final evaluations said by criterion, as far as the person sees evaluations."""
    seen = Evaluation.objects.visible_to(user).filter(project__in=projects).concluded()
    ratings = Rating.objects.filter(evaluation__in=seen).select_related("evaluation").order_by("pk")
    said: dict[int, list[str]] = defaultdict(list)
    for one in ratings:
        if one.evaluation.project_id:
            words = {"criterion": one.get_criterion_display(), "mark": one.get_mark_display()}
            said[one.evaluation.project_id].append(_("Evaluated: %(criterion)s – %(mark)s") % words)
    return said
