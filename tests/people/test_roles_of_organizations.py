"""A role for a regional organisation is given on the page of a person, to who speaks for it alone."""

import pytest
from django.urls import reverse

from techcoop.journal.queries import history
from tests.atlas.makers import a_regional_organization, a_state
from tests.people.makers import a_stranger, an_administrator

pytestmark = pytest.mark.django_db
BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
SUBMISSION = {"submission": "0b8f6a3e-6a83-4a5b-8d1f-3f2c8a4d9f10"}


@pytest.fixture
def administrator(client):
    client.force_login(an_administrator(), backend=BACKEND)
    return client


def page_of(person, name="person", *more):
    return reverse(f"people:{name}", args=[person.pk, *more])


def test_a_role_is_given_for_an_organisation_and_its_page_says_so(administrator):
    person, union = a_stranger(), a_regional_organization("UMS", a_state())
    given = {"role": "government_focal_point", "organizations": [union.pk], "starts_on": "2026-01-01"}

    for _ in range(2):
        administrator.post(page_of(person, "give_role"), given | SUBMISSION)

    held = person.assignments.get()
    assert (held.everywhere, list(held.organizations.all()), held.states.exists()) == (False, [union], False)
    assert history(person).last().details["organizations"] == ["UMS"]
    for page in (page_of(person), reverse("people:people"), page_of(person, "end_role", held.pk)):
        assert "Union of the Middle Sea" in administrator.get(page).text
    administrator.force_login(person, backend=BACKEND)
    assert "Union of the Middle Sea" in administrator.get(reverse("people:account")).text


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"role": "desk_officer"}, "This role is not given for a regional organisation."),
        ({"everywhere": "on"}, "reaches no States besides"),
        ({"states": True}, "reaches no States besides"),
    ],
)
def test_only_who_speaks_for_it_is_given_a_role_for_an_organisation(administrator, given, sentence):
    person, state = a_stranger(), a_state()
    typed = {"role": "government_focal_point", "starts_on": "2026-01-01", **SUBMISSION, **given}
    typed |= {"organizations": [a_regional_organization("UMS", state).pk]}
    if "states" in given:
        typed["states"] = [state.pk]

    assert sentence in administrator.post(page_of(person, "give_role"), typed).text
    assert not person.assignments.exists()
