"""What a decision on assistance never says: that a State is let off what it owes to the mechanisms."""

import re
from collections.abc import Mapping

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

# Words by which a text could seem to let a State off its obligations.
RELEASES = re.compile(
    r"\b(waiv\w*|exempt\w*|exonerat\w*|exon[ée]r\w*|relieved? (?:of|from)|released? from"
    r"|dispensed? (?:with|from)|dispens\w* (?:de\b|du\b|d[’'])|(?:instead|in lieu) of (?:its |the )?"
    r"(?:report|monitor|review|examin)\w*|eximi\w*|exenci\w*|освобожд\w*)|إعفاء|يعفي|يُعفى|豁免|免除",
    re.IGNORECASE,
)
# What a State owes to the mechanisms: near such a word the text is refused.
OWED = re.compile(
    r"\b(?:monitor\w*|report(?:s|ing)?\b|periodic|review\w*|upr\b|supervis\w*|treaty[ -]bod\w*|obligation\w*"
    r"|special procedure\w*|rapports?\b|examens?\b|suivi\b|organes? (?:conventionnels?|de traités?)"
    r"|informes?\b|seguimiento|examen\b|obligaci\w*)|доклад|обзор|обязательств|رصد|تقرير|تقارير|استعراض|التزام"
    r"|监测|报告|审议|义务",
    re.IGNORECASE,
)
SENTENCE_ENDS = re.compile(r"[.!?؟。;\n]+")
# How many characters apart two words belong together: some six words.
NEAR = 45
RELEASED = _(
    "“%(word)s” could be read as a release from monitoring. Assistance never changes what a State owes to "
    "the mechanisms; say it without this sentence."
)


def words_of_release(text: str) -> list[str]:
    """Words that could be meant as a release from something; what they release from, a reader sees."""
    return sorted({found.group() for found in RELEASES.finditer(text)})


def released_from_what_is_owed(text: str) -> str:
    """The first word of release that stands near something that a State owes to the mechanisms, if any."""
    for sentence in SENTENCE_ENDS.split(text):
        for found in RELEASES.finditer(sentence):
            if OWED.search(sentence[max(0, found.start() - NEAR) : found.end() + NEAR]):
                return found.group()
    return ""


def refuse_release(text: str) -> None:
    """What the programme says never speaks of a release from monitoring (the seed: never a substitute)."""
    if word := released_from_what_is_owed(text):
        raise ValidationError(RELEASED, params={"word": word})


def written(said: Mapping[str, str]) -> None:
    """Every text is there; what a Government itself wrote is never judged by its words."""
    for name, text in said.items():
        if not text.strip():
            raise ValidationError({name: _("This is said in writing: please enter it.")})


def said_in_writing(said: Mapping[str, str]) -> None:
    """Every reason is there, and none speaks of a release from monitoring."""
    written(said)
    for name, text in said.items():
        try:
            refuse_release(text)
        except ValidationError as refused:
            raise ValidationError({name: refused}) from None
