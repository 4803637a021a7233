"""What the United Nations' own mechanisms say; only importers from those sources write here."""

from techcoop.accountability.models.accreditations import Accreditation, AccreditationStatus
from techcoop.accountability.models.action_plans import STAGES, ActionPlan
from techcoop.accountability.models.comments import CommentParagraph, GeneralComment
from techcoop.accountability.models.fact import Fact, LatestDay
from techcoop.accountability.models.facts import (
    NEWEST_FIRST,
    Instrument,
    Mechanism,
    MechanismKind,
    Position,
    Recommendation,
    RecommendationKind,
    Theme,
    TreatyStanding,
    TreatyStatus,
    only_importers_write,
)
from techcoop.accountability.models.feeds import CalendarFeed
from techcoop.accountability.models.implementations import Implementation
from techcoop.accountability.models.periodic_reviews import PeriodicReview
from techcoop.accountability.models.reporting_cycles import (
    CycleStatus,
    DueReport,
    DueRule,
    ReportingCycle,
)
from techcoop.accountability.models.sessions import MechanismSession
from techcoop.accountability.models.snapshots import (
    AccountabilitySnapshot,
    SnapshotOccasion,
    digest_of,
)
from techcoop.accountability.models.special_procedures import (
    CommunicationCount,
    StandingInvitation,
    Visit,
    VisitStatus,
)
from techcoop.accountability.models.treaty_acts import BINDING, TreatyAct, TreatyActKind
from techcoop.accountability.models.vectors import DICTIONARIES

__all__ = [
    "AccountabilitySnapshot",
    "CalendarFeed",
    "SnapshotOccasion",
    "digest_of",
    "Accreditation",
    "AccreditationStatus",
    "STAGES",
    "ActionPlan",
    "Fact",
    "LatestDay",
    "Implementation",
    "PeriodicReview",
    "CycleStatus",
    "DueReport",
    "DueRule",
    "ReportingCycle",
    "MechanismSession",
    "CommunicationCount",
    "StandingInvitation",
    "Visit",
    "VisitStatus",
    "BINDING",
    "TreatyAct",
    "TreatyActKind",
    "DICTIONARIES",
    "NEWEST_FIRST",
    "CommentParagraph",
    "GeneralComment",
    "Instrument",
    "Mechanism",
    "MechanismKind",
    "Position",
    "Recommendation",
    "RecommendationKind",
    "Theme",
    "TreatyStanding",
    "TreatyStatus",
    "only_importers_write",
]
