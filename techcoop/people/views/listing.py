"""How the list of people is declared."""

from django.db.models import Q
from django.utils.translation import gettext, pgettext
from django.utils.translation import gettext_lazy as _

from techcoop.atlas.models import State, in_language
from techcoop.people.models import Assignment
from techcoop.people.roles import ROLES, roles_for_people
from techcoop.web.links import page_of
from techcoop.web.lists import Column, Filter, Listing


def reach_of(assignment):
    """How far a role reaches, in words."""
    if assignment.everywhere:
        return gettext("Everywhere")
    parts = (assignment.region_names, assignment.state_names, assignment.organization_names)
    named = sorted(in_language(names) for part in parts for names in part)
    if not named:
        return gettext("In one project")
    return pgettext("between two States", ", ").join(named)


def _roles(person):
    """The roles held today, each with its reach."""
    words = gettext("%(role)s (%(reach)s)")
    told = [
        words % {"role": ROLES[one.role].name, "reach": reach_of(one)}
        for one in person.roles_today
        if one.role in ROLES
    ]
    return "; ".join(told)


def _holding(people, roles):
    return people.filter(pk__in=Assignment.objects.current().filter(role__in=roles).values("user"))


def _covering(people, codes):
    """Those with a role today that reaches these States, everywhere included."""
    reaching = Q(everywhere=True) | Q(states__iso3__in=codes) | Q(regions__states__iso3__in=codes)
    return people.filter(pk__in=Assignment.objects.current().filter(reaching).values("user"))


def _states():
    return State.objects.all().choices()


def _by_standing(people, chosen):
    return people.filter(is_active="open" in chosen)


PEOPLE = Listing(
    columns=(
        Column("name", _("Name"), "name", link=page_of, sort="name", heads=True),
        Column("email", _("E-mail"), "email", sort="email"),
        Column("roles", _("Roles today, with their reach"), _roles),
        Column("standing", _("Account"), lambda one: gettext("Open") if one.is_active else gettext("Closed")),
        Column("opened", _("Opened"), lambda one: one.created_at.date(), sort="created_at", look="day"),
    ),
    filters=(
        Filter(
            "q",
            _("Name or e-mail"),
            kind="text",
            narrow=lambda people, words: people.filter(Q(name__icontains=words) | Q(email__icontains=words)),
        ),
        Filter("role", _("Role today"), kind="choices", choices=roles_for_people, narrow=_holding),
        Filter("state", _("Reaching the State"), choices=_states, narrow=_covering),
        Filter(
            "account",
            _("Account"),
            choices=[("open", _("Open")), ("closed", _("Closed"))],
            narrow=_by_standing,
        ),
    ),
    order="name",
)
