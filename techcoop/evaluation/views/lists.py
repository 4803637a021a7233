"""Evaluations, what they found, what was learnt and what they recommend, as lists."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from techcoop.evaluation import policies, queries
from techcoop.evaluation.models import Criterion, EvaluationKind, Response
from techcoop.evaluation.statuses import EvaluationStatus, FollowUpStatus
from techcoop.evaluation.views import filters
from techcoop.evaluation.views.tabs import tabs
from techcoop.programme.models import Component
from techcoop.sheets.writers import WRITERS
from techcoop.web.links import page_of
from techcoop.web.lists import Column, Filter, Listing, list_page
from techcoop.web.writing import short_day

BEARINGS = (("strength", _("What worked")), ("weakness", _("What did not work")))
NO_ANSWER = "none"


def _with_finding(field):
    return lambda rows, values: rows.filter(
        pk__in=queries.findings().filter(**{f"{field}__in": values}).values("evaluation")
    )


def _in_state(rows, values):
    found = queries.findings().filter(state__iso3__in=values).values("evaluation")
    return rows.filter(Q(project__in=queries.projects_in(values)) | Q(pk__in=found))


OF_WHICH = Column(
    "evaluation",
    _("Evaluation"),
    "evaluation.title",
    link=lambda one: page_of(one.evaluation),
    sort="evaluation__title",
)

EVALUATIONS = Listing(
    columns=(
        Column("title", _("Title"), "title", link=page_of, sort="title", heads=True),
        Column("kind", _("Kind"), lambda one: one.get_kind_display(), sort="kind"),
        Column(
            "project",
            _("Project"),
            lambda one: one.project.code if one.project else "",
            sort="project__code",
            look="reference",
        ),
        Column(
            "completed", _("Completed on"), "completed_on", sort="completed_on", written=short_day, look="day"
        ),
        Column("findings", _("Findings"), "finding_count", sort="finding_count", numeric=True),
        Column(
            "recommendations",
            _("Recommendations"),
            "recommendation_count",
            sort="recommendation_count",
            numeric=True,
        ),
        Column("status", _("Status"), lambda one: one.get_status_display(), sort="status"),
    ),
    filters=(
        Filter("q", _("Words in the title"), kind="text", field="title__icontains"),
        Filter("status", _("Status"), kind="choices", choices=EvaluationStatus.choices, field="status"),
        Filter("kind", _("Kind"), choices=EvaluationKind.choices, field="kind"),
        Filter("component", _("Component"), choices=Component.choices, narrow=_with_finding("component")),
        Filter("criterion", _("Criterion"), choices=Criterion.choices, narrow=_with_finding("criterion")),
        Filter(
            "rated",
            _("Rated on"),
            choices=Criterion.choices,
            narrow=lambda rows, values: rows.filter(pk__in=queries.rated_on(values[-1])),
        ),
        Filter(
            "not_rated",
            _("Not rated on"),
            choices=Criterion.choices,
            narrow=lambda rows, values: rows.exclude(pk__in=queries.rated_on(values[-1])),
        ),
        Filter(
            "mark",
            _("With the mark"),
            choices=filters.marks,
            narrow=lambda rows, values: rows.filter(pk__in=queries.rated_on(*values[-1].split("."))),
        ),
        Filter("state", _("State"), choices=filters.states, narrow=_in_state),
        *filters.completed(""),
    ),
    order="-completed",
)

FINDINGS = Listing(
    columns=(
        Column("finding", _("Finding"), "statement", heads=True),
        Column(
            "bearing", _("What it shows"), lambda one: BEARINGS[not one.is_strength][1], sort="is_strength"
        ),
        Column("criterion", _("Criterion"), lambda one: one.get_criterion_display(), sort="criterion"),
        Column("component", _("Component"), "component", sort="component"),
        Column("state", _("State"), lambda one: one.state.name if one.state else "", sort="state__sort_key"),
        Column("evidence", _("Evidence"), "evidence_count", sort="evidence_count", numeric=True),
        OF_WHICH,
    ),
    filters=(
        Filter("q", _("Words"), kind="text", field="statement__icontains"),
        filters.component(),
        filters.state(),
        filters.criterion(),
        filters.evidence(),
        Filter(
            "strength",
            _("What it shows"),
            choices=BEARINGS,
            narrow=lambda rows, values: rows.filter(is_strength=values[-1] == "strength"),
        ),
        filters.evaluation(),
        *filters.completed("evaluation__"),
    ),
)

LESSONS = Listing(
    columns=(
        Column("lesson", _("Lesson"), "statement", heads=True),
        Column("component", _("Component"), "component", sort="component"),
        OF_WHICH,
    ),
    filters=(
        Filter("q", _("Words"), kind="text", field="statement__icontains"),
        filters.component(),
        *filters.completed("evaluation__"),
    ),
)

RECOMMENDATIONS = Listing(
    columns=(
        Column("recommendation", _("Recommendation"), "text", heads=True),
        Column("addressee", _("Addressed to"), "addressee", sort="addressee"),
        Column(
            "response",
            _("Response"),
            lambda one: one.get_response_display() or _("None yet"),
            sort="response",
        ),
        Column("owner", _("Who acts"), "owner", sort="owner"),
        Column("due", _("Due on"), "due_on", sort="due_on", written=short_day, look="day"),
        Column("status", _("Follow-up"), lambda one: one.get_status_display(), sort="status"),
        OF_WHICH,
    ),
    filters=(
        Filter("q", _("Words"), kind="text", field="text__icontains"),
        Filter(
            "response",
            _("Response"),
            choices=[*Response.choices, (NO_ANSWER, _("None yet"))],
            kind="choices",
            narrow=lambda rows, values: rows.filter(
                response__in=["" if value == NO_ANSWER else value for value in values]
            ),
        ),
        Filter("status", _("Follow-up"), kind="choices", choices=FollowUpStatus.choices, field="status"),
        Filter(
            "overdue",
            _("Overdue on"),
            kind="day",
            narrow=lambda rows, day: rows.overdue(day),
        ),
        *filters.completed("evaluation__"),
    ),
)


@require_safe
def evaluations(request):
    """The evaluations that one may see."""
    return list_page(
        request,
        EVALUATIONS,
        queries.evaluations(request.user),
        template="evaluation/evaluations.html",
        title=_("Evaluations"),
        writers=WRITERS,
        may_plan=policies.may_plan(request.user),
        tabs=tabs(request.user, "evaluations"),
    )


def _list(request, listing, rows, title):
    template, name = "evaluation/what_they_say.html", request.resolver_match.url_name
    shown = tabs(request.user, name)
    return list_page(request, listing, rows, template=template, title=title, writers=WRITERS, tabs=shown)


@require_safe
def findings(request):
    """What final evaluations found."""
    rows = queries.concluded_findings(request.user)
    return _list(request, FINDINGS, rows, _("Findings of evaluations"))


@require_safe
def lessons(request):
    """What was learnt from final evaluations."""
    return _list(request, LESSONS, queries.concluded_lessons(request.user), _("Lessons learnt"))


@require_safe
def recommendations(request):
    """What final evaluations recommend to the programme."""
    rows = queries.concluded_recommendations(request.user)
    return _list(request, RECOMMENDATIONS, rows, _("Recommendations of evaluations"))
