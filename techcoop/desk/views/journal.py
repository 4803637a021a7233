"""The journal, for those who audit: who did what to which thing, when and why."""

import json
from dataclasses import replace
from datetime import datetime, time, timedelta
from functools import cache

from django.apps import apps
from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from techcoop.desk.views.acts_in_words import in_words, offered
from techcoop.journal import queries
from techcoop.people.permissions import Permission
from techcoop.sheets.writers import WRITERS
from techcoop.web.links import has_pages, page_if_any
from techcoop.web.lists import Column, Filter, Listing, list_page
from techcoop.web.writing import opening

LONGEST = 160
# Pages that do not open for all who read the journal: what opens them, or False for those of single people.
OPENS_WITH = {
    "intake.import": Permission.IMPORT_RECORDS,
    "people.user": Permission.MANAGE_PEOPLE,
    "people.savedview": False,
    "requests.handover": Permission.REGISTER_REQUESTS,
    "requests.lettertemplate": Permission.KEEP_TEMPLATES,
    "requests.requestdraft": Permission.REGISTER_REQUESTS,
}


def _model_of(kind):
    """The model of a kind of thing, as long as there is one."""
    try:
        return apps.get_model(kind)
    except (LookupError, ValueError):
        return None


def _named(kind):
    """A kind of thing in words."""
    model = _model_of(kind)
    return capfirst(model._meta.verbose_name) if model else kind


def _status(entry):
    """The status after the act, in the words of the kind of thing."""
    model = _model_of(entry.thing_kind)
    choices = dict(model._meta.get_field("status").flatchoices) if model and entry.status else {}
    return choices.get(entry.status, entry.status)


@cache
def _needs(kind):
    """What its reader must hold for the page of a kind of thing to open; False where none opens by a role."""
    model = _model_of(kind)
    return OPENS_WITH.get(kind, True) if model and has_pages(model) else False


def _where_for(user):
    """For this reader, how an entry leads to the page of its thing: not at all where that stays closed."""

    def where(entry):
        needed = _needs(entry.thing_kind)
        is_open = needed if isinstance(needed, bool) else user.can_everywhere(needed)
        return reverse("desk:journal_thing", args=[entry.thing_kind, entry.thing_id]) if is_open else ""

    return where


def _details(entry):
    return json.dumps(entry.details, ensure_ascii=False, sort_keys=True) if entry.details else ""


def _moment(entry):
    """When, in the time of the system, to the second."""
    return timezone.localtime(entry.at).strftime("%Y-%m-%d %H:%M:%S")


def _day(day, more=0):
    return timezone.make_aware(datetime.combine(day + timedelta(days=more), time.min))


def _acts():
    return offered(queries.acts_known())


def _shortened(text):
    return opening(text, LONGEST)


def listing_for(user):
    """The journal as this reader may follow it to its things."""
    thing = Column("thing", _("Thing"), "thing_name", link=_where_for(user), sort="thing_name")
    columns = tuple(thing if one.key == "thing" else one for one in JOURNAL.columns)
    return replace(JOURNAL, columns=columns)


JOURNAL = Listing(
    columns=(
        Column("at", _("When"), _moment, sort="at", heads=True, look="code"),
        Column("by", _("Who"), "by", sort="by__name"),
        Column("act", _("Act"), lambda one: in_words(one.thing_kind, one.act), sort="act"),
        Column("thing", _("Thing"), "thing_name", sort="thing_name"),
        Column("kind", _("Kind of thing"), lambda one: _named(one.thing_kind), sort="thing_kind"),
        Column("why", _("Reason"), "why", written=_shortened, look="text"),
        Column("details", _("Details"), _details, written=_shortened, look="words code"),
        Column("status", _("Status after the act"), _status),
        Column("number", _("Place in its history"), "number", look="code"),
    ),
    filters=(
        Filter(
            "by",
            _("Who"),
            kind="text",
            narrow=lambda rows, words: rows.filter(Q(by__name__icontains=words) | Q(by__email__iexact=words)),
        ),
        Filter("act", _("Act"), kind="choices", choices=_acts, field="act"),
        Filter(
            "kind",
            _("Kind of thing"),
            kind="choices",
            choices=lambda: [(kind, _named(kind)) for kind in queries.kinds_known()],
            field="thing_kind",
        ),
        Filter(
            "thing",
            _("Name of the thing"),
            kind="text",
            narrow=lambda rows, words: rows.filter(thing_name__icontains=words),
        ),
        Filter("from", _("From"), kind="day", narrow=lambda rows, day: rows.filter(at__gte=_day(day))),
        Filter("to", _("Until"), kind="day", narrow=lambda rows, day: rows.filter(at__lt=_day(day, 1))),
    ),
    order="-at",
)


def _let_in(user):
    """The journal tells of every State and every thing, so it is read without a limit or not at all."""
    if not user.can_everywhere(Permission.READ_JOURNAL):
        raise PermissionDenied(gettext("Your role does not show the journal."))


@require_safe
def journal(request):
    """Every act, the newest first; taken away as it is shown."""
    _let_in(request.user)
    return list_page(
        request,
        listing_for(request.user),
        queries.entries(),
        template="desk/journal.html",
        title=_("Journal"),
        writers=WRITERS,
    )


@require_safe
def thing(request, kind, key):
    """From an entry to the page of its thing, which says itself whether the reader may see it."""
    _let_in(request.user)
    model = _model_of(kind)
    if model is None:
        raise Http404
    address = page_if_any(get_object_or_404(model, pk=key))
    return redirect(address or f"{reverse('desk:journal')}?kind={kind}")
