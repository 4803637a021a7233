"""Questions about recommendations, general comments, treaties, and for what a State accounts."""

from techcoop.accountability.queries.accounted import Accounted, accounted
from techcoop.accountability.queries.accounts import Account, InBrief, account_in_brief, account_of
from techcoop.accountability.queries.changes import (
    changes_since,
    sections_of,
)
from techcoop.accountability.queries.checksum import (
    checksum,
)
from techcoop.accountability.queries.checksum import (
    tables as checksum_tables,
)
from techcoop.accountability.queries.comments import (
    comments_matching,
    comments_visible_to,
    copies_of,
    counted,
    groups_known,
    paragraphs_matching,
    paragraphs_visible_to,
)
from techcoop.accountability.queries.counting import Counted, Counts, counts
from techcoop.accountability.queries.facts import (
    About,
    about,
    every_mechanism,
    instrument_codes,
    standings_by_instrument,
    standings_in,
    theme_names,
    visible_to,
)
from techcoop.accountability.queries.falling_due import (
    calendar_of,
    falling_due,
    open_feed,
    reach_of,
)
from techcoop.accountability.queries.frozen import (
    facts_about,
    snapshots_visible_to,
)
from techcoop.accountability.queries.gaps import (
    Gap,
    as_links_for,
    current_recommendations,
    current_since,
    gaps_of,
    gaps_of_state,
    is_current,
    long_overdue,
    refused_visits,
    reports_with_states,
)
from techcoop.accountability.queries.gathering import (
    Gathered,
    gathered_themes,
    gathers_themes,
    themes_gathered_as,
)
from techcoop.accountability.queries.institutions import (
    Periods,
    institutions,
    months_later,
    notice_until,
    periods,
)
from techcoop.accountability.queries.nearby import months_nearby
from techcoop.accountability.queries.searching import MOST_RANKED, Found, Line, matching, ranked
from techcoop.accountability.queries.typed import understood
from techcoop.accountability.queries.words import are_too_common

__all__ = [
    "Accounted",
    "accounted",
    "months_nearby",
    "Gathered",
    "gathered_themes",
    "gathers_themes",
    "themes_gathered_as",
    "changes_since",
    "sections_of",
    "checksum",
    "checksum_tables",
    "calendar_of",
    "falling_due",
    "open_feed",
    "reach_of",
    "facts_about",
    "snapshots_visible_to",
    "Gap",
    "as_links_for",
    "current_recommendations",
    "current_since",
    "gaps_of",
    "gaps_of_state",
    "is_current",
    "long_overdue",
    "refused_visits",
    "reports_with_states",
    "institutions",
    "Periods",
    "months_later",
    "periods",
    "notice_until",
    "Line",
    "MOST_RANKED",
    "About",
    "Account",
    "Counted",
    "Counts",
    "InBrief",
    "account_in_brief",
    "account_of",
    "are_too_common",
    "Found",
    "about",
    "comments_matching",
    "comments_visible_to",
    "copies_of",
    "counted",
    "counts",
    "every_mechanism",
    "instrument_codes",
    "groups_known",
    "matching",
    "paragraphs_matching",
    "paragraphs_visible_to",
    "ranked",
    "standings_by_instrument",
    "standings_in",
    "theme_names",
    "understood",
    "visible_to",
]
