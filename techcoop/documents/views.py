"""Handing out papers."""

import logging

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_http_methods

from techcoop.documents import actions
from techcoop.documents.kinds import ALL_KINDS
from techcoop.documents.models import Classification, Document
from techcoop.documents.policies import may_read
from techcoop.documents.store import NotWhatWasKept, content_of
from techcoop.people.permissions import Permission
from techcoop.people.roles import roles_with
from techcoop.web.writing import listed

log = logging.getLogger(__name__)


@require_http_methods(["GET", "POST"])
def document(request, key):
    """A paper; what is strictly confidential is asked for by a POST, because its reading is recorded."""
    paper = get_object_or_404(Document, pk=key)
    if not may_read(request.user, paper):
        raise Http404
    is_asked_for = request.method == "POST"
    if paper.classification == Classification.STRICTLY_CONFIDENTIAL and not is_asked_for:
        return render(request, "documents/read.html", {"document": paper})
    try:
        content = (
            actions.read(paper, by=request.user, at=timezone.now()) if is_asked_for else content_of(paper)
        )
    except NotWhatWasKept as found:
        log.error("Document %s is not what was kept: %s", paper.pk, found)
        told = {"document": paper, "roles": listed(roles_with(Permission.MANAGE_PEOPLE))}
        return render(request, "documents/not_as_kept.html", told, status=409)
    return _handed_out(paper, content)


def _handed_out(paper, content):
    kind = ALL_KINDS[paper.media_type]
    response = HttpResponse(content, content_type=paper.media_type)
    response.headers["Content-Disposition"] = (
        content_disposition_header(not kind.opens_in_browser, paper.file_name) or "attachment"
    )
    response.headers["Content-Security-Policy"] = "sandbox; default-src 'none'; style-src 'unsafe-inline'"
    response.headers["Cache-Control"] = "private, no-store"
    return response
