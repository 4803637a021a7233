"""How numbers, money, days and sizes are written, in each of the six languages, with Western digits."""

from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache

from django.utils.dateformat import format as write_date
from django.utils.text import Truncator
from django.utils.timezone import is_aware, localtime
from django.utils.translation import get_language, pgettext

SPACE = "\u00a0"
THOUSANDS = {"fr": SPACE, "es": SPACE, "ru": SPACE}
DECIMALS = {"fr": ",", "es": ",", "ru": ","}
DAYS = {"zh-hans": "Y年n月j日", "ru": "j E Y", "es": r"j \d\e F \d\e Y"}
SHORT_DAYS = {"en": "j M Y", "fr": "j N Y", "zh-hans": "Y-m-d", "ar": "j F Y"}
UNITS = {
    "fr": ("o", "Ko", "Mo", "Go"),
    "ar": ("بايت", "كيلوبايت", "ميغابايت", "غيغابايت"),
    "ru": ("Б", "КБ", "МБ", "ГБ"),
}


def number(value: int | float | Decimal | None, places: int = 0) -> str:
    """A figure with its thousands set apart."""
    if value is None or value == "":
        return ""
    language = get_language() or "en"
    whole, _, rest = f"{value:,.{places}f}".partition(".")
    whole = whole.replace(",", THOUSANDS.get(language, ",")).replace("-", "\u2212")
    return whole + (DECIMALS.get(language, ".") + rest if rest else "")


def money(amount: int | float | Decimal | None, currency: str = "USD", places: int = 0) -> str:
    """An amount with its currency before it, as the United Nations write it."""
    return "" if amount is None else f"{currency}{SPACE}{number(amount, places)}"


def per_cent(share: int | float | Decimal | None, places: int = 0) -> str:
    """A share of one hundred."""
    return "" if share is None else f"{number(share, places)}%"


def day(when: date | datetime | None) -> str:
    """A day in full: 23 November 2026."""
    language = get_language() or "en"
    return _written(_here(when), DAYS.get(language, "j F Y"), language) if when else ""


def short_day(when: date | datetime | None) -> str:
    """A day for a table: 23 Nov 2026."""
    language = get_language() or "en"
    return _written(_here(when), SHORT_DAYS.get(language, "j b Y"), language) if when else ""


def known_day(known: str) -> str:
    """A day as far as it is known: 1976, March 1976, 23 Mar 1976."""
    match len(known):
        case 7:
            return write_date(date.fromisoformat(f"{known}-01"), "F Y")
        case 10:
            return short_day(date.fromisoformat(known))
    return known


def moment(when: datetime | None) -> str:
    """A day and a time."""
    if not when:
        return ""
    mark = "،" if get_language() == "ar" else ","
    return f"{day(when)}{mark} {localtime(when) if is_aware(when) else when:%H:%M}"


def _here(when: date | datetime) -> date:
    if not isinstance(when, datetime):
        return when
    return localtime(when).date() if is_aware(when) else when.date()


@lru_cache(maxsize=10_000)
def _written(when: date, pattern: str, language: str) -> str:
    # The names of months come in the language that is active, so it belongs to the key; days repeat.
    return write_date(when, pattern)


def file_size(size: int | None) -> str:
    """The size of a file, in the unit that suits it."""
    if size is None:
        return ""
    amount, unit, units = float(size), 0, UNITS.get(get_language() or "en", ("B", "KB", "MB", "GB"))
    while amount >= 1000 and unit < len(units) - 1:
        amount, unit = amount / 1000, unit + 1
    return f"{number(amount, 1 if unit and amount < 10 else 0)}{SPACE}{units[unit]}"


def listed(parts: Iterable[object]) -> str:
    """Several things one after the other, with the comma of the language."""
    return pgettext("between two parts", ", ").join(str(part) for part in parts)


def opening(text: str, longest: int = 80) -> str:
    """The beginning of a text for one line: whole words; a script without spaces is cut at a character."""
    line = " ".join(text.split())
    begun = Truncator(line).chars(longest)
    words, space, rest = begun.rpartition(" ")
    if begun == line or not space or len(rest) > longest // 2:
        return begun
    return f"{words.rstrip(' ,;:.–—-')}…"
