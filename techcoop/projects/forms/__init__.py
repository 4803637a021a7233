"""What is typed of a project."""

from techcoop.projects.forms.document import ProjectForm, ReviseForm, typed_from, typed_of
from techcoop.projects.forms.rationales import RationalesForm

__all__ = ["ProjectForm", "RationalesForm", "ReviseForm", "typed_from", "typed_of"]
