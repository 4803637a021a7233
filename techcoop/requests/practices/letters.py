"""What a template of letters may name, and what a letter must say, as sentences."""

from collections.abc import Iterable, Mapping
from string import Formatter

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from techcoop.requests.models import ALWAYS, FIELDS_OF, Occasion
from techcoop.requests.practices.releases import refuse_release
from techcoop.web.writing import listed


def fields_named(text: str) -> set[str]:
    """The fields that a text names in braces, as they are written there; or a sentence on its braces."""
    try:
        return {_as_written(*part) for *_text, part in _parts(text)}
    except ValueError:
        raise ValidationError(
            _(
                "A brace in “%(text)s” is opened and not closed, or closed and not opened. Write a field as "
                "{reference}, and a brace itself twice."
            ),
            params={"text": text[:80]},
        ) from None


def _parts(text: str) -> Iterable[tuple[str, tuple[str, str, str]]]:
    for before, name, form, conversion in Formatter().parse(text):
        if name is not None:
            yield before, (name, form or "", conversion or "")


def _as_written(name: str, form: str, conversion: str) -> str:
    return name + (f"!{conversion}" if conversion else "") + (f":{form}" if form else "")


def check_template(occasion: str, said: Mapping[str, str]) -> None:
    """A template names the fields of its occasion only, and releases nobody from monitoring."""
    known = FIELDS_OF[Occasion(occasion)]
    for place, text in said.items():
        try:
            unknown = sorted(fields_named(text).difference(known))
            if unknown:
                words = {"field": "{" + unknown[0] + "}", "known": listed(f"{{{one}}}" for one in known)}
                raise ValidationError(
                    _("%(field)s is no field of this letter. These are: %(known)s."), params=words
                )
            refuse_release(text)
        except ValidationError as refused:
            raise ValidationError({place: refused}) from None
    _says_the_decision(known, said)


def _says_the_decision(known: Iterable[str], said: Mapping[str, str]) -> None:
    """What a decision says, its letters repeat word for word: so every wording names those fields."""
    named = {name for text in said.values() for name in fields_named(text)}
    if lacking := [f"{{{one}}}" for one in known if one not in {*ALWAYS, *named}]:
        sentence = _("The letter has to say the decision word for word: put %(fields)s into the text.")
        raise ValidationError({"paragraphs": ValidationError(sentence, params={"fields": listed(lacking)})})


def check_letter(paragraphs: Iterable[str], said: Mapping[str, str]) -> None:
    """A letter says the decision word for word, and releases nobody from monitoring."""
    text = "\n".join(paragraphs)
    refuse_release(text)
    whole = _folded(text)
    for words in said.values():
        if _folded(words) not in whole:
            raise ValidationError(
                _(
                    "The letter does not say “%(words)s”, which the record of the decision says. Draft the "
                    "letter anew, or write the same in both."
                ),
                params={"words": words.strip()[:120]},
            )


def _folded(text: str) -> str:
    return " ".join(text.split())
