"""What is typed of requests: facts, decisions, letters."""

from techcoop.requests.forms.deciding import (
    OfficerForm,
    PartForm,
    ReasonsForm,
    RedirectForm,
    ScreeningForm,
    WithdrawForm,
)
from techcoop.requests.forms.facts import FactsForm, RegisterForm, ReviseForm
from techcoop.requests.forms.letters import AgainForm, TemplateForm, WordingForm

__all__ = [
    "AgainForm",
    "FactsForm",
    "OfficerForm",
    "PartForm",
    "ReasonsForm",
    "RedirectForm",
    "RegisterForm",
    "ReviseForm",
    "ScreeningForm",
    "TemplateForm",
    "WithdrawForm",
    "WordingForm",
]
