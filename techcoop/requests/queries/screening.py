"""What people have said to the questions of admissibility."""

from techcoop.requests.models import ScreeningVerdict, StateRequest


def verdicts_of(state_request: StateRequest) -> dict[str, ScreeningVerdict]:
    """The last verdict on each question; one query."""
    said = ScreeningVerdict.objects.filter(state_request=state_request).select_related("given_by")
    latest = said.order_by("question", "-pk").distinct("question")
    return {one.question: one for one in latest}
