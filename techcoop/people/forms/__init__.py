"""What people type about their own account, and the administrator about others."""

from techcoop.people.forms.managing import EndRoleForm, GiveRoleForm, OpenAccountForm, ReasonForm, TermForm
from techcoop.people.forms.own import LanguageForm, SignInForm
from techcoop.people.forms.saved_views import SaveViewForm

__all__ = [
    "EndRoleForm",
    "GiveRoleForm",
    "LanguageForm",
    "OpenAccountForm",
    "ReasonForm",
    "SaveViewForm",
    "SignInForm",
    "TermForm",
]
