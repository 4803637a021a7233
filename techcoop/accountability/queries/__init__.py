"""Questions about recommendations and treaties."""

from techcoop.accountability.queries.facts import (
    About,
    about,
    standings_by_instrument,
    standings_in,
    visible_to,
)
from techcoop.accountability.queries.searching import MOST_RANKED, Found, newest_matching, ranked

__all__ = [
    "MOST_RANKED",
    "About",
    "Found",
    "about",
    "newest_matching",
    "ranked",
    "standings_by_instrument",
    "standings_in",
    "visible_to",
]
