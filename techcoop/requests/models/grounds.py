"""On which ground a request is declined or passed on: coded, so that it can be counted."""

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Ground(models.TextChoices):
    """Grounds after the questions of admissibility; what a State owes to the mechanisms is none."""

    GENUINE = "genuine", _("No request of a Government")
    COMPONENTS = "components", _("Outside the five components")
    MANDATE = "mandate", _("Objection by mandate")
    CONSULTED = "consulted", _("Nobody but the Government was heard")
    DUPLICATION = "duplication", _("Done by others")
    COUNTERPART = "counterpart", _("No counterpart")
    SUSTAINABLE = "sustainable", _("Cannot be absorbed or cannot last")
    NO_HARM = "no_harm", _("Could do harm")
    FUNDS = "funds", _("No funds")

    @property
    def explanation(self) -> str | Promise:
        """The ground as a sentence, for whoever reads of it."""
        return EXPLANATIONS[self.value]


EXPLANATIONS = {
    "genuine": _("It did not come from a Government or a regional organisation."),
    "components": _("What was asked for lies outside the five components of the programme."),
    "mandate": _("The mandate of the Office did not allow it."),
    "consulted": _("Civil society and the national human rights institution were not consulted."),
    "duplication": _("Others do the same already, or can do it better."),
    "counterpart": _("No institution was found that would have worked with the assistance."),
    "sustainable": _("The assistance could not have been absorbed, or its effect would not have lasted."),
    "no_harm": _("The assistance could have done harm to people."),
    "funds": _("No funds were found from which it could have been paid."),
}
