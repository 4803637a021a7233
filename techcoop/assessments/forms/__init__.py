"""What is typed of an assessment of needs."""

from techcoop.assessments.forms.rows import FORMS, RowForm
from techcoop.assessments.forms.scoring import AssessorsForm, ScoringForm
from techcoop.assessments.forms.signing import (
    ApprovalForm,
    ReasonsForm,
    RemarkForm,
    SupersedingForm,
    ValidationForm,
)
from techcoop.assessments.forms.texts import (
    CitingForm,
    CommissionForm,
    ContentForm,
    WeighingForm,
    long_text,
)

__all__ = [
    "FORMS",
    "ApprovalForm",
    "AssessorsForm",
    "CitingForm",
    "CommissionForm",
    "ContentForm",
    "ReasonsForm",
    "RemarkForm",
    "RowForm",
    "ScoringForm",
    "SupersedingForm",
    "ValidationForm",
    "WeighingForm",
    "long_text",
]
