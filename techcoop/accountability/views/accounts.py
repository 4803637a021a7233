"""For what a State accounts, on one page: every fact with its source."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from django.views.decorators.http import require_safe

from techcoop.accountability import queries
from techcoop.accountability.views.lists import let_in
from techcoop.atlas.models import State
from techcoop.web.writing import known_day, short_day


@dataclass(frozen=True)
class Part:
    """One part of the page: a table of facts, and what is said where there are none."""

    key: str
    title: Any
    columns: tuple[tuple[Any, Callable[[Any], Any]], ...]

    def printed(self, facts):
        """The part with its facts, as the template prints it."""
        rows = [([read(one) for _label, read in self.columns], one.source) for one in facts]
        return {"part": self, "labels": [label for label, _read in self.columns], "rows": rows}


def day_of(name: str) -> Callable[[Any], str]:
    """A column of days that may be known in part."""
    return lambda one: known_day(getattr(one, name))


def _visited(visit):
    return " – ".join(known_day(day) for day in (visit.begins_on, visit.ends_on) if day)


PARTS = (
    Part(
        "reports",
        _("Reports due to treaty bodies"),
        (
            (_("Report"), str),
            (_("Due on"), lambda one: short_day(one.due_on)),
            (_("Status"), lambda one: one.standing),
            (_("Rule that gave the day"), lambda one: one.why),
        ),
    ),
    Part(
        "cycles",
        _("Reporting cycles"),
        (
            (_("Report"), str),
            (_("Submitted"), day_of("submitted_on")),
            (_("List of issues"), day_of("list_of_issues_on")),
            (_("Dialogue"), day_of("dialogue_on")),
            (_("Concluding observations"), lambda one: f"{known_day(one.concluded_on)} {one.symbol}".strip()),
            (_("Follow-up due"), lambda one: short_day(one.follow_up_due_on)),
            (_("Follow-up assessed"), day_of("follow_up_assessed_on")),
        ),
    ),
    Part(
        "acts",
        _("Acts about the eighteen instruments"),
        (
            (_("Day"), day_of("done_on")),
            (_("Instrument"), lambda one: one.instrument.code),
            (_("Act"), lambda one: one.get_kind_display()),
            (_("Text"), lambda one: one.text),
        ),
    ),
    Part(
        "reviews",
        _("Universal periodic reviews"),
        (
            (_("Cycle"), lambda one: one.review.cycle),
            (_("Session"), lambda one: one.review.session or ""),
            (_("Reviewed"), lambda one: known_day(one.review.reviewed_on)),
            (_("National report"), lambda one: _with_symbol(one.review.report_on, one.review.report_symbol)),
            (_("Outcome"), lambda one: _with_symbol(one.review.outcome_on, one.review.outcome_symbol)),
            (_("Mid-term report"), lambda one: known_day(one.review.mid_term_on)),
            (_("Supported"), lambda one: one.supported),
            (_("Noted"), lambda one: one.noted),
        ),
    ),
    Part(
        "invitations",
        _("Standing invitation to special procedures"),
        ((_("Issued"), day_of("issued_on")), (_("Withdrawn"), day_of("withdrawn_on"))),
    ),
    Part(
        "visits",
        _("Visits of special procedures"),
        (
            (_("Mandate"), str),
            (_("Status"), lambda one: one.get_status_display()),
            (_("Requested"), day_of("requested_on")),
            (_("Visited"), _visited),
            (_("Report"), lambda one: one.symbol),
        ),
    ),
    Part(
        "communications",
        _("Communications of special procedures, in numbers"),
        (
            (_("Year"), lambda one: one.year),
            (_("Sent"), lambda one: one.sent),
            (_("Answered"), lambda one: one.answered),
        ),
    ),
    Part(
        "institutions",
        _("National human rights institutions"),
        (
            (_("Institution"), str),
            (_("Accreditation"), lambda one: one.get_status_display()),
            (_("Decided"), day_of("decided_on")),
            (_("Next review"), lambda one: short_day(one.next_review_on)),
        ),
    ),
    Part(
        "decisions",
        _("History of accreditation"),
        (
            (_("Decided"), day_of("decided_on")),
            (_("Institution"), str),
            (_("Accreditation"), lambda one: one.get_status_display()),
            (_("Session"), lambda one: one.session),
        ),
    ),
    Part(
        "plans",
        _("National human rights action plans"),
        (
            (_("Plan"), str),
            (_("Years"), lambda one: "–".join(str(year) for year in (one.from_year, one.to_year) if year)),
            (_("Adopted"), day_of("adopted_on")),
            (_("Stage"), lambda one: _latest_stage(one)),
            (pgettext_lazy("of a plan", "Followed by"), lambda one: one.successor),
        ),
    ),
    Part(
        "implementation",
        _("Implementation of recommendations, as the State or a mechanism has assessed it"),
        (
            (_("Recommendation"), lambda one: _leading(one)),
            (_("Assessed by"), lambda one: one.assessor),
            (_("Grade"), lambda one: one.grade),
            (_("Scale"), lambda one: one.scale),
            (_("Day"), day_of("assessed_on")),
            (_("Document"), lambda one: one.symbol),
        ),
    ),
)


def _leading(one):
    where = reverse("accountability:recommendation", args=[one.about])
    return format_html('<a href="{}">{}</a>', where, one.said_in or one.source_key)


def _with_symbol(day, symbol):
    return f"{known_day(day)} {symbol}".strip()


def _latest_stage(plan):
    label, day = plan.stages[-1] if plan.stages else ("", "")
    return f"{label} ({known_day(day)})" if label else ""


@require_safe
def account(request, iso3):
    """Everything for which a State accounts; nobody changes it here."""
    let_in(request.user)
    state = get_object_or_404(State, iso3=iso3.upper())
    known = queries.periods(timezone.localdate())
    found = queries.account_of(state, known)
    parts = [part.printed(getattr(found, part.key)) for part in PARTS]
    context = {"state": state, "parts": parts, "gaps": queries.gaps_of([state.pk], known)}
    return render(request, "accountability/account.html", context)
