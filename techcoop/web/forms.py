"""How forms look and behave: errors beside the field, one record for a double click."""

import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, cast
from unicodedata import category

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db.models import QuerySet
from django.forms.renderers import DjangoTemplates
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template import loader
from django.utils.translation import gettext as _

from techcoop.lifecycle import MoveNotAllowed
from techcoop.web.refusals import why_too_late
from techcoop.web.writing import listed

TOO_LATE = "too_late"


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
    """What an action refuses stands beside the field it concerns, like what the form itself refuses.

    What comes too late, because the status has changed since the form was opened, loses nothing either.
    """
    try:
        yield
    except ValidationError as refused:
        form.add_error(None, refused)
    except MoveNotAllowed as refused:
        _say_too_late(form, refused)


def _say_too_late(form: forms.BaseForm, refused: MoveNotAllowed) -> None:
    if not form.has_error(NON_FIELD_ERRORS, code=TOO_LATE):
        kept = _("Nothing was changed, and what you typed is kept here.")
        form.add_error(None, ValidationError(f"{why_too_late(refused)} {kept}", code=TOO_LATE))


def form_page(request: HttpRequest, template: str, context: dict[str, Any]) -> HttpResponse:
    """The page of a form: opened, or shown again with what was typed; 409 where it came too late."""
    shown = [one for one in context.values() if isinstance(one, forms.BaseForm) and one.is_bound]
    if shown and (refused := getattr(request, "too_late", None)):
        _say_too_late(shown[0], refused)
    late = any(form.has_error(NON_FIELD_ERRORS, code=TOO_LATE) for form in shown)
    return render(request, template, context, status=409 if late else 200)


def choose_from(form: forms.Form, name: str, rows: QuerySet[Any]) -> None:
    """Let a field choose among these; what can be chosen is known only when the form is made."""
    cast(forms.ModelChoiceField, form.fields[name]).queryset = rows


def require_one_line(text: str) -> None:
    """Refuse what no keyboard writes into one line: a line end or another control character."""
    if any(one != "\t" and category(one) in ("Cc", "Zl", "Zp") for one in text):
        raise ValidationError(_("This is one line: it holds no line ends and no control characters."))


class OneLine(forms.CharField):
    """A field of one line; what it holds may stand in a subject of a mail or a name of a file."""

    default_validators = [require_one_line]


class CreatingForm(forms.Form):
    """A form that makes one record, however often it is sent."""

    submission = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)


class DayInput(forms.DateInput):
    """A day, with the calendar of the browser where it has one."""

    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")


class TickList(forms.CheckboxSelectMultiple):
    """Many choices in groups that unfold; a script, where there is one, finds among them by a few letters."""

    template_name = "web/tick_list.html"

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """The groups, each with how many of its choices are ticked, and what is ticked in all."""
        context = super().get_context(name, value, attrs)
        groups = [(label, options) for label, options, _place in context["widget"]["optgroups"]]
        ticked = [[one["label"] for one in options if one["selected"]] for _label, options in groups]
        context["groups"] = [
            (*group, len(labels), len(labels) > 0) for group, labels in zip(groups, ticked, strict=True)
        ]
        context["ticked"] = listed([str(label) for labels in ticked for label in labels])
        return context


class SearchedInput(forms.TextInput):
    """A line of text for which its address suggests what is meant, as options; without a script, words do."""

    template_name = "web/searched_input.html"

    def __init__(self, address: Any, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs)
        self.address = address

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """The address is asked for when the page is printed: routes are not there before."""
        return {**super().get_context(name, value, attrs), "address": self.address}
