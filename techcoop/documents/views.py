"""Handing out papers."""

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_http_methods

from techcoop.documents import actions
from techcoop.documents.kinds import ALL_KINDS
from techcoop.documents.models import Classification, Document
from techcoop.documents.policies import may_read


@require_http_methods(["GET", "POST"])
def document(request, key):
    """A paper; what is strictly confidential is asked for by a POST, because its reading is recorded."""
    paper = get_object_or_404(Document, pk=key)
    if not may_read(request.user, paper):
        raise Http404
    if request.method == "POST":
        return _handed_out(paper, actions.read(paper, by=request.user, at=timezone.now()))
    if paper.classification == Classification.STRICTLY_CONFIDENTIAL:
        return render(request, "documents/read.html", {"document": paper})
    return _handed_out(paper, actions.content_of(paper))


def _handed_out(paper, content):
    kind = ALL_KINDS[paper.media_type]
    response = HttpResponse(content, content_type=paper.media_type)
    response.headers["Content-Disposition"] = (
        content_disposition_header(not kind.opens_in_browser, paper.file_name) or "attachment"
    )
    response.headers["Content-Security-Policy"] = "sandbox; default-src 'none'; style-src 'unsafe-inline'"
    response.headers["Cache-Control"] = "private, no-store"
    return response
