"""How forms look: our own field template, errors beside the field."""

from django.forms.renderers import DjangoTemplates


class FormRenderer(DjangoTemplates):
    """Renders a field with its label, help, error and the attributes that tie them together."""

    field_template_name = "web/field.html"
