"""What makes a request admissible and complete, and what a decision never says, as sentences."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from techcoop.requests.models import Channel, StateRequest
from techcoop.requests.queries import Surroundings

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


@dataclass(frozen=True)
class Missing:
    """Something that a request lacks before it can be registered: the field, and what to do."""

    field: str
    sentence: str | Promise


def missing_for_registration(state_request: StateRequest, *, has_paper: bool) -> list[Missing]:
    """What a received request still lacks; it is kept all the same, and registered when complete."""
    needed = [
        (state_request.dated_on, Missing("dated_on", _("Enter the date that stands on the document."))),
        (state_request.signatory_name, Missing("signatory_name", _("Enter who signed the document."))),
        (
            state_request.signatory_authority,
            Missing("signatory_authority", _("Enter the ministry or authority that asks.")),
        ),
        (
            has_paper or state_request.summary,
            Missing("scan", _("Attach the scan, or write what is asked for into the summary.")),
        ),
    ]
    return [missing for there, missing in needed if not there]


@dataclass(frozen=True)
class Check:
    """One question of admissibility, with what the records say to it; it informs and decides nothing."""

    sentence: str | Promise
    explanation: str | Promise
    holds: bool


def admissibility(state_request: StateRequest, around: Surroundings) -> list[Check]:
    """The questions of admissibility to which the records hold an answer."""
    return [*_what_it_says(state_request), *_what_surrounds_it(around)]


def _what_it_says(state_request: StateRequest) -> list[Check]:
    channel = Channel(state_request.channel).label
    return [
        Check(
            _("It comes from a Government or a regional organisation."),
            _("Signed for: %(authority)s. Channel: %(channel)s.")
            % {"authority": state_request.signatory_authority, "channel": channel},
            bool(state_request.signatory_authority),
        ),
        Check(
            _("It lies within the five components of the programme."),
            _("The components are named on the request.")
            if state_request.components
            else _("No component is named on the request yet."),
            bool(state_request.components),
        ),
        Check(
            _("It is known whether others were asked for the same."),
            _("The request says: %(text)s") % {"text": state_request.parallel_requests}
            if state_request.parallel_requests
            else _("Nothing is noted about parallel requests to others."),
            bool(state_request.parallel_requests),
        ),
        Check(
            _("A counterpart institution is identified."),
            state_request.institution or _("No institution to be strengthened is named."),
            bool(state_request.institution),
        ),
    ]


def _what_surrounds_it(around: Surroundings) -> list[Check]:
    others = ", ".join(one.reference for one in around.open_in_same_components)
    return [
        Check(
            _("The recommendations of the mechanisms that it answers are linked."),
            _("Linked: %(number)d.") % {"number": around.recommendations},
            around.recommendations > 0,
        ),
        Check(
            _("The facts of accountability of the State are on record."),
            _(
                "Standings with the instruments on record: %(number)d. They are shown beside the request "
                "and are no condition of it."
            )
            % {"number": around.treaty_standings},
            around.treaty_standings > 0,
        ),
        Check(
            _("No other open request of the same requester asks for the same."),
            _("Open in the same components: %(references)s.") % {"references": others}
            if others
            else _("No other request is open in the same components."),
            not others,
        ),
    ]


# Questions of admissibility that no record answers; people do, and write it into the notes of the screening.
JUDGED_BY_PEOPLE = (
    _("Does the mandate of the Office raise any objection?"),
    _("Were civil society and the national human rights institution consulted?"),
    _("Are the political will and the capacity to absorb the assistance there, and can its effect last?"),
    _("Could the assistance do harm to anybody?"),
    _("From which funds could it conceivably be paid?"),
)
