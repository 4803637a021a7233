"""How forms look and behave: errors beside the field, one record for a double click."""

import uuid
from collections.abc import Iterator
from contextlib import contextmanager

from django import forms
from django.core.exceptions import ValidationError
from django.forms.renderers import DjangoTemplates
from django.template import loader


class FormRenderer(DjangoTemplates):
    """Renders a field with its label, help, error and the attributes that tie them together."""

    field_template_name = "web/field.html"
    form_template_name = "web/fields.html"

    def get_template(self, template_name: str):
        """Our own templates are where all templates are; Django's widgets stay where Django keeps them."""
        if template_name.startswith("web/"):
            return loader.get_template(template_name)
        return super().get_template(template_name)


@contextmanager
def errors_beside_fields(form: forms.Form) -> Iterator[None]:
    """What an action refuses stands beside the field it concerns, like what the form itself refuses."""
    try:
        yield
    except ValidationError as refused:
        form.add_error(None, refused)


class CreatingForm(forms.Form):
    """A form that makes one record, however often it is sent."""

    submission = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)
