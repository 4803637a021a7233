"""What is typed of a project."""

from techcoop.projects.forms.document import ProjectForm, ReviseForm, typed_from, typed_of
from techcoop.projects.forms.members import MemberForm, ProjectOfPersonForm
from techcoop.projects.forms.texts import TextsForm

__all__ = [
    "MemberForm",
    "ProjectForm",
    "ProjectOfPersonForm",
    "ReviseForm",
    "TextsForm",
    "typed_from",
    "typed_of",
]
