"""Letters about accounts, and about what is new in a saved view."""

from allauth.account.forms import ResetPasswordForm
from django.core.mail import EmailMessage
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.translation import ngettext

from techcoop.people.models import SavedView, User
from techcoop.people.queries import News
from techcoop.web.writing import number


def password_letter(person: User, request: HttpRequest) -> None:
    """The letter with the link by which a password is set: to the person alone, never to a page.

    Whoever sees the link can sign in as the person, so not even the administrator is shown it.
    """
    form = ResetPasswordForm({"email": person.email})
    if form.is_valid():
        form.save(request)


def news_letter(view: SavedView, news: News, *, site: str) -> EmailMessage:
    """What is new in a saved view, in its owner's language, with the page on which the mails are stopped."""
    with translation.override(view.owner.language):
        # A header is one line, whatever a name holds.
        words = {"number": number(news.number), "title": " ".join(view.title.split())}
        subject = ngettext("%(number)s new in “%(title)s”", "%(number)s new in “%(title)s”", news.number)
        lines = [(text, site + address) for text, address in news.lines]
        shown = {
            "view": view,
            "lines": lines,
            "more": news.number - len(lines),
            "address": site + view.address,
            "stop": site + reverse("people:saved_views"),
        }
        body = render_to_string("people/news.txt", shown)
    return EmailMessage(subject=subject % words, body=body, to=[view.owner.email])
