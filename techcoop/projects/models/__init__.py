"""Projects: what is to be done, for whom, with what money, and which recommendations it answers."""

from techcoop.projects.models.membership import Membership
from techcoop.projects.models.parts import (
    AddressedRecommendation,
    NationalStructure,
    ProjectComponent,
    ProjectMoney,
    ProjectState,
    StructureKind,
)
from techcoop.projects.models.project import Precision, Project
from techcoop.projects.models.reaching import BEYOND_STATES, ProjectQuerySet

__all__ = [
    "BEYOND_STATES",
    "AddressedRecommendation",
    "Membership",
    "NationalStructure",
    "Precision",
    "Project",
    "ProjectComponent",
    "ProjectMoney",
    "ProjectQuerySet",
    "ProjectState",
    "StructureKind",
]
