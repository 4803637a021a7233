"""What is typed of an assessment of needs."""

from techcoop.assessments.forms.rows import FORMS, RowForm
from techcoop.assessments.forms.scoring import AssessorsForm, ScoringForm
from techcoop.assessments.forms.texts import (
    CitingForm,
    CommissionForm,
    ContentForm,
    ReasonsForm,
    RemarkForm,
    ValidationForm,
    WeighingForm,
    long_text,
)

__all__ = [
    "FORMS",
    "AssessorsForm",
    "CitingForm",
    "CommissionForm",
    "ContentForm",
    "ReasonsForm",
    "RemarkForm",
    "RowForm",
    "ScoringForm",
    "ValidationForm",
    "WeighingForm",
    "long_text",
]
