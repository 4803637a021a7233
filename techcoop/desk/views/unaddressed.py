"""Pages of what nothing addresses: the matrix of States and subjects, and what stands behind a cell."""

from django.core.exceptions import PermissionDenied
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy
from django.views.decorators.http import require_safe

from techcoop.accountability.models import MechanismKind, Position
from techcoop.accountability.queries.searching import matching
from techcoop.atlas.models import Region, State
from techcoop.desk.queries import unaddressed as queries
from techcoop.desk.queries.unaddressed import NO_THEME
from techcoop.matching.models import SubjectGroup
from techcoop.matching.queries import subjects, subjects_of_themes
from techcoop.people.permissions import Permission
from techcoop.sheets.writers import WRITERS
from techcoop.web.links import page_of
from techcoop.web.lists import Column, Filter, Listing, list_page


def let_in(user):
    """Those inside the programme: others do not see all the assistance of a State."""
    if not user.can_for_some_state(Permission.SEE_WORKING_NOTES):
        raise PermissionDenied(_("Only those inside the programme see what nothing addresses."))


@require_safe
def unaddressed(request):
    """The matrix by groups of subjects or by the subjects of one group; for all States, or a region."""
    let_in(request.user)
    groups = dict(SubjectGroup.choices)
    group = request.GET.get("group", "")
    group = group if group in groups else ""
    regions = list(Region.objects.filter(states__isnull=False).distinct().order_by("code"))
    region = next((one for one in regions if one.code == request.GET.get("region")), None)
    context = {
        "matrix": queries.matrix(request.user, group=group, region=region.code if region else ""),
        "group": group,
        "group_name": groups.get(group, ""),
        "regions": regions,
        "region": region,
    }
    return render(request, "desk/unaddressed.html", context)


def _in_group(rows, values):
    """Recommendations with a theme of these groups, or with none that is known."""
    mapping = subjects_of_themes()
    themes = [theme for theme, one in mapping.items() if one.group in values]
    found = rows.filter(theme_ids__overlap=themes)
    return found | rows.exclude(theme_ids__overlap=list(mapping)) if NO_THEME in values else found


def _on_subject(rows, values):
    themes = [theme for theme, one in subjects_of_themes().items() if one.code in values]
    return rows.filter(theme_ids__overlap=themes)


LISTING = Listing(
    columns=(
        Column("text", gettext_lazy("Recommendation"), "text", link=page_of, heads=True),
        Column("state", pgettext_lazy("country", "State"), "state.name", sort="state__sort_key"),
        Column("mechanism", gettext_lazy("Mechanism"), "mechanism", sort="mechanism__code"),
        Column("year", gettext_lazy("Year"), "year", written=lambda year: year or "", sort="year"),
        Column("position", gettext_lazy("Position"), lambda one: one.get_upr_position_display()),
    ),
    filters=(
        Filter("q", gettext_lazy("Words"), kind="text", narrow=matching),
        Filter(
            "state",
            pgettext_lazy("country", "State"),
            choices=lambda: [(one.iso3, one.name) for one in State.objects.by_name()],
            field="state__iso3",
        ),
        Filter(
            "group",
            gettext_lazy("Group of subjects"),
            choices=lambda: [*SubjectGroup.choices, (NO_THEME, _("Without a theme"))],
            narrow=_in_group,
        ),
        Filter(
            "subject",
            gettext_lazy("Subject"),
            choices=lambda: [(one.code, str(one)) for one in subjects()],
            narrow=_on_subject,
        ),
        Filter(
            "mechanism", gettext_lazy("Mechanism"), choices=MechanismKind.choices, field="mechanism__kind"
        ),
        Filter("position", gettext_lazy("Position"), choices=Position.choices, field="upr_position"),
    ),
    order="-year",
)


@require_safe
def unaddressed_list(request):
    """The recommendations behind a cell of the matrix, or all that nothing addresses."""
    let_in(request.user)
    return list_page(
        request,
        LISTING,
        queries.unaddressed(request.user),
        template="desk/unaddressed_list.html",
        title=_("Recommendations that nothing addresses"),
        writers=WRITERS,
    )
