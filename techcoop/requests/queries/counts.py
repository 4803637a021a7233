"""How many requests stand where; every count leads to exactly those."""

from dataclasses import dataclass

from django.db.models import Count

from techcoop.people.models import User
from techcoop.requests.models import StateRequest
from techcoop.requests.statuses import RequestStatus


@dataclass(frozen=True)
class StatusCount:
    """A status, how many requests stand in it, and the parameters of the list that shows them."""

    status: str
    label: str
    number: int
    parameters: str


def counts_by_status(user: User) -> list[StatusCount]:
    """Every status in the order of the procedure, with what the person may see in it; one query."""
    rows = StateRequest.objects.visible_to(user).order_by().values_list("status").annotate(number=Count("pk"))
    numbers = dict(rows)
    return [
        StatusCount(str(status), str(label), numbers.get(status, 0), f"?status={status}")
        for status, label in RequestStatus.choices
    ]
