"""What is typed of requests: drafts, facts, decisions, letters."""

from techcoop.requests.forms.deciding import (
    AcceptForm,
    DeclineForm,
    FilingForm,
    OfficerForm,
    PartForm,
    ReasonsForm,
    RedirectForm,
    ScreeningForm,
    TakeOutForm,
    WithdrawForm,
)
from techcoop.requests.forms.drafts import (
    AskingForm,
    EndorseForm,
    Lack,
    RegisterForm,
    SetAsideForm,
    WritingForm,
)
from techcoop.requests.forms.facts import FactsForm, ReviseForm
from techcoop.requests.forms.handover import HandoverForm
from techcoop.requests.forms.letters import AgainForm, TemplateForm, WordingForm
from techcoop.requests.forms.messages import MessageForm
from techcoop.requests.forms.screening import SheetForm
from techcoop.requests.forms.together import AssignTogetherForm, TogetherForm

__all__ = [
    "AcceptForm",
    "AgainForm",
    "AskingForm",
    "AssignTogetherForm",
    "EndorseForm",
    "DeclineForm",
    "FactsForm",
    "Lack",
    "FilingForm",
    "HandoverForm",
    "OfficerForm",
    "PartForm",
    "ReasonsForm",
    "RedirectForm",
    "MessageForm",
    "RegisterForm",
    "ReviseForm",
    "ScreeningForm",
    "SetAsideForm",
    "SheetForm",
    "TakeOutForm",
    "TemplateForm",
    "TogetherForm",
    "WithdrawForm",
    "WordingForm",
    "WritingForm",
]
