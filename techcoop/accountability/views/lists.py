"""The list of recommendations, and the search in it."""

from dataclasses import replace

from django.core.exceptions import PermissionDenied
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from techcoop.accountability import queries
from techcoop.accountability.policies import may_see_accountability
from techcoop.accountability.views.asking import RECOMMENDATIONS, is_region
from techcoop.sheets.writers import WRITERS
from techcoop.web.lists.answering import as_file, completed
from techcoop.web.lists.asking import ask
from techcoop.web.lists.reading import narrow, ordering, page_of_rows

SIZE = RECOMMENDATIONS.page_size


def let_in(user):
    """Turn those away to whom no role shows these facts."""
    if not may_see_accountability(user):
        raise PermissionDenied(_("Your role does not show the facts of accountability."))


def narrowed(user, asked):
    """What the person may see and the filters leave, and the words that are still to be looked for."""
    rows = narrow(queries.visible_to(user).filter(withdrawn_on=None), asked)
    return rows, next((one.value for one in asked.chosen if one.filter.key == "q"), "")


@require_safe
def recommendations(request):
    """What the mechanisms recommend, narrowed and searched; as a page or as a file of the same rows."""
    let_in(request.user)
    asked = ask(RECOMMENDATIONS, request.GET)
    rows, words = narrowed(request.user, asked)
    rows = rows.select_related("state", "mechanism")
    writer = WRITERS.get(request.GET.get("export", ""))
    if words:
        # What fits best comes first, unless the address says by which column the rows are sorted.
        asked = replace(asked, standard="", sort=asked.sort if request.GET.get("sort") else "")
    by_fit = words and not asked.sort
    if words and (writer or not by_fit):
        # Only the order by fit is capped: another order, and a file, hold everything that fits.
        rows = queries.matching(rows, words)
    if writer:
        return as_file(RECOMMENDATIONS, request.GET, rows, writer=writer, title=_("Recommendations"))
    page, there_are_more = best(rows, asked, words) if by_fit else in_order(rows, asked)
    page = replace(page, complaints=page.complaints + not_understood(words, nothing_found=not page.total))
    context = {
        "page": completed(page, request, WRITERS),
        "there_are_more": there_are_more,
        "most": queries.MOST_RANKED,
        "counts": reverse("accountability:counts") + asked.address(),
        "title": _("Recommendations"),
    }
    return render(request, "accountability/recommendations.html", context)


def not_understood(words, *, nothing_found):
    """What is said of what was typed."""
    if nothing_found and queries.are_too_common(words):
        return (_("These words are so common that no text is found by them."),)
    return queries.understood(words).complaints


def best(rows, asked, words):
    """The page of a search, the best first."""
    place = asked.page
    of_one_state = any(one.filter.key == "state" and not is_region(one.raw) for one in asked.chosen)
    found = queries.ranked(rows, words, start=(place - 1) * SIZE, size=SIZE, of_one_state=of_one_state)
    if place > 1 and not found.rows:
        place, found = 1, queries.ranked(rows, words, start=0, size=SIZE, of_one_state=of_one_state)
    page = page_of_rows(RECOMMENDATIONS, asked, found.rows, total=found.total, place=place)
    return page, found.there_are_more


def in_order(rows, asked):
    """The page of a list in the order of a column."""
    total = rows.order_by().count()
    place = min(asked.page, max(1, -(-total // SIZE)))
    start = (place - 1) * SIZE
    things = rows.order_by(*ordering(RECOMMENDATIONS, asked))[start : start + SIZE]
    return page_of_rows(RECOMMENDATIONS, asked, things, total=total, place=place), False
