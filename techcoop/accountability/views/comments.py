"""General comments of the treaty bodies: which there are, what stands in them, and where."""

from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from techcoop.accountability import queries
from techcoop.accountability.models import Mechanism, MechanismKind
from techcoop.accountability.views.lists import let_in
from techcoop.sheets.writers import WRITERS
from techcoop.web.links import page_of
from techcoop.web.lists import Column, Filter, Listing, list_page
from techcoop.web.writing import opening


def _bodies():
    return [(one.code, str(one)) for one in Mechanism.objects.filter(kind=MechanismKind.TREATY_BODY)]


def _of_bodies(rows, codes):
    return rows.filter(mechanism__code__in=codes) | rows.filter(joint__code__in=codes)


def _groups():
    return [(one, one) for one in queries.groups_known()]


def _place_of(paragraph):
    """Where a paragraph stands on the page of its general comment."""
    return reverse("accountability:general_comment", args=[paragraph.comment_id]) + f"#p{paragraph.position}"


WORDS = _("“a phrase” OR words -without")
COMMENTS = Listing(
    columns=(
        Column("title", _("Title"), "title", look="text"),
        Column(
            "name", _("General comment"), str, link=page_of, sort=("mechanism__code", "serial"), heads=True
        ),
        Column("adopted", _("Adopted on"), "adopted_on", sort="adopted_on", look="day"),
        Column("symbol", _("Document"), "symbol", sort="symbol"),
        Column("length", _("Paragraphs taken in"), "length", sort="length", numeric=True),
    ),
    filters=(
        Filter("q", _("Words"), kind="text", narrow=queries.comments_matching, hint=WORDS),
        Filter("body", _("Treaty body"), kind="choices", choices=_bodies, narrow=_of_bodies),
        Filter("since", _("Adopted since"), kind="day", field="adopted_on__gte"),
        Filter("until", _("Adopted until"), kind="day", field="adopted_on__lte"),
    ),
    order="-adopted",
)
PARAGRAPHS = Listing(
    columns=(
        Column("text", _("Text"), "text", link=_place_of, written=opening, look="text"),
        Column(
            "comment",
            _("General comment"),
            "comment",
            sort=("comment__mechanism__code", "comment__serial"),
            heads=True,
        ),
        Column("label", _("Paragraph"), "label", sort=("comment", "position")),
        Column("adopted", _("Adopted on"), "comment.adopted_on", sort="comment__adopted_on", look="day"),
        Column("groups", _("Persons concerned"), lambda one: "; ".join(one.groups)),
    ),
    filters=(
        Filter("q", _("Words"), kind="text", narrow=queries.paragraphs_matching, hint=WORDS),
        Filter("body", _("Treaty body"), kind="choices", choices=_bodies, field="comment__mechanism__code"),
        Filter(
            "group",
            _("Persons concerned"),
            kind="choices",
            choices=_groups,
            narrow=lambda rows, groups: rows.filter(groups__overlap=groups),
        ),
    ),
    order="-adopted",
    page_size=25,
)


@require_safe
def general_comments(request):
    """Every general comment, and those in which words stand."""
    let_in(request.user)
    return list_page(
        request,
        COMMENTS,
        queries.counted(queries.comments_visible_to(request.user)),
        template="accountability/general_comments.html",
        title=_("General comments"),
        writers=WRITERS,
    )


@require_safe
def paragraphs(request):
    """The paragraphs of all general comments, searched in one go."""
    let_in(request.user)
    return list_page(
        request,
        PARAGRAPHS,
        queries.paragraphs_visible_to(request.user),
        template="accountability/paragraphs.html",
        title=_("Paragraphs of general comments"),
        writers=WRITERS,
    )


@require_safe
def general_comment(request, key):
    """One general comment, paragraph by paragraph."""
    rows = queries.comments_visible_to(request.user).select_related("source").prefetch_related("paragraphs")
    comment = get_object_or_404(rows, pk=key)
    context = {
        "comment": comment,
        "paragraphs": comment.paragraphs.all(),
        "copies": queries.copies_of(comment),
        "title": str(comment),
    }
    return render(request, "accountability/general_comment.html", context)
