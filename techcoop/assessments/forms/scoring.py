"""What is typed when needs are scored."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from techcoop.assessments.queries.priorities import Marks, Priority, Scale
from techcoop.people.models import User
from techcoop.web.forms import choose_from


class AssessorsForm(forms.Form):
    """Say who scores the needs."""

    people: forms.ModelMultipleChoiceField = forms.ModelMultipleChoiceField(
        None,
        label=_("Assessors"),
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text=_("Two at least; each scores alone, unseen by the others until all have scored."),
    )

    def __init__(self, *args: Any, possible: list[User], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        keys = [one.pk for one in possible]
        choose_from(self, "people", User.objects.filter(pk__in=keys).order_by("name", "pk"))


class ScoringForm(forms.Form):
    """Score each need on each criterion; what is left empty may come later."""

    def __init__(
        self, *args: Any, lines: tuple[Priority, ...], scale: Scale, own: Marks, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.lines = [line for line in lines if line.mean is None]
        self.scale = scale
        for line in self.lines:
            for criterion in scale.criteria:
                self.fields[f"{line.need.pk}-{criterion.key}"] = forms.IntegerField(
                    label=criterion.name,
                    min_value=scale.least,
                    max_value=scale.most,
                    required=False,
                    initial=own.get(line.need.pk, {}).get(criterion.key),
                )

    def by_need(self) -> list[tuple[str, list[Any]]]:
        """The fields, need by need."""
        return [
            (line.need.statement, [self[f"{line.need.pk}-{one.key}"] for one in self.scale.criteria])
            for line in self.lines
        ]

    def marks(self) -> Marks:
        """What was typed, need by need."""
        found: Marks = {}
        for name, value in self.cleaned_data.items():
            need, _dash, criterion = name.partition("-")
            if value is not None:
                found.setdefault(int(need), {})[criterion] = value
        return found
