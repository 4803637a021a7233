"""What the programme consists of, what in it can change, and how its practices stand."""

from techcoop.programme.models.framework import (
    VOLUNTARY_FUND_SINCE,
    Component,
    FormOfAssistance,
    FundFamily,
    Parameter,
    Scope,
    SustainableGoal,
)
from techcoop.programme.models.practices import BEGINNING, PracticeVersion, Severity

__all__ = [
    "BEGINNING",
    "VOLUNTARY_FUND_SINCE",
    "Component",
    "FormOfAssistance",
    "FundFamily",
    "Parameter",
    "PracticeVersion",
    "Scope",
    "Severity",
    "SustainableGoal",
]
