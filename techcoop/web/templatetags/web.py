"""Words that every template may use without loading them."""

from collections.abc import Iterable

from django import template
from django.conf import settings
from django.db.models import Model
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from techcoop.web import bundle, links, writing
from techcoop.web.acts import Act, told_to

register = template.Library()
register.filter("number", writing.number)
register.filter("money", writing.money)
register.filter("per_cent", writing.per_cent)
register.filter("day", writing.day)
register.filter("short_day", writing.short_day)
register.filter("known_day", writing.known_day)
register.filter("moment", writing.moment)
register.filter("file_size", writing.file_size)
register.filter("opening", writing.opening)
register.filter("page_of", links.page_of)


@register.filter
def isolated(text: object) -> SafeString:
    """Text of a direction that is not known beforehand, kept from disturbing its neighbours."""
    return format_html("<bdi>{}</bdi>", text)


@register.simple_tag(takes_context=True)
def told(context: dict, acts: Iterable[Act]) -> list[Act]:
    """The acts of which the reader is told."""
    return told_to(context.get("user"), acts)


@register.filter
def at_hand(acts: Iterable[Act]) -> list[Act]:
    """The acts that stand as buttons: what usually comes next in front, what is grave at the end."""
    return sorted((act for act in acts if act.is_shown), key=lambda act: (not act.first, act.grave))


@register.filter
def far_off(acts: Iterable[Act]) -> list[Act]:
    """The acts that are not possible now, to be told below the buttons."""
    return [act for act in acts if not act.is_shown]


@register.simple_tag
def whole_languages() -> list[tuple[str, str]]:
    """The languages in which pages are offered, in the order in which all six are named."""
    return [one for one in settings.LANGUAGES if one[0] in settings.WHOLE_LANGUAGES]


@register.simple_tag
def bundle_address(kind: str) -> str:
    """Where the style sheets or scripts are, with their digest."""
    return reverse("web:bundle", args=(bundle.bundle(kind).digest, kind))


@register.filter
def link_of(thing: Model) -> str:
    """A link to the page of a thing, in its own words."""
    return format_html('<a href="{}"><bdi>{}</bdi></a>', links.page_of(thing), thing)
