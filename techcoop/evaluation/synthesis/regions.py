"""Where the programme works: the regions, and the map."""

from django.utils.translation import gettext as _

from techcoop.atlas.models import in_language
from techcoop.evaluation.synthesis import figures
from techcoop.evaluation.synthesis.facts import Facts
from techcoop.press.blocks import Bar, Bars, Block, Heading, WorldMap

# The classes of the map: up to so many projects.
STEPS = (1, 4, 9)


def chapter(facts: Facts) -> tuple[Block, ...]:
    """Regions as bars, States as a map."""
    if not facts.portfolio.by_region:
        return ()
    return Heading(1, _("Regions"), "regions"), _bars(facts), _map(facts)


def _bars(facts: Facts) -> Bars:
    found = facts.portfolio.by_region
    items = []
    for code, names in facts.portfolio.regions.items():
        name, value = in_language(names), found.get(code, 0)
        items.append(Bar(name, value, figures.some_projects(facts, value, name, region=code)))
    return Bars(_("Projects by region that they reach; one in several counts in each"), tuple(items))


def _map(facts: Facts) -> WorldMap:
    found = facts.portfolio.by_state
    return WorldMap(
        _("States and territories in which projects of the portfolio worked, %(first)s to %(last)s")
        % facts.years,
        classes={iso3: _class(value) for iso3, value in found.items()},
        legend=(_("1 project"), _("2 to 4 projects"), _("5 to 9 projects"), _("10 projects or more")),
        addresses={iso3: facts.at.projects(state=iso3) for iso3 in found},
        names={iso3: facts.states[iso3].name for iso3 in found},
    )


def _class(projects: int) -> int:
    return sum(projects > step for step in STEPS)
