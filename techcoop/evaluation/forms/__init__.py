"""What is typed about evaluations and reviews."""

from techcoop.evaluation.forms.evaluations import PlanForm, RatingForm, ReviseForm, WhyForm
from techcoop.evaluation.forms.findings import (
    AdviceForm,
    EvidenceForm,
    FindingForm,
    LessonForm,
    ReviseAdviceForm,
    ReviseFindingForm,
    ReviseLessonForm,
)
from techcoop.evaluation.forms.responses import AnswerForm
from techcoop.evaluation.forms.reviews import ReviewForm

__all__ = [
    "AdviceForm",
    "AnswerForm",
    "EvidenceForm",
    "FindingForm",
    "LessonForm",
    "PlanForm",
    "RatingForm",
    "ReviewForm",
    "ReviseAdviceForm",
    "ReviseFindingForm",
    "ReviseForm",
    "ReviseLessonForm",
    "WhyForm",
]
