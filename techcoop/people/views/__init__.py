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
from techcoop.people.views.saved_views import mail_view, remove_view, save_view, saved_view, saved_views

__all__ = [
    "account",
    "close",
    "end_role",
    "give_role",
    "mail_view",
    "open_account",
    "people",
    "person",
    "remove_view",
    "reopen",
    "roles",
    "save_view",
    "saved_view",
    "saved_views",
    "send_letter",
]
