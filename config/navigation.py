"""The menu, as data: the stages of the programme in their order."""

from typing import NamedTuple

from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Item(NamedTuple):
    """One entry of the menu."""

    label: str | Promise
    route: str
    prefix: str


MENU = (
    Item(_("My desk"), "desk:my_desk", "/desk/"),
    Item(_("States"), "atlas:states", "/states/"),
    Item(_("Recommendations"), "accountability:recommendations", "/recommendations/"),
    Item(pgettext_lazy("requests of States", "Requests"), "requests:requests", "/requests/"),
    Item(_("Projects"), "projects:projects", "/projects/"),
    Item(_("Activities"), "delivery:activities", "/activities/"),
    Item(_("Evaluation"), "evaluation:evaluations", "/evaluation/"),
    Item(_("Portfolio"), "desk:portfolio", "/portfolio/"),
)


def navigation(request: HttpRequest) -> dict:
    """What the frame of every page needs to print the menu."""
    return {"menu": MENU if request.user.is_authenticated else ()}
