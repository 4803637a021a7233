"""Questions about recommendations, general comments, treaties, and for what a State accounts."""

from techcoop.accountability.queries.accounts import Account, InBrief, account_in_brief, account_of
from techcoop.accountability.queries.comments import (
    comments_matching,
    comments_visible_to,
    copies_of,
    counted,
    groups_known,
    paragraphs_matching,
    paragraphs_visible_to,
)
from techcoop.accountability.queries.facts import (
    About,
    about,
    every_mechanism,
    standings_by_instrument,
    standings_in,
    theme_names,
    visible_to,
)
from techcoop.accountability.queries.institutions import institutions, notice_until
from techcoop.accountability.queries.searching import MOST_RANKED, Found, newest_matching, ranked

__all__ = [
    "MOST_RANKED",
    "About",
    "Account",
    "InBrief",
    "account_in_brief",
    "account_of",
    "institutions",
    "notice_until",
    "Found",
    "about",
    "comments_matching",
    "comments_visible_to",
    "copies_of",
    "counted",
    "every_mechanism",
    "groups_known",
    "newest_matching",
    "paragraphs_matching",
    "paragraphs_visible_to",
    "ranked",
    "standings_by_instrument",
    "standings_in",
    "theme_names",
    "visible_to",
]
