"""What breaks and what keeps each practice about requests."""

from datetime import date

from techcoop.requests import actions
from tests.assessments.makers import a_recommendation
from tests.atlas.makers import a_state
from tests.people.makers import NOON, a_coordinator, a_desk_officer
from tests.programme.pairs import TODAY, Pair, after, changed
from tests.requests.makers import (
    a_declined_request,
    a_received_request,
    a_redirected_request,
    a_registered_request,
    an_accepted_request,
    an_acknowledged_request,
)


def received_today():
    return a_received_request(received_on=TODAY, dated_on=TODAY)


def given_to_an_officer():
    asked = a_registered_request()
    return actions.assign(asked, officer=a_desk_officer(asked.state), by=a_coordinator(), at=NOON)


def linked(**about):
    asked = a_received_request()
    said = a_recommendation(asked.state, **about)
    return actions.link_recommendation(asked, said, by=a_coordinator(), at=NOON)


def of_a_state_that_is_gone():
    asked = a_received_request()
    changed(asked.state, existed_until=2025)
    return asked


PAIRS = {
    "requests.acknowledged": after(a_registered_request, 14),
    "requests.decided": after(an_acknowledged_request, 120, since=date(2026, 2, 20)),
    "requests.registered": after(received_today, 7),
    "requests.desk_officer": Pair(a_registered_request, given_to_an_officer),
    "requests.current_recommendation": Pair(lambda: linked(year=2009), linked),
    "requests.component": Pair(lambda: a_registered_request(components=()), a_registered_request),
    "requests.form": Pair(lambda: a_registered_request(forms=()), a_registered_request),
    "requests.institution": Pair(lambda: an_accepted_request(institution=" "), an_accepted_request),
    "requests.summary": Pair(lambda: changed(a_registered_request(), summary=" "), a_registered_request),
    "requests.authority": Pair(
        lambda: changed(a_registered_request(), signatory_kind=""), a_registered_request
    ),
    "requests.paper": Pair(a_registered_request, lambda: a_registered_request(with_scan=True)),
    "requests.answered_first": Pair(a_redirected_request, a_declined_request),
    "requests.dated": Pair(lambda: a_received_request(dated_on=date(2025, 2, 19)), a_received_request),
    "requests.existing_state": Pair(of_a_state_that_is_gone, lambda: a_received_request(a_state("Utopia"))),
}
