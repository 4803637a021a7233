"""Saved views: kept and removed by whose they are; those that mail tell every morning what is new."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _

from techcoop.journal.actions import record
from techcoop.people import notices
from techcoop.people.models import SavedView, User, ViewContent
from techcoop.people.policies import made_before, may_change_view, may_share_views, may_tell_news, require
from techcoop.people.queries import News, can_mail, news_of


@dataclass(frozen=True)
class Narrowed:
    """A list as it stands in an address, and the name under which it is kept."""

    listing: str
    parameters: str
    title: str
    is_shared: bool = False


@transaction.atomic
def save_view(narrowed: Narrowed, *, mails: bool, by: User, at: datetime, submission: UUID) -> SavedView:
    """Keep a list as it is narrowed and sorted now."""
    require(may_share_views(by) or not narrowed.is_shared)
    owner = User.objects.select_for_update(no_key=True).get(pk=by.pk)
    earlier = made_before(SavedView, submission, owner_id=owner.pk)
    if earlier:
        return earlier
    title = narrowed.title.strip()
    if SavedView.objects.filter(owner=owner, listing=narrowed.listing, title__iexact=title).exists():
        raise ValidationError({"title": _("You have a view of this list under this name already.")})
    view = SavedView.objects.create(owner=owner, submission=submission, **{**vars(narrowed), "title": title})
    record("save_view", view, by=by, at=at, details={"list": view.listing, "name": view.title})
    return mail_what_is_new(view, by=by, at=at) if mails else view


@transaction.atomic
def mail_what_is_new(view: SavedView, *, by: User, at: datetime) -> SavedView:
    """Have a saved view mail, every morning, what came into it; what is there today is not news."""
    view = SavedView.objects.select_for_update(of=("self",)).select_related("owner").get(pk=view.pk)
    require(may_change_view(by, view) and can_mail(view.listing))
    if not view.mails:
        view.mails = True
        view.save(update_fields=["mails"])
        _remember(view, news_of(view))
        record("mail_what_is_new", view, by=by, at=at)
    return view


@transaction.atomic
def stop_mails(view: SavedView, *, by: User, at: datetime) -> SavedView:
    """Have a saved view mail no more."""
    view = SavedView.objects.select_for_update().get(pk=view.pk)
    require(may_change_view(by, view))
    if view.mails:
        view.mails = False
        view.save(update_fields=["mails"])
        record("stop_mails", view, by=by, at=at)
    return view


@transaction.atomic
def remove_view(view: SavedView, *, by: User, at: datetime) -> None:
    """Take a saved view away; the list itself and what it holds stay."""
    found = SavedView.objects.select_for_update().filter(pk=view.pk).first()
    if found is None:
        return
    require(may_change_view(by, found))
    record("remove_view", found, by=by, at=at, details={"list": found.listing, "name": found.title})
    found.delete()


@transaction.atomic
def tell_what_is_new(view: SavedView, *, by: User, at: datetime, site: str) -> int:
    """Mail the owner what came into a saved view since the last time; nothing new, no mail."""
    view = SavedView.objects.select_for_update(of=("self",)).select_related("owner").get(pk=view.pk)
    require(may_tell_news(by))
    with translation.override(view.owner.language):
        news = news_of(view)
    if news.number:
        notices.news_letter(view, news, site=site).send()
        record("tell_what_is_new", view, by=by, at=at, details={"number": news.number})
    _remember(view, news)
    return news.number


def _remember(view: SavedView, news: News) -> None:
    """Keep what a view holds now, so that only what comes into it from now on is new."""
    keys = sorted(news.holds)
    if not ViewContent.objects.filter(view=view, keys=keys).exists():
        ViewContent.objects.update_or_create(view=view, defaults={"keys": keys})
