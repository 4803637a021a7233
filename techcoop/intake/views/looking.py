"""The list of imports, one import with its rows, and the refused rows as a file."""

from django.http import Http404, HttpResponse, StreamingHttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe
from django_htmx.http import HttpResponseClientRefresh

from techcoop.intake import queries
from techcoop.intake.actions.lines import EXAMPLES, SAMPLED
from techcoop.intake.models import Verdict
from techcoop.intake.policies import kinds_for, may_import
from techcoop.intake.statuses import LIFECYCLE, ImportStatus
from techcoop.people.policies import require
from techcoop.sheets.errors import Reason
from techcoop.sheets.writers import WRITERS
from techcoop.web.acts import Act
from techcoop.web.lists import Column, Filter, Listing, list_page, read
from techcoop.web.reading_only import streamed

TONES = {
    ImportStatus.UPLOADED: "going",
    ImportStatus.PREVIEWED: "waiting",
    ImportStatus.CONFIRMED: "going",
    ImportStatus.APPLIED: "good",
    ImportStatus.FAILED: "stopped",
    ImportStatus.ABANDONED: "",
}


def _address(one):
    return reverse("intake:import", args=(one.pk,))


def _kind_name(one):
    kind = queries.kinds().get(one.kind)
    return kind.name if kind else one.kind


IMPORTS = Listing(
    columns=(
        Column("file", _("File"), "file_name", link=_address, sort="file_name", heads=True),
        Column("kind", _("Kind of records"), _kind_name, sort="kind"),
        Column("status", _("Status"), lambda one: one.outcome, sort="status"),
        Column("new", _("New"), "to_create", sort="to_create", numeric=True),
        Column("changed", _("Changed"), "to_change", sort="to_change", numeric=True),
        Column("there", _("Already there"), "to_skip", sort="to_skip", numeric=True),
        Column("refused", _("Refused"), "to_refuse", sort="to_refuse", numeric=True),
        Column("by", _("Handed in by"), "uploaded_by.name"),
        Column("at", _("Handed in"), "uploaded_at", sort="uploaded_at", look="day"),
    ),
    filters=(
        Filter("q", _("Words in the file name"), kind="text", field="file_name__icontains"),
        Filter(
            "kind",
            _("Kind of records"),
            kind="choices",
            choices=lambda: [(kind.key, kind.name) for kind in queries.kinds().values()],
            field="kind",
        ),
        Filter("status", _("Status"), kind="choices", choices=ImportStatus.choices, field="status"),
    ),
    order="-at",
)


def _lines(tells):
    """The list of the rows of a file, in the words of its teller."""
    return Listing(
        columns=(
            Column("row", _("Row"), "row", sort="row", numeric=True, heads=True),
            Column(
                "verdict",
                _("What becomes of it"),
                lambda line: line.get_verdict_display(),
                sort=("care", "row"),
            ),
            Column("why", _("Why, or what changes"), lambda line: tells.why(line) or tells.changes(line)),
            Column("cells", _("As in the file"), tells.as_in_the_file),
        ),
        filters=(
            Filter(
                "verdict", _("What becomes of it"), kind="choices", choices=Verdict.choices, field="verdict"
            ),
        ),
        order="verdict",
    )


@require_safe
def imports(request):
    """Everything that was handed in."""
    require(kinds_for(request.user), _("Your role does not take in records."))
    rows = queries.visible_to(request.user).select_related("uploaded_by")
    acts = [Act("upload", _("Hand in a file"), reverse("intake:upload"), first=True)]
    return list_page(
        request,
        IMPORTS,
        rows,
        template="intake/imports.html",
        title=_("Imports"),
        writers=WRITERS,
        acts=acts,
    )


@require_safe
def blank_list(request, kind):
    """A workbook to fill for one kind of our own lists: its headings, and a row that explains each."""
    require(kinds_for(request.user), _("Your role does not take in records."))
    found = queries.kinds().get(kind)
    if not found or not found.headings:
        raise Http404
    writer, title = WRITERS["xlsx"], str(found.name)
    explained = [f"{one.says} ({_('needed')})" if one.is_needed else str(one.says) for one in found.headings]
    rows = writer.write([one.name for one in found.headings], [explained], title)
    response = StreamingHttpResponse(streamed(rows), content_type=writer.content_type)
    response["Content-Disposition"] = f'attachment; filename="{kind}.xlsx"'
    return response


@require_safe
def record_import(request, key):
    """One file: what it would do or did, row by row."""
    rows = queries.visible_to(request.user).select_related("uploaded_by", "confirmed_by", "progress")
    found = get_object_or_404(rows, pk=key)
    work = queries.work_on(found)
    context = {
        "record_import": found,
        "kind": _kind_name(found),
        "tone": "waiting" if found.brought_nothing and found.to_refuse else TONES[ImportStatus(found.status)],
        "work": work,
        "error": Reason.from_json(found.error) if found.error else None,
        "counts": _counts(found),
        "acts": _acts(found, work, request.user),
        "lines": read(_lines(queries.teller_of(found)), request.GET, found.lines.by_care()),
        "has_refused": bool(found.to_refuse),
        "examples": EXAMPLES,
    }
    return render(request, "intake/import.html", context)


def _counts(found):
    """The four figures; each opens what is kept of its rows, which of new ones and those there are the first.

    How many of them are kept stands beside a figure that counts more.
    """
    labels = (
        (Verdict.REFUSE, ngettext("refused row", "refused rows", found.to_refuse)),
        (Verdict.CHANGE, ngettext("changed record", "changed records", found.to_change)),
        (Verdict.CREATE, ngettext("new record", "new records", found.to_create)),
        (Verdict.SKIP, ngettext("row already there", "rows already there", found.to_skip)),
    )
    return [
        (number, label, f"?verdict={verdict.value}#listing", kept)
        for verdict, label in labels
        for number in [found.counts[verdict]]
        for kept in [EXAMPLES if verdict in SAMPLED and number > EXAMPLES else 0]
    ]


LABELS = {"confirm": _("Apply it"), "start again": _("Start again"), "abandon": _("Give it up")}
NOT_YOURS = _("Your role does not take in records of this kind.")
WHY_NOT = _("Not possible while the status is “%(status)s”.")


def _acts(found, work, user):
    """What can be done with the file, or why not."""
    allowed = set(LIFECYCLE.allowed_acts(found.status))
    if work.is_going_on:
        allowed -= {"start again", "abandon"}
    if work.is_queued:
        allowed.discard("start again")
    why_not = WHY_NOT % {"status": found.get_status_display()}
    if not may_import(user, found.kind):
        allowed, why_not = set(), NOT_YOURS
    is_open = found.status not in (ImportStatus.APPLIED, ImportStatus.ABANDONED)
    return [
        Act(
            act.replace(" ", "_"),
            label,
            reverse(f"intake:{act.replace(' ', '_')}", args=(found.pk,)),
            allowed=act in allowed,
            why_not=why_not,
            post=True,
            first=act == "confirm",
            grave=act == "abandon",
        )
        for act, label in LABELS.items()
        if is_open and (act in allowed or act == "confirm")
    ]


@require_safe
def progress(request, key):
    """How far the work is; once it is done, the page is asked for anew."""
    found = get_object_or_404(queries.visible_to(request.user).select_related("progress"), pk=key)
    work = queries.work_on(found)
    if not (work.is_going_on or work.is_queued):
        return HttpResponseClientRefresh() if request.htmx else HttpResponse(status=204)
    return render(request, "intake/_progress.html", {"record_import": found, "work": work})


@require_safe
def refused(request, key, ending):
    """The refused rows with their reasons, to be corrected and handed in again."""
    found = get_object_or_404(queries.visible_to(request.user), pk=key)
    writer = WRITERS.get(ending)
    if writer is None:
        raise Http404
    columns, rows = queries.corrected_file_to_be(found)
    title = str(_("To be corrected"))
    pieces = streamed(writer.write(columns, rows, title))
    response = StreamingHttpResponse(pieces, content_type=writer.content_type)
    response["Content-Disposition"] = f'attachment; filename="refused-{found.pk}.{ending}"'
    return response
