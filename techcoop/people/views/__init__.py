"""Pages about people: the own account, who may do what, and the administrator's."""

from techcoop.people.views.managing import (
    close,
    end_role,
    give_role,
    open_account,
    people,
    person,
    reopen,
    send_letter,
)
from techcoop.people.views.own import account, roles

__all__ = [
    "account",
    "close",
    "end_role",
    "give_role",
    "open_account",
    "people",
    "person",
    "reopen",
    "roles",
    "send_letter",
]
