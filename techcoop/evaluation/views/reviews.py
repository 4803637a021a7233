"""Reviews of the programme: asked for, composed, read, taken away."""

import logging

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from django_htmx.http import HttpResponseClientRefresh

from techcoop.documents.store import NotWhatWasKept, bytes_of
from techcoop.evaluation import actions, policies, queries
from techcoop.evaluation.forms import ReviewForm
from techcoop.evaluation.models import Review
from techcoop.evaluation.statuses import ReviewStatus
from techcoop.evaluation.synthesis.printing import WRITERS
from techcoop.evaluation.synthesis.storing import from_data, without_links
from techcoop.evaluation.views.tabs import tabs
from techcoop.people.permissions import Permission
from techcoop.people.roles import roles_with
from techcoop.press.report_page import report_page
from techcoop.sheets.writers import WRITERS as SHEETS
from techcoop.web.acts import Act
from techcoop.web.links import page_of
from techcoop.web.lists import Column, Filter, Listing, list_page
from techcoop.web.writing import listed, moment

log = logging.getLogger(__name__)

REVIEWS = Listing(
    columns=(
        Column("years", gettext_lazy("Years"), str, link=page_of, sort="first_year", heads=True),
        Column("language", gettext_lazy("Language"), "language", sort="language"),
        Column("requested", gettext_lazy("Asked for"), "requested_at", sort="requested_at", written=moment),
        Column("by", gettext_lazy("By"), "requested_by.name", sort="requested_by__name"),
        Column("status", gettext_lazy("Status"), lambda one: one.get_status_display(), sort="status"),
    ),
    filters=(
        Filter(
            "status",
            gettext_lazy("Status"),
            kind="choices",
            choices=ReviewStatus.choices,
            field="status",
        ),
    ),
    order="-requested",
)


def _review(request, key):
    if not policies.may_see_reviews(request.user):
        raise Http404
    return get_object_or_404(Review, pk=key)


@require_safe
def reviews(request):
    """The reviews that were asked for."""
    seen = policies.may_see_reviews(request.user)
    rows = Review.objects.defer("content").select_related("requested_by")
    return list_page(
        request,
        REVIEWS,
        rows if seen else rows.none(),
        template="evaluation/reviews.html",
        title=gettext_lazy("Reviews of the programme"),
        writers=SHEETS,
        may_compose=policies.may_compose(request.user),
        tabs=tabs(request.user, "reviews"),
    )


@require_http_methods(["GET", "POST"])
def compose(request):
    """Ask for a draft of the synthesis report."""
    if not policies.may_compose(request.user):
        raise PermissionDenied(_("Only those who compose reviews of the whole programme can do this."))
    year = timezone.localdate().year
    first = {"first_year": year - 5, "last_year": year - 1, "language": request.LANGUAGE_CODE}
    form = ReviewForm(request.POST or None, initial=first)
    if form.is_valid():
        data = form.cleaned_data
        review = actions.ask_for_review(
            actions.Wanted(data["first_year"], data["last_year"], data["language"]),
            submission=data["submission"],
            by=request.user,
            at=timezone.now(),
        )
        return redirect(page_of(review))
    return render(request, "evaluation/compose.html", {"form": form, "title": _("Compose a review")})


@require_safe
def review(request, key):
    """A draft as a page on which every number opens its records, or how far it has come."""
    one = _review(request, key)
    if one.content is None:
        return render(request, "evaluation/review_waits.html", _waiting(request, one))
    return render(request, "evaluation/review.html", _composed(one, request.user))


def _composed(one, user):
    """What stands on the page of a draft: what it says, and its files, or how far they are."""
    opens_requests = policies.may_open_requests(user)
    content = one.content if opens_requests else without_links(one.content, reverse("requests:requests"))
    work = queries.work_on_prints(one)
    address = reverse("evaluation:order_prints", args=[one.pk])
    order = Act("order_prints", _("Make the files"), address, post=True)
    return {
        "review": one,
        "opens_requests": opens_requests,
        "report": report_page(from_data(content)),
        "work": work,
        "prints": [] if work.is_due else [(queries.PRINTED[0], _("PDF")), (queries.PRINTED[1], _("Word"))],
        "acts": [order] if work.was_interrupted else [],
    }


def _waiting(request, one):
    """What stands on the page of a draft that is not there yet: how far it is, and what can be done."""
    work = queries.work_on(one)
    again = Act(
        "start_again",
        _("Start again"),
        reverse("evaluation:start_again", args=[one.pk]),
        post=True,
        first=True,
    )
    stopped = work.was_interrupted or not work.is_due
    acts = [again] if stopped and policies.may_compose(request.user) else []
    return {"review": one, "work": work, "acts": acts, "tone": "stopped" if stopped else "waiting"}


@require_safe
def progress(request, key):
    """How far the worker is; once it is done or was interrupted, the page is asked for anew."""
    one = _review(request, key)
    work = queries.work_on_prints(one) if "of" in request.GET else queries.work_on(one)
    if not (work.is_going_on or work.is_queued):
        return HttpResponseClientRefresh() if request.htmx else HttpResponse(status=204)
    return render(request, "evaluation/_progress.html", {"review": one, "work": work})


@require_POST
def start_again(request, key):
    """Order a draft again that was interrupted or failed."""
    one = actions.start_again(_review(request, key), by=request.user, at=timezone.now())
    return redirect(page_of(one))


@require_POST
def order_prints(request, key):
    """Order the files of a draft again, whose making was interrupted."""
    one = actions.order_prints(_review(request, key), by=request.user, at=timezone.now())
    return redirect(page_of(one))


@require_safe
def file(request, key, ending):
    """A draft to be taken away as PDF or Word, as the worker has printed it."""
    one = _review(request, key)
    kept = queries.prints_of(one).get(ending)
    if kept is None:
        raise Http404
    try:
        response = HttpResponse(bytes_of(kept.stored_as, kept.digest), content_type=WRITERS[ending][0])
    except NotWhatWasKept as found:
        log.error("Printed report %s is not what was kept: %s", kept.pk, found)
        told = {"review": one, "kept": kept, "roles": listed(roles_with(Permission.MANAGE_PEOPLE))}
        return render(request, "evaluation/print_not_as_kept.html", told, status=409)
    name = f"review-{one.first_year}-{one.last_year}-{one.language}.{ending}"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
