"""What is typed of a project document."""

import re
from collections.abc import Collection, Iterator
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from techcoop.assessments.forms import long_text
from techcoop.assessments.models import NeedsAssessment
from techcoop.atlas.forms import StatesField
from techcoop.atlas.models import Region, State
from techcoop.people.models import User
from techcoop.people.permissions import Permission
from techcoop.people.queries import people_who_can
from techcoop.programme.models import Component, FormOfAssistance, FundFamily, Scope
from techcoop.programme.queries import NO_FUND_YET, gives_nothing_yet
from techcoop.projects.actions import Particulars, Structure
from techcoop.projects.actions.drafting import reach_of
from techcoop.projects.models import Project, StructureKind
from techcoop.projects.policies import desk_officer_on, may_draft_for
from techcoop.requests.models import StateRequest
from techcoop.web.editing import EditingForm
from techcoop.web.forms import CreatingForm, DayInput, OneLine, choose_from

FAMILIES = (FundFamily.REGULAR_BUDGET, FundFamily.VOLUNTARY_FUND)
SPARE_ROWS, MOST_STRUCTURES = 3, 30
LANGUAGES = [
    ("en", "English"),
    ("fr", "Français"),
    ("es", "Español"),
    ("ar", "العربية"),
    ("ru", "Русский"),
    ("zh-hans", "中文"),
]
PLAIN = (
    "title",
    "summary",
    "language",
    "scope",
    "region",
    "mandate",
    "assessment",
    "starts_on",
    "ends_on",
    "desk_officer",
    "why_no_recommendation",
)


def short_text(label: Any, *, most: int = 300, help_text: Any = "") -> forms.CharField:
    """A field for a line of text that may stay open."""
    return OneLine(label=label, max_length=most, required=False, help_text=help_text)


def number(label: Any, *, digits: int, most: Decimal | None = None) -> forms.DecimalField:
    """A field for an amount or a share that may stay open."""
    return forms.DecimalField(
        label=label, min_value=Decimal(0), max_value=most, max_digits=digits, decimal_places=2, required=False
    )


def chosen(label: Any, queryset: Any, *, none: Any, help_text: Any = "") -> forms.ModelChoiceField:
    """A field for one of several things, or none."""
    return forms.ModelChoiceField(
        label=label, queryset=queryset, required=False, empty_label=none, help_text=help_text
    )


class ProjectForm(CreatingForm):
    """The project document, in parts; a draft may leave open what is not yet known."""

    title = OneLine(label=_("Title"), max_length=500)
    summary = long_text(_("Summary"), rows=8, help_text=_("What is to change, for whom, and how. No names."))
    language = forms.ChoiceField(label=_("Language of the texts"), choices=LANGUAGES)
    scope = forms.ChoiceField(label=_("Scope"), choices=Scope)
    states = StatesField(label=_("States"), queryset=State.objects.existing(), required=False)
    region = chosen(
        _("Region"),
        Region.objects.all(),
        none=_("No region"),
        help_text=_("Only where a regional project reaches the region as a whole."),
    )
    mandate = short_text(
        _("Intergovernmental mandate"), help_text=_("Only of a global project that stands on no request.")
    )
    assessment = chosen(_("Assessment of needs"), NeedsAssessment.objects.none(), none=_("None yet"))
    assistance = forms.MultipleChoiceField(
        label=_("Forms of assistance"),
        choices=FormOfAssistance,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    starts_on = forms.DateField(label=_("Starts on"), widget=DayInput, required=False)
    ends_on = forms.DateField(label=_("Ends on"), widget=DayInput, required=False)
    desk_officer = chosen(
        _("Desk officer"),
        User.objects.none(),
        none=_("None yet"),
        help_text=_("Somebody who manages projects in all the States that it reaches."),
    )
    why_no_recommendation = long_text(
        _("Why no recommendation is addressed"),
        rows=3,
        help_text=_("Only where the mechanisms have recommended nothing that concerns this project."),
    )

    def __init__(
        self, *args: Any, user: User, state_request: StateRequest | None = None, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.user = user
        of_request = NeedsAssessment.objects.filter(state_request=state_request) if state_request else None
        choose_from(self, "assessment", of_request or NeedsAssessment.objects.none())
        had_by = User.objects.filter(pk=getattr(self.initial.get("desk_officer"), "pk", None))
        officers = people_who_can(Permission.MANAGE_PROJECTS) | had_by
        choose_from(self, "desk_officer", officers)
        for component in Component:
            self.fields[f"share_{component}"] = number(component.label, digits=5, most=Decimal(100))
        for family in FAMILIES:
            self.fields[f"money_{family}"] = number(family.label, digits=16)
        for place in range(self._rows_for_structures()):
            self.fields[f"structure_{place}"] = short_text(_("Name of the structure"))
            self.fields[f"kind_{place}"] = forms.ChoiceField(
                label=_("Kind"), choices=[("", "—"), *StructureKind.choices], required=False
            )

    def _rows_for_structures(self) -> int:
        """Rows for the structures that there are or were typed, and a few to spare."""
        typed = sum(name.startswith("structure_") for name in self.data)
        there = sum(name.startswith("structure_") for name in self.initial)
        return min(max(there + SPARE_ROWS, typed), MOST_STRUCTURES)

    def shares(self) -> list[forms.BoundField]:
        """The fields of the components."""
        return [self[f"share_{component}"] for component in Component]

    def sum_of_shares(self) -> Decimal:
        """What the components come to, as far as they are figures."""
        given = (str(field.value() or 0) for field in self.shares())
        return sum((Decimal(one) for one in given if re.fullmatch(r"\d{1,3}(\.\d+)?", one)), Decimal(0))

    def families(self) -> list[forms.BoundField]:
        """The fields of the money."""
        return [self[f"money_{family}"] for family in FAMILIES]

    def structures(self) -> Iterator[tuple[forms.BoundField, forms.BoundField]]:
        """The fields of the structures, row by row."""
        for name in self.fields:
            if name.startswith("structure_"):
                yield self[name], self[name.replace("structure", "kind")]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        self._check_shares(cleaned)
        self._check_structures(cleaned)
        self._check_scope(cleaned)
        starts_on, ends_on = cleaned.get("starts_on"), cleaned.get("ends_on")
        if starts_on and ends_on and ends_on < starts_on:
            self.add_error("ends_on", _("It ends before it starts."))
        fund = f"money_{FundFamily.VOLUNTARY_FUND}"
        if cleaned.get(fund) and gives_nothing_yet(ends_on):
            self.add_error(fund, NO_FUND_YET)
        return cleaned

    def _check_shares(self, cleaned: dict[str, Any]) -> None:
        shares = [cleaned.get(f"share_{component}") for component in Component]
        total = sum(share for share in shares if share)
        if total not in (0, 100):
            sentence = _("The components sum to %(total)s per cent: let them sum to 100, or leave all open.")
            self.add_error(f"share_{Component.LAWS}", sentence % {"total": total})

    def _check_structures(self, cleaned: dict[str, Any]) -> None:
        for name, kind in self.structures():
            if cleaned.get(name.name) and not cleaned.get(kind.name):
                self.add_error(kind.name, _("Say what kind of structure it is."))
            elif cleaned.get(kind.name) and not cleaned.get(name.name):
                self.add_error(name.name, _("Name the structure."))

    def _check_scope(self, cleaned: dict[str, Any]) -> None:
        scope, states = cleaned.get("scope"), cleaned.get("states") or ()
        if scope == Scope.NATIONAL and len(states) > 1:
            self.add_error("states", _("A national project works in one State."))
        if scope != Scope.REGIONAL and cleaned.get("region"):
            self.add_error("region", _("Only a regional project names a region."))
        self._check_reach(reach_of(states, cleaned.get("region")))

    def _check_reach(self, reached: Collection[int]) -> None:
        """Whoever drafts for some States only is told so here, and not after everything is typed."""
        if "states" not in self.errors and not may_draft_for(self.user, reached):
            sentence = _("Your role drafts projects for some States only: name States that it covers.")
            self.add_error("states", sentence)

    def what(self) -> Particulars:
        """What was typed, as particulars."""
        typed = self.cleaned_data
        return Particulars(
            **{name: typed[name] for name in PLAIN},
            states=tuple(typed["states"]),
            forms=tuple(typed["assistance"]),
            components=self._amounts("share_", Component),
            required=self._amounts("money_", FAMILIES),
            structures=tuple(
                Structure(typed[name.name].strip(), typed[kind.name])
                for name, kind in self.structures()
                if typed[name.name]
            ),
        )

    def _amounts(self, prefix: str, names: Any) -> dict[str, Decimal]:
        typed = {str(one): self.cleaned_data[prefix + one] for one in names}
        return {name: amount for name, amount in typed.items() if amount is not None}


class ReviseForm(EditingForm, ProjectForm):
    """Write a draft differently, that somebody else may be writing at the same time."""


def typed_of(project: Project) -> dict[str, Any]:
    """What the document says now, to be changed."""
    structures = list(project.structures.all())
    return {
        **{name: getattr(project, name) for name in PLAIN},
        "submission": project.submission,
        "states": list(project.states.all()),
        "assistance": project.forms,
        **{f"share_{one.component}": one.per_cent for one in project.components.all()},
        **{f"money_{one.family}": one.required for one in project.money.all()},
        **{f"structure_{place}": one.name for place, one in enumerate(structures)},
        **{f"kind_{place}": one.kind for place, one in enumerate(structures)},
    }


def typed_from(state_request: StateRequest, assessment: NeedsAssessment | None, user: User) -> dict[str, Any]:
    """What a request says already, for the first draft."""
    return {
        "title": state_request.subject,
        "scope": Scope.NATIONAL if state_request.state else Scope.MULTI_STATE,
        "language": state_request.language,
        "states": [state_request.state] if state_request.state else [],
        "assistance": state_request.forms,
        "assessment": assessment,
        "desk_officer": desk_officer_on(state_request, user),
    }
