"""What files of the mechanisms, and of those who copy from them, say of States: the only way in."""

from techcoop.accountability.imports.acts import TreatyActsKind
from techcoop.accountability.imports.cooperation import (
    AccreditationsKind,
    ActionPlansKind,
    CommunicationsKind,
    InvitationsKind,
    VisitsKind,
)
from techcoop.accountability.imports.implementations import ImplementationsKind
from techcoop.accountability.imports.library import LibraryKind
from techcoop.accountability.imports.recommendations import RecommendationsKind
from techcoop.accountability.imports.reporting import (
    PeriodicReviewsKind,
    ReportingCyclesKind,
    SessionsKind,
)
from techcoop.accountability.imports.treaties import TreatiesKind

KINDS = (
    TreatiesKind(),
    TreatyActsKind(),
    ReportingCyclesKind(),
    PeriodicReviewsKind(),
    InvitationsKind(),
    VisitsKind(),
    CommunicationsKind(),
    AccreditationsKind(),
    ActionPlansKind(),
    SessionsKind(),
    RecommendationsKind(),
    ImplementationsKind(),
    LibraryKind(),
)
