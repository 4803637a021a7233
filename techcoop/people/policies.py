"""The common ground of all policies: what is not allowed is refused."""

from typing import TypeVar
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import models
from django.utils.translation import gettext as _

from techcoop.people.models import Assignment, SavedView, User
from techcoop.people.permissions import Permission
from techcoop.people.roles import MACHINE_ROLE, ROLES, roles_with
from techcoop.web.acts import NotYours
from techcoop.web.writing import listed


def require(allowed: bool, why: str = "") -> None:
    """Refuse what a policy does not allow."""
    if not allowed:
        raise PermissionDenied(why)


def done_by(permission: Permission) -> str:
    """Why somebody may not do this, and the functions of those who do."""
    sentence = _(
        "None of your roles permits this for every State that it concerns. It is done by: %(roles)s."
    )
    return NotYours(sentence % {"roles": listed(roles_with(permission))})


Made = TypeVar("Made", bound=models.Model)


def made_before(model: type[Made], submission: UUID, **whose: object) -> Made | None:
    """What the same form made when it was sent before; the caller has locked what makes the second wait."""
    known = model._default_manager.filter(submission=submission).first()
    own = known is None or all(getattr(known, name) == value for name, value in whose.items())
    require(own, _("This form was sent before, by somebody else or for something else. Open it anew."))
    return known


def may_choose_language(user: User, person: User) -> bool:
    """Everybody chooses the own language."""
    return user.pk == person.pk


def may_manage_people(user: User) -> bool:
    """Whoever opens accounts and gives roles; accounts belong to no State, so without limit to States."""
    return user.can_everywhere(Permission.MANAGE_PEOPLE)


def may_open_the_first(user: User) -> bool:
    """The system itself, while no active person holds a role that manages people."""
    managing = [key for key, role in ROLES.items() if Permission.MANAGE_PEOPLE in role.permissions]
    held = Assignment.objects.current().filter(role__in=managing, everywhere=True)
    return user.is_machine and not held.filter(user__is_active=True).exists()


def may_change_account(user: User, person: User) -> bool:
    """Nobody gives or takes away from the own account, and the system's own account stays as it is."""
    return may_manage_people(user) and user.pk != person.pk and not person.is_machine


def may_give_role(user: User, person: User, role: str) -> bool:
    """A role for people is given to somebody else."""
    return may_change_account(user, person) and role in ROLES and role != MACHINE_ROLE


def may_end_role(user: User, assignment: Assignment) -> bool:
    """A role that says its reach is ended here; any other where it was given."""
    is_given_here = Assignment.objects.saying_their_reach().filter(pk=assignment.pk).exists()
    return may_change_account(user, assignment.user) and is_given_here


def may_share_views(user: User) -> bool:
    """Those inside the programme share views with each other; what they name is not for others."""
    return user.can_for_some_state(Permission.SEE_WORKING_NOTES)


def may_change_view(user: User, view: SavedView) -> bool:
    """Everybody changes the own saved views; a shared one stays its owner's."""
    return user.pk == view.owner_id


def may_tell_news(user: User) -> bool:
    """The system itself, every morning."""
    return user.is_machine
