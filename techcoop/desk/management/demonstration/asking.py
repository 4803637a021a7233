"""A request that a focal point is still typing: saved, not complete, seen by nobody else."""

from datetime import datetime
from uuid import UUID

from techcoop.atlas.models import State
from techcoop.people.models import User
from techcoop.requests import actions as requests
from techcoop.requests.models import Origin

KEY = UUID("0d4a7c56-5b0e-4c3e-9f2b-1955000000a1")
TYPED = {
    "subject": "Renforcement des capacités du Comité sénégalais des droits de l’homme",
    "summary": "",
    "institution": "Comité sénégalais des droits de l’homme",
    "components": ["C2", "C4"],
    "forms_asked": ["F1", "F2"],
    "urgency": "ordinary",
    "language": "fr",
}


def begin_to_ask(focal_point: User, state: State, *, at: datetime) -> None:
    """One draft on line in being, with something still missing."""
    said = {**TYPED, "requester": f"state-{state.pk}"}
    typed = requests.Typed(origin=Origin.ON_LINE, requester=state, fields=said)
    requests.save_draft(KEY, typed, by=focal_point, at=at, seen=0)
