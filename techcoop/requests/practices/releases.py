"""What a decision on assistance never says: that a State is let off what it owes to the mechanisms."""

import re
from collections.abc import Mapping

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

# Words by which a text could seem to let a State off its obligations, and the matters they would touch.
RELEASES = re.compile(
    r"\b(waiv\w*|exempt\w*|exonerat\w*|exon[ée]r\w*|relieved? (?:of|from)|released? from"
    r"|dispensed? (?:with|from)|dispens\w* (?:de\b|du\b|d[’'])|(?:instead|in lieu) of (?:its |the )?"
    r"(?:report|monitor|review|examin)\w*|eximi\w*|exenci\w*|освобожд\w*)|إعفاء|يعفي|يُعفى|豁免|免除",
    re.IGNORECASE,
)
MATTERS = re.compile(
    r"monitor|report|review|treaty|mechanism|recommendation|obligation|special procedure|upr|supervis"
    r"|rapport|examen|suivi|trait[eé]|m[eé]canisme|recommandation|informe|seguimiento|tratado|recomendaci"
    r"|доклад|обзор|договор|механизм|рекомендац|رصد|تقرير|تقارير|استعراض|معاهد|آلي|توصي|التزام"
    r"|监测|报告|审议|条约|机制|建议|义务",
    re.IGNORECASE,
)
SENTENCE_ENDS = re.compile(r"[.!?؟。;\n]+")


def refuse_release(text: str) -> None:
    """A decision on assistance never speaks of a release from monitoring (the seed: never a substitute)."""
    for sentence in SENTENCE_ENDS.split(text):
        found = RELEASES.search(sentence)
        if found and MATTERS.search(sentence):
            raise ValidationError(
                _(
                    "“%(word)s” could be read as a release from monitoring. Assistance never changes what a "
                    "State owes to the mechanisms; say it without this sentence."
                ),
                params={"word": found.group()},
            )


def said_in_writing(said: Mapping[str, str]) -> None:
    """Every reason is there, and none speaks of a release from monitoring."""
    for name, text in said.items():
        if not text.strip():
            raise ValidationError({name: _("This is said in writing: please enter it.")})
        try:
            refuse_release(text)
        except ValidationError as refused:
            raise ValidationError({name: refused}) from None
