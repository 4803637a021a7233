"""The lists of evaluation beside each other, as far as one may see them."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from techcoop.evaluation.policies import may_see_reviews


@dataclass(frozen=True)
class Tab:
    """One list, and whether it is the one that is shown."""

    label: str | Promise
    address: str
    current: bool
    count: None = None


LISTS = (
    ("evaluations", _("Evaluations")),
    ("findings", _("Findings")),
    ("lessons", _("Lessons")),
    ("recommendations", _("Recommendations")),
    ("sides", _("States side by side")),
)
REVIEWS = ("reviews", _("Reviews of the programme"))


def tabs(user, current):
    """The lists in their order."""
    shown = (*LISTS, REVIEWS) if may_see_reviews(user) else LISTS
    return [Tab(label, reverse(f"evaluation:{name}"), name == current) for name, label in shown]
