"""Who may read a paper: whoever may see the thing it belongs to, and is cleared for its class there."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import Model, Q, QuerySet

from techcoop.documents.models import Classification, Document
from techcoop.people.models import User
from techcoop.people.permissions import Permission

CLEARANCE = {
    Classification.CONFIDENTIAL: Permission.SEE_CONFIDENTIAL,
    Classification.STRICTLY_CONFIDENTIAL: Permission.SEE_STRICTLY_CONFIDENTIAL,
}


@dataclass(frozen=True)
class Owner:
    """A kind of thing with papers: who sees such a thing, and whether a role permits something for it."""

    visible_to: Callable[[User], QuerySet]
    permits: Callable[[User, Permission, Any], bool]


_owners: dict[str, Owner] = {}


def documents_follow(model: type[Model], owner: Owner) -> None:
    """Say how papers follow things of a kind; later apps call it once, at start-up."""
    _owners[model._meta.label_lower] = owner


def cleared_classes(user: User, thing: Model) -> list[str]:
    """The classes for which a person's roles clear papers of a thing: for all its States, or in it alone."""
    permits = _owners[thing._meta.label_lower].permits
    return [
        str(one) for one in Classification if one not in CLEARANCE or permits(user, CLEARANCE[one], thing)
    ]


def closed_papers(user: User, thing: Model) -> int:
    """How many papers of a thing stay closed to an auditor; others are not told that there are any."""
    if not user.can_everywhere(Permission.READ_JOURNAL):
        return 0
    return Document.objects.of(thing).exclude(classification__in=cleared_classes(user, thing)).count()


def with_what_is_seen(user: User) -> Q:
    """What lies with things that a person may see, whichever kind: papers, or frozen accounts."""
    found = Q(pk__in=())
    for kind, owner in _owners.items():
        seen = owner.visible_to(user).order_by().values("pk")
        found |= Q(thing_kind=kind, thing_id__in=seen)
    return found


def may_read(user: User, document: Document) -> bool:
    """Allowed to see what the paper belongs to, and cleared for the class there."""
    owner = _owners.get(document.thing_kind)
    if owner is None:
        return False
    thing = owner.visible_to(user).filter(pk=document.thing_id).first()
    return thing is not None and document.classification in cleared_classes(user, thing)
