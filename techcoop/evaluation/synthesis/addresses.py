"""Where the records behind a figure are: the address of the list that shows exactly these."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse

from techcoop.evaluation.queries.period import PORTFOLIO, Period
from techcoop.evaluation.statuses import CONCLUDED
from techcoop.requests.statuses import UNDECIDED

Narrowing = str | tuple[str, ...]


@dataclass(frozen=True)
class Addresses:
    """The lists of the system, narrowed to the years of a review."""

    period: Period

    def projects(self, **narrowing: Narrowing) -> str:
        """Projects of the portfolio that ran in these years."""
        return self._list("projects:projects", {"status": PORTFOLIO, **narrowing})

    def activities(self, **narrowing: Narrowing) -> str:
        """Activities held in these years."""
        return self._list("delivery:activities", {"status": ("held",), **narrowing})

    def state_requests(self, **narrowing: Narrowing) -> str:
        """Requests received in these years."""
        return self._list("requests:requests", {"entered": "rightly", **narrowing})

    def open_requests(self, **narrowing: Narrowing) -> str:
        """Requests that wait for a decision, of whatever year."""
        return address("requests:requests", {"status": UNDECIDED, **narrowing})

    def recommendations(self, **narrowing: Narrowing) -> str:
        """What the mechanisms recommended in these years."""
        return self._list("accountability:recommendations", narrowing)

    def treaties(self, **narrowing: Narrowing) -> str:
        """What States have ratified, of whatever year."""
        return address("accountability:standings", {"standing": "party", **narrowing})

    def expenses(self, years: tuple[int, ...], **narrowing: Narrowing) -> str:
        """What the Secretariat reports for these years."""
        return address("ledger:expenses", {"year": tuple(str(year) for year in years), **narrowing})

    def evaluations(self, **narrowing: Narrowing) -> str:
        """Evaluations brought to an end in these years."""
        return self._list("evaluation:evaluations", {"status": CONCLUDED, **narrowing})

    def findings(self, **narrowing: Narrowing) -> str:
        """What those evaluations found."""
        return self._list("evaluation:findings", narrowing)

    def lessons(self, **narrowing: Narrowing) -> str:
        """What was learnt from those evaluations."""
        return self._list("evaluation:lessons", narrowing)

    def advice(self, **narrowing: Narrowing) -> str:
        """What those evaluations recommended."""
        return self._list("evaluation:recommendations", narrowing)

    def earlier_advice(self, **narrowing: Narrowing) -> str:
        """What evaluations completed before these years recommended."""
        return address("evaluation:recommendations", {"to": str(self.period.first - 1), **narrowing})

    def sides(self, **narrowing: Narrowing) -> str:
        """States, with accountability and assistance in these years side by side."""
        return self._list("evaluation:sides", narrowing)

    def _list(self, route: str, narrowing: dict[str, Narrowing]) -> str:
        years = {"from": str(self.period.first), "to": str(self.period.last)}
        return address(route, {**years, **narrowing})


def address(route: str, narrowing: dict[str, Narrowing]) -> str:
    """A list and what narrows it, as an address within the house."""
    pairs = [
        (name, str(value))
        for name, given in narrowing.items()
        for value in (given if isinstance(given, tuple) else (given,))
    ]
    return f"{reverse(route)}?{urlencode(pairs)}"
