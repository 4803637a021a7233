"""The practices of activities, and of projects as far as their activities tell of them."""

from django.db.models import Exists, F, OuterRef, Q
from django.db.models.functions import Length
from django.utils.translation import gettext_lazy as _

from techcoop.delivery.models import Activity, ActivityCost
from techcoop.delivery.statuses import ActivityStatus
from techcoop.programme.models import FormOfAssistance
from techcoop.programme.practices import Asked, Practice
from techcoop.projects.models import Project
from techcoop.projects.statuses import ProjectStatus

HELD, PLANNED = Q(status=ActivityStatus.HELD), Q(status=ActivityStatus.PLANNED)
WITH_PEOPLE = (FormOfAssistance.TRAINING_COURSES, FormOfAssistance.WORKSHOPS, FormOfAssistance.FELLOWSHIPS)
OVER = (ProjectStatus.COMPLETED, ProjectStatus.CLOSED, ProjectStatus.CANCELLED, ProjectStatus.TERMINATED)


def _quiet(asked: Asked) -> Q:
    """Nothing was held, and nothing is planned."""
    alive = Activity.objects.exclude(status=ActivityStatus.CANCELLED).filter(project=OuterRef("pk"))
    return Q(status_since__date__lt=asked.days_ago()) & ~Q(Exists(alive))


def _says_little(asked: Asked) -> Q:
    short = Activity.objects.annotate(signs=Length("outcome")).filter(signs__lt=asked.thresholds["signs"])
    return Q(pk__in=short.values("pk"))


PRACTICES = (
    Practice(
        "activities.reported",
        Activity,
        _("Within %(days)s days of its last day, an activity is recorded as held, or cancelled."),
        _("Its last day is past and nobody says what came of it. Record it as held, or cancel it."),
        lambda asked: Q(ends_on__lt=asked.days_ago()),
        among=PLANNED,
    ),
    Practice(
        "activities.people",
        Activity,
        _("Of courses, workshops and fellowships it is known how many people they reached."),
        _("Nobody is counted. Correct the record: women, men, and others or not stated."),
        lambda asked: Q(women=None, men=None, others=None),
        among=HELD & Q(form__in=WITH_PEOPLE),
    ),
    Practice(
        "activities.by_sex",
        Activity,
        _("People whom an activity reached are counted as women and men."),
        _("Women and men are not told apart. Correct the record, as far as the lists say it."),
        lambda asked: Q(women=None, men=None, others__gt=0),
        among=HELD,
    ),
    Practice(
        "activities.outcome",
        Activity,
        _("What came of an activity is told in %(signs)s signs at least."),
        _("It hardly says what came of it. Correct the record: who can do what now, and how it is known."),
        _says_little,
        among=HELD,
    ),
    Practice(
        "activities.going_project",
        Activity,
        _("Nothing is planned in a project that is over."),
        _("Its project is over and it is still planned. Record it as held, or cancel it."),
        lambda asked: Q(project__status__in=OVER),
        among=PLANNED,
    ),
    Practice(
        "activities.form_of_project",
        Activity,
        _("An activity has a form of assistance that its project names."),
        _("Its project does not name this form. See which of the two is wrong."),
        lambda asked: ~Q(project__forms__contains=[F("form")]),
        among=~Q(status=ActivityStatus.CANCELLED) & ~Q(project__forms__len=0),
    ),
    Practice(
        "activities.place",
        Activity,
        _("Of an activity that was held it is known where."),
        _("Neither a State nor a place is given. Correct the record."),
        lambda asked: Q(state=None, place__regex=r"^\s*$"),
        among=HELD,
    ),
    Practice(
        "activities.cost",
        Activity,
        _("Within %(days)s days of its last day, the cost of an activity is recorded."),
        _("No cost is recorded. Ask finance, and correct the record."),
        lambda asked: (
            Q(ends_on__lt=asked.days_ago())
            & ~Q(Exists(ActivityCost.objects.filter(activity=OuterRef("pk"), amount__gt=0)))
        ),
        among=HELD,
    ),
    Practice(
        "activities.something_happens",
        Project,
        _("Within %(days)s days of its start, something is held or planned in a project."),
        _("It runs, and no activity is held or planned. Plan one, or suspend the project with the reason."),
        _quiet,
        among=Q(status=ProjectStatus.OPERATIONAL),
    ),
)
