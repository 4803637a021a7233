"""What is typed of an assessment of needs."""

from techcoop.assessments.forms.rows import FORMS, RowForm
from techcoop.assessments.forms.texts import (
    CitingForm,
    CommissionForm,
    ContentForm,
    DayInput,
    ReasonsForm,
    RemarkForm,
    ValidationForm,
    WeighingForm,
    long_text,
)

__all__ = [
    "FORMS",
    "CitingForm",
    "CommissionForm",
    "ContentForm",
    "DayInput",
    "ReasonsForm",
    "RemarkForm",
    "RowForm",
    "ValidationForm",
    "WeighingForm",
    "long_text",
]
