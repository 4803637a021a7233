"""Who may read a paper: whoever may see the thing it belongs to, and is cleared for its class."""

from collections.abc import Callable

from django.db.models import Model, QuerySet

from techcoop.documents.models import Classification, Document
from techcoop.people.models import User
from techcoop.people.roles import Permission

CLEARANCE = {
    Classification.CONFIDENTIAL: Permission.SEE_CONFIDENTIAL,
    Classification.STRICTLY_CONFIDENTIAL: Permission.SEE_STRICTLY_CONFIDENTIAL,
}

_visible: dict[str, Callable[[User], QuerySet]] = {}


def documents_follow(model: type[Model], visible_to: Callable[[User], QuerySet]) -> None:
    """Say who sees things of a kind, and so their papers; later apps call it once, at start-up."""
    _visible[model._meta.label_lower] = visible_to


def cleared_classes(user: User) -> list[str]:
    """The classes that a person's roles clear."""
    return [
        str(one) for one in Classification if one not in CLEARANCE or user.can(CLEARANCE[Classification(one)])
    ]


def may_read(user: User, document: Document) -> bool:
    """Cleared for the class, and allowed to see what the paper belongs to."""
    visible_to = _visible.get(document.thing_kind)
    return (
        visible_to is not None
        and document.classification in cleared_classes(user)
        and visible_to(user).filter(pk=document.thing_id).exists()
    )
