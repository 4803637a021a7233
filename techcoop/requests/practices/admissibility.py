"""What makes a request admissible: the questions, and what the records say to them."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from techcoop.requests.models import Channel, StateRequest
from techcoop.requests.queries import Surroundings


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
