"""An assessment taken away as a file, and two of them beside each other."""

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from techcoop.assessments import queries
from techcoop.assessments.paper import WRITERS, paper_of
from techcoop.assessments.views.assessment import found


@require_safe
def file(request, key, ending):
    """An assessment as PDF or Word; what is sealed is not in it, whoever takes it away."""
    one = found(request, key)
    if ending not in WRITERS:
        raise Http404
    kind, write = WRITERS[ending]
    paper = paper_of(one, language=request.LANGUAGE_CODE, at=timezone.now())
    response = HttpResponse(write(paper), content_type=kind)
    name = f"assessment-{one.state_request.reference}-{one.pk}-{request.LANGUAGE_CODE}.{ending}"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


@require_safe
def beside(request, key, other):
    """Two assessments of one State beside each other."""
    one, second = found(request, key), found(request, other)
    if one.pk == second.pk or one.state_id is None or one.state_id != second.state_id:
        raise Http404
    contents = (queries.contents_of(one), queries.contents_of(second))
    comparison = queries.compare(*contents, today=timezone.localdate())
    return render(request, "assessments/beside.html", {"comparison": comparison, "state": one.state})
