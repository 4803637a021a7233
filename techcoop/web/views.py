"""What the frame itself serves: styles, scripts, the choice of language, the gallery of components."""

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from techcoop.web import gallery as samples
from techcoop.web.bundle import TYPES, bundle


@require_safe
@login_not_required
def bundled(request: HttpRequest, kind: str, digest: str) -> HttpResponse:
    """All style sheets, or all small scripts, as one file that browsers keep."""
    if kind not in TYPES:
        raise Http404
    wanted = bundle(kind)
    packed = "gzip" in request.headers.get("Accept-Encoding", "")
    response = HttpResponse(wanted.packed if packed else wanted.content, content_type=TYPES[kind])
    response["Vary"] = "Accept-Encoding"
    if packed:
        response["Content-Encoding"] = "gzip"
    if digest == wanted.digest:
        response["Cache-Control"] = "public, max-age=31536000, immutable"
    return response


@require_safe
def gallery(request: HttpRequest) -> HttpResponse:
    """Every component once, with invented content."""
    return render(request, "web/gallery.html", samples.context(request.GET))
