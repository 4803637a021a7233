"""What people have said to the questions of admissibility."""

from techcoop.people.models import User
from techcoop.requests.models import ScreeningVerdict, StateRequest
from techcoop.web.reading import Columns, Together

SAID = Together(Columns(ScreeningVerdict, "said"), given_by=User)
LATEST = f"""
SELECT DISTINCT ON (said.question) {SAID.sql} FROM requests_screeningverdict AS said
  JOIN people_user AS given_by ON given_by.id = said.given_by_id
 WHERE said.state_request_id = %(key)s ORDER BY said.question, said.id DESC"""


def verdicts_of(state_request: StateRequest) -> dict[str, ScreeningVerdict]:
    """The last verdict on each question; one query."""
    return {one.question: one for one in SAID.asked(LATEST, key=state_request.pk)}
