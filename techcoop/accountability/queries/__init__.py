"""Questions about recommendations, general comments, treaties, and for what a State accounts."""

from techcoop.accountability.queries.accounted import Accounted, accounted
from techcoop.accountability.queries.accounts import Account, InBrief, account_in_brief, account_of
from techcoop.accountability.queries.changes import (
    difference,
    recommendations_of,
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
    "MOST_RANKED",
    "About",
    "Account",
    "Accounted",
    "Counted",
    "Counts",
    "Found",
    "Gap",
    "Gathered",
    "InBrief",
    "Line",
    "Periods",
    "about",
    "account_in_brief",
    "account_of",
    "accounted",
    "are_too_common",
    "as_links_for",
    "calendar_of",
    "checksum",
    "checksum_tables",
    "comments_matching",
    "comments_visible_to",
    "copies_of",
    "counted",
    "counts",
    "current_recommendations",
    "current_since",
    "difference",
    "every_mechanism",
    "facts_about",
    "falling_due",
    "gaps_of",
    "gaps_of_state",
    "gathered_themes",
    "gathers_themes",
    "groups_known",
    "institutions",
    "instrument_codes",
    "is_current",
    "long_overdue",
    "matching",
    "months_later",
    "months_nearby",
    "notice_until",
    "open_feed",
    "paragraphs_matching",
    "paragraphs_visible_to",
    "periods",
    "ranked",
    "reach_of",
    "recommendations_of",
    "refused_visits",
    "reports_with_states",
    "sections_of",
    "snapshots_visible_to",
    "standings_by_instrument",
    "standings_in",
    "theme_names",
    "themes_gathered_as",
    "understood",
    "visible_to",
]
