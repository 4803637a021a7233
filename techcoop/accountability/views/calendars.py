"""What falls due, month by month, and as a calendar to which a program subscribes."""

from datetime import timedelta
from itertools import groupby

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from techcoop.accountability import actions, queries
from techcoop.accountability.views.lists import let_in
from techcoop.web.icalendar import MEDIA_TYPE, Event, icalendar
from techcoop.web.months import month_asked

# What a program is shown: what was due lately, and a good year ahead.
BEHIND, AHEAD = timedelta(days=92), timedelta(days=400)


@require_safe
def calendar(request):
    """The reports, reviews, visits and sessions of a month; of the own States, or of all."""
    let_in(request.user)
    first = month_asked(request.GET.get("month"), timezone.localdate())
    after = queries.months_later(first, 1)
    own = queries.reach_of(request.user)
    everywhere = own is None or request.GET.get("states") == "all"
    states = None if everywhere else own
    today = timezone.localdate()
    due = queries.falling_due(first, after - timedelta(days=1), states=states, today=today)
    feed = queries.calendar_of(request.user)
    context = {
        "days": [(day, list(things)) for day, things in groupby(due, key=lambda one: max(one.on, first))],
        "first": first,
        "before": queries.months_later(first, -1),
        "after": after,
        "is_limited": own is not None,
        "everywhere": everywhere,
        "feed_address": request.build_absolute_uri(f"{feed.token}.ics") if feed else "",
    }
    if not due:
        context["nearby"] = queries.months_nearby(first, after, states=states, today=today)
        context["more"] = "&states=all" if own is not None and everywhere else ""
    return render(request, "accountability/calendar.html", context)


@require_POST
def open_calendar(request):
    """Open an own address for a program of calendars."""
    actions.open_calendar(by=request.user, at=timezone.now())
    return redirect("accountability:calendar")


@require_POST
def close_calendar(request):
    """Close the own address."""
    actions.close_calendar(by=request.user, at=timezone.now())
    return redirect("accountability:calendar")


@login_not_required
@require_safe
def feed(request, token):
    """The calendar of whoever opened this address, in the owner's language and within the owner's reach."""
    found = queries.open_feed(token)
    if found is None:
        raise Http404
    today = timezone.localdate()
    with translation.override(found.user.language):
        states = queries.reach_of(found.user)
        due = queries.falling_due(today - BEHIND, today + AHEAD, states=states, today=today)
        text = icalendar(_("What falls due"), [_event(request, one) for one in due], at=timezone.now())
    answer = HttpResponse(text, content_type=MEDIA_TYPE)
    answer["Content-Disposition"] = 'inline; filename="due.ics"'
    answer["Cache-Control"] = "private, no-store"
    return answer


def _event(request, one):
    whose = f"{one.state.name}: " if one.state else ""
    return Event(
        key=f"{one.kind.value}-{one.key}@{request.get_host()}",
        summary=f"{whose}{one.label}",
        begins_on=one.on,
        ends_on=one.ends_on,
        description="\n".join(filter(None, (str(one.kind.label), one.note))),
        address=request.build_absolute_uri(one.address) if one.address else "",
    )
