"""One story of the demonstration: how far it goes, and the day on which it stands."""

import uuid
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from random import Random

from techcoop.atlas.models import RegionalOrganization, State
from techcoop.desk.management.demonstration.words import Need
from techcoop.people.models import User

# How far a story goes; each further stage has passed through those before it.
STAGES = (
    "received", "registered", "acknowledged", "screened", "declined", "redirected", "withdrawn",
    "accepted", "assessing", "assessed", "drafted", "approved", "running", "completed", "closed",
)  # fmt: skip
BEFORE_DECISION = STAGES[:4]
REFUSED = ("declined", "redirected", "withdrawn")


@dataclass
class Story:
    """One request and what came of it: its State, its need, its officer, and the day on which it stands."""

    draw: Random
    state: State
    need: Need
    stage: str
    day: date
    officer: User
    cast: dict[str, User]
    # Where an organisation asks, for its region; the State is then the one that presides over it.
    organization: RegionalOrganization | None = None

    @property
    def requester(self) -> State | RegionalOrganization:
        """Who asks."""
        return self.organization or self.state

    @property
    def place(self) -> str:
        """Where the story plays, in English."""
        return str(self.requester.names["en"])

    def later(self, least: int, most: int) -> datetime:
        """Go on by some days; nothing happens in the future."""
        self.day = min(self.day + timedelta(days=self.draw.randint(least, most)), date.today())
        return self.now

    @property
    def now(self) -> datetime:
        """Nine o'clock on the day on which the story stands."""
        return datetime.combine(self.day, time(9), UTC)

    def key(self) -> uuid.UUID:
        """The key of a form."""
        return uuid.UUID(int=self.draw.getrandbits(128), version=4)

    def has_come_to(self, stage: str) -> bool:
        """Whether the story goes as far as this stage."""
        return STAGES.index(self.stage) >= STAGES.index(stage) and self.stage not in REFUSED
