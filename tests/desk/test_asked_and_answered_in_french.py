"""Asked in French, answered in French, assessed with real recommendations; the account stays as it was."""

from uuid import uuid4

import pytest
from django.urls import reverse

from techcoop.accountability.queries import checksum
from techcoop.assessments import actions as assessments
from techcoop.assessments.queries import proposed_for
from techcoop.requests import actions
from techcoop.requests.models import SentLetter
from tests.desk.real import COMMISSION, account_as_told, assert_it_cites_the_review, burundi_with_its_account
from tests.people.makers import NOON, a_desk_officer
from tests.requests.makers import ALL_HOLD, an_endorsed_request

pytestmark = pytest.mark.django_db
WHY = "La demande répond à des recommandations acceptées par le Gouvernement."


def answered_in_french(client, state_request, officer):
    """Acknowledged and accepted on the pages, with the letters as they are drafted there."""
    actions.register(state_request, by=officer, at=NOON)
    client.force_login(officer)
    address = reverse("requests:acknowledge", args=[state_request.reference])
    assert client.post(address).status_code == 302
    actions.screen(state_request, by=officer, at=NOON, why="Dans le mandat.")
    actions.judge(state_request, ALL_HOLD, by=officer, at=NOON)
    address = reverse("requests:accept", args=[state_request.reference])
    assert client.post(address, {"why": WHY}).status_code == 302


def assessed(client, state_request, officer):
    """The assessment cites what the matcher proposes, ticked on its page."""
    terms = assessments.Terms(COMMISSION, terms_of_reference="Établir ce qui manque.")
    given = {"by": officer, "at": NOON, "submission": uuid4()}
    assessment = assessments.commission(state_request, terms=terms, **given)
    proposed = [str(one.recommendation.pk) for one in proposed_for(assessment)[:3]]
    assert proposed
    ticked = {"cited": proposed, "shown": proposed}
    assert client.post(reverse("assessments:weigh", args=[assessment.pk]), ticked).status_code == 302
    return assessment


def test_a_request_in_french_is_answered_and_assessed_and_the_account_stays_as_it_was(client):
    state = burundi_with_its_account()
    officer, before, told = a_desk_officer(state), checksum(), account_as_told(state)

    state_request = an_endorsed_request(state, subject=COMMISSION, language="fr")
    answered_in_french(client, state_request, officer)
    assessment = assessed(client, state_request, officer)

    letters = SentLetter.objects.filter(state_request=state_request)
    assert {one.occasion: one.language for one in letters} == {"acknowledge": "fr", "accept": "fr"}
    assert WHY in "\n".join(letters.get(occasion="accept").paragraphs)
    assert_it_cites_the_review(assessment)
    file = client.get(f"/states/{state.iso3}/").text
    assert "never replaces it" in file
    assert "Convention against Torture" in file
    assert checksum() == before
    assert account_as_told(state) == told
