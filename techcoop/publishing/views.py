"""Pages that the world may read, each in the language of its address, without signing in."""

from collections.abc import Callable, Iterable
from functools import wraps
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.utils import translation
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import conditional_page, require_safe

from techcoop.publishing import queries
from techcoop.publishing.queries import Count, Counter
from techcoop.sheets.writers import WRITERS
from techcoop.web.charts import bars, columns
from techcoop.web.reading_only import streamed

SECONDS_KEPT = 600
View = Callable[..., HttpResponseBase]


def published(view: View) -> View:
    """A page for everybody, in the language of its address; kept ten minutes, 304 if unchanged."""

    @wraps(view)
    def spoken(request: HttpRequest, language: str, **more: Any) -> HttpResponseBase:
        if language not in settings.WHOLE_LANGUAGES:
            raise Http404
        with translation.override(language):
            response = view(request, language, **more)
        patch_cache_control(response, public=True, max_age=SECONDS_KEPT)
        return response

    return require_safe(login_not_required(conditional_page(spoken)))


@require_safe
@login_not_required
def start(request: HttpRequest) -> HttpResponse:
    """Lead to the page in the language that the browser asks for."""
    language = translation.get_language_from_request(request)
    return redirect(
        "publishing:requests", language=language if language in settings.WHOLE_LANGUAGES else "en"
    )


@published
def requests(request: HttpRequest, language: str) -> HttpResponse:
    """How many requests were received, what became of them, on which grounds, and in how many days."""
    year, region = _asked(request)
    counter = queries.counter(year=year, region=region)
    context = {
        "counter": counter,
        "invented": queries.said_of_invented(),
        "charts": _charts(counter),
        "year": year,
        "region": region,
        "years": queries.years_with_requests(),
        "regions": queries.region_names().items(),
        "languages": [(code, name) for code, name in settings.LANGUAGES if code in settings.WHOLE_LANGUAGES],
        "language": language,
        "query": urlencode([(name, value) for name, value in (("year", year), ("region", region)) if value]),
    }
    return render(request, "publishing/requests.html", context)


@published
def requests_file(request: HttpRequest, language: str) -> StreamingHttpResponse:
    """The same figures as a file."""
    year, region = _asked(request)
    writer = WRITERS["csv"]
    lines = writer.write(_headings(), _lines(queries.counter(year=year, region=region)), "")
    response = StreamingHttpResponse(streamed(lines), content_type=writer.content_type)
    response["Content-Disposition"] = 'attachment; filename="requests.csv"'
    return response


def _asked(request: HttpRequest) -> tuple[int, str]:
    """The year and the region that are asked for; what is neither is all."""
    year, region = request.GET.get("year", ""), request.GET.get("region", "")
    is_year = year.isascii() and year.isdigit() and len(year) == 4
    return int(year) if is_year else 0, region if region in queries.region_names() else ""


def _charts(counter: Counter) -> dict[str, Any]:
    return {
        "years": columns([(one.key, one.received) for one in counter.years]),
        "regions": bars((one.label, one.received) for one in counter.regions),
        "grounds": bars((one.label, one.declined + one.redirected) for one in counter.grounds),
        "days": columns([(one.key, one.days_to_decide or 0) for one in counter.years]),
    }


def _headings() -> list[str]:
    return [
        _("Counted by"),
        _("Year, region or ground"),
        pgettext("requests", "Received"),
        pgettext("requests", "Accepted"),
        pgettext("requests", "Declined"),
        pgettext("requests", "Redirected"),
        pgettext("requests", "Withdrawn"),
        pgettext("requests", "Pending"),
        _("Median days to acknowledgement"),
        _("Median days to decision"),
    ]


def _lines(counter: Counter) -> Iterable[list[Any]]:
    yield [_("All"), "", *_figures(counter.total)]
    yield from ([_("Year"), one.label, *_figures(one)] for one in counter.years)
    yield from ([_("Region"), one.label, *_figures(one)] for one in counter.regions)
    for ground in counter.grounds:
        yield [_("Ground"), ground.label, "", "", ground.declined, ground.redirected, "", "", "", ""]
    if invented := queries.said_of_invented():
        yield [invented, *[""] * 9]


def _figures(one: Count) -> list[Any]:
    days = [one.days_to_acknowledge, one.days_to_decide]
    counts = [one.received, one.accepted, one.declined, one.redirected, one.withdrawn, one.pending]
    return [*counts, *("" if each is None else each for each in days)]
