"""What is typed of a role in one project: whose, which, from when until when."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from techcoop.people.forms import TermForm
from techcoop.people.models import User
from techcoop.people.roles import ROLES
from techcoop.projects.models import Project
from techcoop.web.forms import OneLine


class RoleInProjectForm(TermForm):
    """A role in one project, of those that the giver may give."""

    def __init__(self, *args: Any, roles: list[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["role"].choices = [(one, ROLES[one].name) for one in roles]  # type: ignore[attr-defined]


class MemberForm(RoleInProjectForm):
    """Who gets a role in a project at hand."""

    person = forms.EmailField(
        label=gettext_lazy("E-mail of the person"),
        help_text=gettext_lazy("Of somebody who has an account; an administrator opens accounts."),
    )
    field_order = ("person", "role", "starts_on", "ends_on")

    def clean_person(self) -> User:
        """Whoever has an account under this address, and may sign in."""
        typed = self.cleaned_data["person"]
        person = User.objects.filter(email__iexact=typed, is_active=True).first()
        if person is None:
            raise ValidationError(_("Nobody who may sign in has an account with this address."))
        return person


class ProjectOfPersonForm(RoleInProjectForm):
    """In which project a person at hand gets a role."""

    project = OneLine(label=gettext_lazy("Code of the project"), max_length=40)
    field_order = ("project", "role", "starts_on", "ends_on")

    def clean_project(self) -> Project:
        """The project of this code; whoever manages people sees no project, and is told its code."""
        project = Project.objects.filter(code__iexact=self.cleaned_data["project"].strip()).first()
        if project is None:
            raise ValidationError(_("There is no project with this code."))
        return project
