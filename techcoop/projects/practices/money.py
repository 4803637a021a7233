"""What the money lines of a project say, in older records too; of several lines each is looked at."""

from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from techcoop.programme.practices import Asked, Practice
from techcoop.projects.models import Project, ProjectMoney
from techcoop.projects.practices.carrying_out import NOT_GIVEN_UP
from techcoop.projects.queries.counting import has


def _left_over(asked: Asked) -> Q:
    """Of what was available, less than this share was spent although it is over."""
    spent_less = Q(spent__lt=F("available") * asked.thresholds["per_cent"] / 100)
    return Q(has(ProjectMoney, spent_less, available__gt=0), ends_on__lt=asked.months_before(asked.today))


MONEY = (
    Practice(
        "projects.spent_within_available",
        Project,
        _("Nothing is spent above what was available."),
        _("More was spent than was available. Ask finance which figure is wrong."),
        lambda asked: Q(has(ProjectMoney, spent__gt=F("available"))),
        among=NOT_GIVEN_UP,
    ),
    Practice(
        "projects.available_within_required",
        Project,
        _("No more is available than is required."),
        _("More is available than is required. See whether the budget grew, or a figure is wrong."),
        lambda asked: Q(has(ProjectMoney, available__gt=F("required"))),
        among=NOT_GIVEN_UP,
    ),
    Practice(
        "projects.spent_of_something",
        Project,
        _("What was spent was available before."),
        _("Something was spent, and no record says what was available. Ask finance."),
        lambda asked: Q(has(ProjectMoney, Q(available=None) | Q(available=0), spent__gt=0)),
        among=NOT_GIVEN_UP,
    ),
    Practice(
        "projects.money_used",
        Project,
        _("When a project has been over for %(months)s months, %(per_cent)s per cent of its money is spent."),
        _("It is over, and most of its money is not recorded as spent. Ask whether some is left."),
        _left_over,
        among=NOT_GIVEN_UP,
    ),
)
