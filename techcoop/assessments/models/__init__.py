"""Assessments of domestic human rights needs: what they found, weighed, and whom they heard."""

from techcoop.assessments.models.assessment import AssessmentQuerySet, NeedsAssessment
from techcoop.assessments.models.capacity import LEAST, MOST, Capacity, Risk, RiskKind, RiskResponse
from techcoop.assessments.models.consultation import BESIDE_GOVERNMENT, Consultation, Group, Voice
from techcoop.assessments.models.institution import (
    Ability,
    Accreditation,
    Independence,
    Institution,
    InstitutionKind,
)
from techcoop.assessments.models.legal_gap import LegalGap
from techcoop.assessments.models.need import Need
from techcoop.assessments.models.proposal import ProposedProject
from techcoop.assessments.models.row import Row
from techcoop.assessments.models.score import Score
from techcoop.assessments.models.weighing import Input, WeighedInput, part_of

__all__ = [
    "BESIDE_GOVERNMENT",
    "LEAST",
    "MOST",
    "Ability",
    "Accreditation",
    "AssessmentQuerySet",
    "Capacity",
    "Consultation",
    "Group",
    "Independence",
    "Input",
    "Institution",
    "InstitutionKind",
    "LegalGap",
    "Need",
    "NeedsAssessment",
    "ProposedProject",
    "Risk",
    "RiskKind",
    "RiskResponse",
    "Row",
    "Score",
    "Voice",
    "WeighedInput",
    "part_of",
]
