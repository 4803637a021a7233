"""The page of consistency, and the things behind each of its counts."""

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy
from django.views.decorators.http import require_safe

from techcoop.atlas.models import State
from techcoop.desk.queries import consistency as queries
from techcoop.people.models import User
from techcoop.people.permissions import Permission
from techcoop.programme.practices import NOBODY, register, standings, subject_for
from techcoop.sheets.writers import WRITERS
from techcoop.web.links import page_of
from techcoop.web.lists import Column, Filter, Listing, list_page


def let_in(user):
    """Those inside the programme: others do not see how things are judged."""
    if not user.can_for_some_state(Permission.SEE_WORKING_NOTES):
        raise PermissionDenied(_("Only those inside the programme see how the practices are kept."))


@require_safe
def consistency(request):
    """How the practices are kept: by practice, by desk, by State; narrowed to one desk or State."""
    let_in(request.user)
    officer, state = request.GET.get("officer", ""), request.GET.get("state", "")
    context = {
        "page": queries.consistency(request.user, localdate(), officer=officer, state=state),
        "officer": officer and _officer(officer),
        "state": state and _state(state),
    }
    return render(request, "desk/consistency.html", context)


def _officer(key):
    if key == NOBODY:
        return _("Without a desk officer")
    found = User.objects.filter(pk=key).first() if key.isdecimal() and len(key) < 19 else None
    if found is None:
        raise Http404
    return found.name


def _state(code):
    if code == NOBODY:
        return _("Without a State")
    found = State.objects.filter(iso3=code).first()
    if found is None:
        raise Http404
    return found.name


@require_safe
def findings(request, key):
    """The things that break a practice, each with what to do."""
    let_in(request.user)
    practice = register().get(key)
    if practice is None or practice.is_held_by_the_tables:
        raise Http404
    (standing,) = standings(localdate(), [practice])
    return list_page(
        request,
        listing_of(standing),
        queries.findings(request.user, standing),
        template="desk/findings.html",
        title=standing.sentence,
        writers=WRITERS,
        standing=standing,
        tone=queries.TONES[standing.severity],
    )


def listing_of(standing):
    """The list of what breaks a practice, for whatever kind of thing it is about."""
    subject = subject_for(standing.practice.about)
    code = (Column("code", gettext_lazy("Code"), subject.code, sort=subject.code),) if subject.code else ()
    return Listing(
        columns=(
            Column("title", gettext_lazy("Title"), "called", link=page_of, sort=subject.title, heads=True),
            *code,
            Column("state", gettext_lazy("States"), "state_names", sort="first_state"),
            Column("status", gettext_lazy("Status"), lambda one: one.get_status_display(), sort="status"),
            Column("officer", gettext_lazy("Desk officer"), "officer_name", sort=f"{subject.officer}__name"),
            Column("todo", gettext_lazy("What to do"), lambda one: standing.finding, only_in_files=True),
        ),
        filters=(*_where(subject), _counting(standing)),
        order="title",
    )


def _where(subject):
    def of_officer(rows, keys):
        path = subject.officer
        return rows.filter(**({path: None} if NOBODY in keys else {f"{path}__in": keys}))

    def in_state(rows, keys):
        path = subject.states
        return rows.filter(**({path: None} if NOBODY in keys else {f"{path}__iso3__in": keys}))

    return (
        Filter("state", pgettext_lazy("country", "State"), choices=_states, narrow=in_state),
        Filter(
            "officer", gettext_lazy("Desk officer"), choices=lambda: _officers(subject), narrow=of_officer
        ),
    )


def _states():
    return [*State.objects.all().choices(), (NOBODY, _("Without a State"))]


def _officers(subject):
    having = subject.model._default_manager.order_by().values(subject.officer)
    people = User.objects.filter(pk__in=having).order_by("name").values_list("pk", "name")
    return [*people, (NOBODY, _("Without a desk officer"))]


def _counting(standing):
    """What counts already, or only what the version that holds now newly finds."""

    def narrow(rows, values):
        if not standing.is_new:
            return rows if "yes" in values else rows.none()
        before = standing.found_before().values("pk")
        return rows.filter(pk__in=before) if "yes" in values else rows.exclude(pk__in=before)

    choices = (("yes", gettext_lazy("What counts")), ("new", gettext_lazy("Newly found, does not count yet")))
    return Filter("counts", gettext_lazy("Does it count"), choices=choices, narrow=narrow)
