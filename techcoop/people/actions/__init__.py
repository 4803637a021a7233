"""What people do about accounts and roles, and with the views of lists that they keep."""

from techcoop.people.actions.accounts import (
    Term,
    choose_language,
    close_account,
    end_role,
    end_role_in,
    give_role,
    give_role_in,
    open_account,
    open_first_account,
    reopen_account,
    send_password_letter,
)
from techcoop.people.actions.saved_views import (
    Narrowed,
    mail_what_is_new,
    remove_view,
    save_view,
    stop_mails,
    tell_what_is_new,
)

__all__ = [
    "Narrowed",
    "Term",
    "choose_language",
    "close_account",
    "end_role",
    "end_role_in",
    "give_role",
    "give_role_in",
    "mail_what_is_new",
    "open_account",
    "open_first_account",
    "remove_view",
    "reopen_account",
    "save_view",
    "send_password_letter",
    "stop_mails",
    "tell_what_is_new",
]
