"""Letters about accounts."""

from allauth.account.forms import ResetPasswordForm
from django.http import HttpRequest

from techcoop.people.models import User


def password_letter(person: User, request: HttpRequest) -> None:
    """The letter with the link by which a password is set: to the person alone, never to a page.

    Whoever sees the link can sign in as the person, so not even the administrator is shown it.
    """
    form = ResetPasswordForm({"email": person.email})
    if form.is_valid():
        form.save(request)
