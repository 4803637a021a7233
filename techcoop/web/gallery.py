"""What the gallery shows: every component once, with invented content."""

from datetime import UTC, datetime

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from techcoop.web.acts import Act
from techcoop.web.charts import bars, columns
from techcoop.web.forms import CreatingForm, OneLine
from techcoop.web.lists.asking import ask
from techcoop.web.lists.declaring import Column, Filter, Listing
from techcoop.web.lists.reading import ListPage, page_of_rows
from techcoop.web.timeline import Happening

THINGS = (
    {"key": 1, "title": "Strengthening an institution", "status": "drafted", "asked": 240_000},
    {"key": 2, "title": "Training of judges", "status": "running", "asked": 1_250_500},
    {"key": 3, "title": "دعم المؤسسة الوطنية", "status": "closed", "asked": 98_000},
)
STATUSES = (("drafted", _("Drafted")), ("running", _("Running")), ("closed", _("Closed")))
SAMPLE = Listing(
    columns=(
        Column("title", _("Title"), lambda row: row["title"], lambda row: f"?thing={row['key']}", heads=True),
        Column("status", _("Status"), lambda row: dict(STATUSES)[row["status"]], sort="status"),
        Column("asked", _("Asked for, USD"), lambda row: row["asked"], sort="asked", numeric=True),
    ),
    filters=(
        Filter("q", _("Words in the title"), kind="text", field="title__icontains"),
        Filter("status", _("Status"), choices=STATUSES, field="status"),
        Filter("parts", _("Parts"), kind="choices", choices=STATUSES, field="parts"),
        Filter("from", _("From"), kind="day", field="on__gte"),
    ),
    order="-asked",
)


class SampleForm(CreatingForm):
    """A form with every kind of field."""

    subject = OneLine(label=_("Subject"), help_text=_("In the words of the note verbale."))
    received_on = forms.DateField(label=_("Received on"), widget=forms.DateInput(attrs={"type": "date"}))
    status = forms.ChoiceField(label=_("Status"), choices=STATUSES)
    parts = forms.MultipleChoiceField(
        label=_("Parts"), choices=STATUSES, widget=forms.CheckboxSelectMultiple, required=False
    )
    why = forms.CharField(label=_("Reasons"), widget=forms.Textarea, required=False)
    scan = forms.FileField(label=_("Scan"), required=False, help_text=_("PDF, at most 20 MB."))
    sure = forms.BooleanField(label=_("The original is kept in the registry"), required=False)


def sample_list(parameters: QueryDict) -> ListPage:
    """A list that narrows nothing, to be looked at."""
    known = QueryDict(mutable=True)
    for key in ("q", "status", "parts", "from", "sort"):
        known.setlist(key, parameters.getlist(key))
    return page_of_rows(SAMPLE, ask(SAMPLE, known), THINGS, total=len(THINGS))


def context(parameters: QueryDict) -> dict:
    """Everything that the page of samples prints."""
    years = [(year, value, f"?year={year}") for year, value in zip(range(2016, 2026), DONE, strict=True)]
    return {
        "page": sample_list(parameters),
        "form": SampleForm(),
        "wrong": SampleForm({"subject": "", "received_on": "31.02.2026"}, prefix="wrong"),
        "acts": ACTS,
        "history": HISTORY,
        "forms_of_assistance": bars(FORMS_OF_ASSISTANCE),
        "years": columns(years),
        "tabs": TABS,
    }


DONE = (12, 18, 17, 25, 9, 14, 22, 31, 29, 34)
FORMS_OF_ASSISTANCE = (
    ("Advisory services", 128, "?form=1"),
    ("Training", 74, "?form=2"),
    ("Fellowships", 12, "?form=3"),
)
ACTS = (
    Act("accept", _("Accept"), "?act=accept", first=True),
    Act("redirect", _("Redirect"), "?act=redirect"),
    Act("decline", _("Decline"), "?act=decline", grave=True),
    Act("close", _("Close"), "", allowed=False, why_not=_("The request has not been accepted yet.")),
)
HISTORY = (
    Happening(datetime(2026, 3, 2, 9, 12, tzinfo=UTC), "Amina Haddad", _("Registered")),
    Happening(datetime(2026, 3, 9, 15, 40, tzinfo=UTC), "Pavel Novák", _("Screened"), "Within the mandate."),
)
TABS = (
    {"label": _("Overview"), "address": "?", "current": True},
    {"label": _("Requests"), "address": "?tab=requests", "count": 12},
)
