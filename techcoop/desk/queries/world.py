"""Where the programme works: each State in a class by the number of its projects."""

from dataclasses import dataclass

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from techcoop.press.map import disclaimer, world_map_svg
from techcoop.projects.queries.portfolio import Counted

# Up to how many projects a class goes; the last has no end.
STEPS = (1, 3, 10, 30)


@dataclass(frozen=True)
class WorldPicture:
    """The map, and the sentence that the United Nations says beside every map."""

    picture: SafeString
    disclaimer: str


def world(states: list[Counted]) -> WorldPicture:
    """The map of the States in which projects work, each leading to exactly these projects."""
    picture = world_map_svg(
        title=_("Map of the States in which projects work"),
        description=_("The table beside the map says the same, State by State."),
        classes={one.key: class_of(one.count) for one in states},
        legend=legend(),
        names={one.key: one.label for one in states},
        links={one.key: one.address for one in states},
    )
    return WorldPicture(picture, disclaimer())


def class_of(count: int) -> int:
    """The class of a number of projects."""
    return next((place for place, most in enumerate(STEPS) if count <= most), len(STEPS))


def legend() -> tuple[str, ...]:
    """What the classes say, fewest first."""
    firsts = (1, *(step + 1 for step in STEPS))
    lines = [
        ngettext("%(count)s project", "%(count)s projects", most) % {"count": _range(first, most)}
        for first, most in zip(firsts, STEPS, strict=False)
    ]
    return (*lines, _("%(count)s projects or more") % {"count": firsts[-1]})


def _range(first: int, most: int) -> str:
    return str(most) if first == most else f"{first}–{most}"
