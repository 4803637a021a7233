"""Two people change one thing at the same time: the second is told, field by field, and loses nothing."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponseRedirect
from django.shortcuts import redirect
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext as _

from techcoop.web.writing import day, listed, moment

TAKE = "take_theirs"
# A page that saves by itself names the fields that still say what they said at first, and sends them once.
UNCHANGED = "unchanged"


@dataclass(frozen=True)
class Edited:
    """Who changed a thing last, when, and the number of that act in its history; nobody at first."""

    number: int = 0
    by: str = ""
    at: datetime | None = None


@dataclass(frozen=True)
class Difference:
    """A field that two people have changed, each in an own way."""

    name: str
    label: str
    theirs: str
    mine: str


class EditingForm(forms.Form):
    """Changes a thing that others may change meanwhile; what the thing says now is its `initial`.

    Each field carries what it said when the page was opened. What only the other person changed is
    taken over; where both changed something, nothing is saved until the second has seen both and chosen.
    """

    def __init__(self, *args: Any, edited: Edited, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.edited = edited
        self.differences: list[Difference] = []
        self.taken_over: list[str] = []
        for name in self._compared():
            self.fields[name].show_hidden_initial = True
        if isinstance(self.data, MultiValueDict) and self.is_bound:
            self.data = self._reconciled(self.data.copy())

    def clean(self) -> dict[str, Any]:
        """What two people have changed differently is not saved before the second has chosen."""
        if self.differences:
            self.add_error(
                None,
                _(
                    "%(who)s has changed this too, on %(when)s. Nothing that you typed is lost, and nothing "
                    "is saved yet: look at both below, choose, and save once more."
                )
                % {"who": self.edited.by, "when": moment(self.edited.at)},
            )
        return super().clean() or {}

    def meanwhile(self) -> str:
        """The sentence that tells what somebody else has changed beside one's own changes."""
        if not self.taken_over:
            return ""
        words = {"who": self.edited.by, "fields": listed(self.taken_over)}
        return _("%(who)s has changed meanwhile: %(fields)s. Both changes are kept.") % words

    def may_be_older(self, data: MultiValueDict) -> bool:
        """Whoever sends nothing of what the page said at first stands on what is there now."""
        return any(key.startswith("initial-") or key == UNCHANGED for key in data)

    def _compared(self) -> list[str]:
        return [
            name
            for name, field in self.fields.items()
            if not (field.widget.is_hidden or field.disabled or isinstance(field, forms.FileField))
        ]

    def _reconciled(self, data: MultiValueDict) -> MultiValueDict:
        older = self.may_be_older(data)
        for name in self._compared():
            if older and self.edited.number:
                self._reconcile(name, data, take=name in data.getlist(TAKE))
            now = self.get_initial_for_field(self.fields[name], name)
            data.setlist(self.add_initial_prefix(name), _as_sent(self.fields[name], now))
        return data

    def _reconcile(self, name: str, data: Any, *, take: bool) -> None:
        """Compare what a field said at first, what it says now, and what was typed."""
        field = self.fields[name]
        now = self.get_initial_for_field(field, name)
        mine = field.widget.value_from_datadict(data, self.files, self.add_prefix(name))
        was = field.hidden_widget().value_from_datadict(data, self.files, self.add_initial_prefix(name))
        was = mine if self.add_prefix(name) in data.getlist(UNCHANGED) else was
        moved = _differ(field, now, was)
        if take or (moved and not _differ(field, was, mine)):
            data.setlist(self.add_prefix(name), _as_sent(field, now))
            self.taken_over += [] if take else [str(field.label)]
        elif moved and _differ(field, now, mine):
            self.differences.append(
                Difference(name, str(field.label), in_words(field, now), in_words(field, mine))
            )


def saved(request: HttpRequest, form: EditingForm, address: str) -> HttpResponseRedirect:
    """Go on after saving, and tell what somebody else has changed beside it."""
    if meanwhile := form.meanwhile():
        messages.info(request, meanwhile)
    return redirect(address)


def _differ(field: forms.Field, one: Any, other: Any) -> bool:
    one, other = (_plain(value) or None for value in (one, other))
    return one != other and field.has_changed(one, other)


def _plain(value: Any) -> Any:
    """Browsers end lines in their own way, which is no change."""
    return value.replace("\r\n", "\n").strip() if isinstance(value, str) else value


def _as_sent(field: forms.Field, value: Any) -> list[str]:
    """A value as a browser would send it."""
    value = field.prepare_value(value)
    if value is None and isinstance(field, forms.MultipleChoiceField | forms.ModelMultipleChoiceField):
        return []
    if isinstance(value, list | tuple | set):
        return [str(one) for one in value]
    if isinstance(value, bool):
        return ["on"] if value else []
    return ["" if value is None else str(value)]


def in_words(field: forms.Field, value: Any) -> str:
    """A value as people read it: the labels of what was chosen, a day as it is written."""
    if choices := getattr(field, "choices", None):
        labels = dict(_flat(choices))
        values = value if isinstance(value, list | tuple) else [value]
        return listed(labels.get(str(one), str(one)) for one in values if one not in (None, ""))
    if isinstance(field, forms.DateField):
        try:
            return day(field.to_python(value))
        except ValidationError:
            return str(value)
    if isinstance(field, forms.BooleanField):
        return _("Yes") if field.to_python(value) else _("No")
    return "" if value is None else str(value)


def _flat(choices: Any) -> list[tuple[str, str]]:
    """The choices without their groups."""
    flat: list[tuple[str, str]] = []
    for value, label in choices:
        flat += _flat(label) if isinstance(label, list | tuple) else [(str(value), str(label))]
    return flat
