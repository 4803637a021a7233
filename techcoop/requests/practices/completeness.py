"""What a draft must hold before it is endorsed, and a request before it is registered, as sentences."""

import json
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from techcoop.atlas.models import ASKING, RegionalOrganization, State
from techcoop.requests.models import ASK_FOR_NOBODY, ENDORSED, Authority, StateRequest
from techcoop.requests.statuses import RequestStatus
from techcoop.web.writing import listed

NOT_AUTHORITIES = Path(__file__).resolve().parent.parent / "data" / "not_authorities.json"


ONLY_AUTHORITIES = _(
    "Only a Government or a regional organisation asks; a request by the United Nations or by a "
    "non-governmental organisation alone is not taken up. Name the authority whose request it is."
)

NOT_OF_A_STATE = _(
    "A State asks, and no authority of it is a regional organisation: choose what kind of authority of the "
    "State has signed."
)
NOT_OF_AN_ORGANIZATION = _("A regional organisation asks: choose “Regional organisation”.")

NOT_ASKING = _(
    "%(state)s stands in the list as “%(standing)s”. Assistance is asked for by Member States, observer "
    "States and regional organisations: choose the State or organisation whose authority has signed."
)


@cache
def _other_bodies() -> re.Pattern[str]:
    """The words by which the United Nations and non-governmental organisations are known; data."""
    words = json.loads(NOT_AUTHORITIES.read_text(encoding="utf-8"))
    begins = "|".join(re.escape(one) for one in words["begins_with"])
    contains = "|".join(re.escape(one) for one in words["contains"])
    return re.compile(
        rf"^\W*(?:the |l[’']|le |la |los |las )?(?:{begins})|\b(?:{contains})s?\b", re.IGNORECASE
    )


def sounds_like_another_body(name: str) -> bool:
    """Whether a name has words of the United Nations or of an NGO (GA res. 926 (X)).

    It only warns: a Government may have a ministry for NGOs. What kind of authority asks, it says itself.
    """
    return bool(_other_bodies().search(f"{name} "))


def refuse_who_does_not_ask(requester: State | RegionalOrganization) -> None:
    """Member States, observer States and regional organisations ask; others do not, and it is said why."""
    if not isinstance(requester, State):
        return
    if requester.existed_until is not None:
        refuse_former(requester)
    if requester.standing not in ASKING:
        words = {"state": requester.name, "standing": requester.get_standing_display()}
        raise ValidationError(NOT_ASKING, params=words)


def refuse_former(requester: State) -> None:
    """A State that no longer exists asks for nothing any more; those that followed it do."""
    words = {"state": requester.name, "year": str(requester.existed_until)}
    followed_by = listed(one.name for one in requester.successors.by_name())
    if followed_by:
        sentence = _("%(state)s existed until %(year)s. Choose the State that asks now: %(successors)s.")
        raise ValidationError(sentence, params={**words, "successors": followed_by})
    raise ValidationError(_("%(state)s existed until %(year)s and asks no more."), params=words)


STAYS_ENDORSED = _(
    "The Government has endorsed this on line, and it stays as it was said. Write what the desk makes of it "
    "into the note of the desk."
)
STAYS_WITH_ITS_REQUESTER = _(
    "A registered request stays with whoever asked. Where the registry was mistaken, record its withdrawal "
    "as entered in error, and enter it anew."
)
REQUESTER = ("state", "organization")


def fixed_in(state_request: StateRequest) -> dict[str, str | Promise]:
    """What of a request nobody changes any more, by its field, with the reason."""
    fixed: dict[str, str | Promise] = {}
    if state_request.endorsed_at:
        fixed = dict.fromkeys(ENDORSED, STAYS_ENDORSED)
    elif state_request.status != RequestStatus.RECEIVED:
        fixed = dict.fromkeys(REQUESTER, STAYS_WITH_ITS_REQUESTER)
    return {("requester" if name in REQUESTER else name): reason for name, reason in fixed.items()}


def refuse_what_is_fixed(state_request: StateRequest, changed: Collection[str]) -> None:
    """Refuse to change what was endorsed, or who asks once it is registered."""
    touched = {("requester" if name in REQUESTER else name) for name in changed}
    refused = {name: why for name, why in fixed_in(state_request).items() if name in touched}
    if refused:
        raise ValidationError(refused)


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
        *_kind_of_authority(state_request.signatory_kind, of_a_state=state_request.state_id is not None),
        (
            has_paper or state_request.summary,
            Missing("scan", _("Attach the scan, or write what is asked for into the summary.")),
        ),
    ]
    return [missing for there, missing in needed if not there]


def _kind_of_authority(kind: str, *, of_a_state: bool) -> list[tuple[Any, Missing]]:
    """A name does not always say who stands behind it, so it is asked; and it fits whoever asks."""
    fits = not kind or kind in ASK_FOR_NOBODY or (kind == Authority.REGIONAL) is not of_a_state
    return [
        (kind, Missing("signatory_kind", _("Choose what kind of authority asks."))),
        (kind not in ASK_FOR_NOBODY, Missing("signatory_kind", ONLY_AUTHORITIES)),
        (fits, Missing("signatory_kind", NOT_OF_A_STATE if of_a_state else NOT_OF_AN_ORGANIZATION)),
    ]


def missing_in_draft(said: Mapping[str, Any], *, has_paper: bool) -> list[Missing]:
    """What a request that is typed on line still lacks before it can be looked at as a whole."""
    needed = [
        (said.get("subject"), Missing("subject", _("Say in one line what is asked for."))),
        (
            has_paper or said.get("summary"),
            Missing("summary", _("Write what is asked for, or attach a paper that says it.")),
        ),
    ]
    return [missing for there, missing in needed if not there]


def missing_for_endorsement(said: Mapping[str, Any], *, has_paper: bool) -> list[Missing]:
    """What a request that is typed on line still lacks before it counts as endorsed by an authority."""
    needed = [
        (said.get("signatory_name"), Missing("signatory_name", _("Enter who endorses the request."))),
        (
            said.get("signatory_authority"),
            Missing("signatory_authority", _("Enter the ministry or authority that asks.")),
        ),
        *_kind_of_authority(said.get("signatory_kind", ""), of_a_state=bool(said.get("state"))),
    ]
    lacking = [missing for there, missing in needed if not there]
    return [*missing_in_draft(said, has_paper=has_paper), *lacking]
