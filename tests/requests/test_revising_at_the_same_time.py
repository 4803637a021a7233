"""Two officers correct one request: the second is told, loses nothing, and has the last word knowingly."""

import re

import pytest

from techcoop.journal.actions import ChangedMeanwhile
from techcoop.journal.queries import last_edit
from techcoop.requests import actions
from tests.people.makers import NOON, a_coordinator, a_desk_officer
from tests.requests.makers import a_received_request, some_facts

HIDDEN = re.compile(r'<input type="hidden" name="(initial-\w+)"(?: value="([^"]*)")?')


def opened(client, user, known):
    """The page as the person opens it: what it sends back when nothing is typed."""
    client.force_login(user)
    page = client.get(f"/requests/{known.reference}/revise/")
    form = page.context["form"]
    plain = {name: form[name].value() for name in form.fields if form[name].value() not in (None, "")}
    return {**plain, **dict(HIDDEN.findall(page.text))}


@pytest.mark.django_db
def test_the_second_sees_theirs_beside_mine_and_then_saves_over_it(client):
    known, clara = a_received_request(), a_coordinator()
    typed = opened(client, a_desk_officer(known.state), known) | {"subject": "Mine"}
    actions.revise(known, some_facts(subject="Theirs"), by=clara, at=NOON, seen=0)

    told = client.post(f"/requests/{known.reference}/revise/", typed)
    again = {**typed, **dict(HIDDEN.findall(told.text))}
    client.post(f"/requests/{known.reference}/revise/", again)

    assert "Clara Coordinator has changed this too" in told.text
    assert "Take theirs for “Subject”" in told.text
    known.refresh_from_db()
    assert known.subject == "Mine"


@pytest.mark.django_db
def test_changes_of_different_fields_are_both_kept_and_told(client):
    known = a_received_request()
    typed = opened(client, a_desk_officer(known.state), known) | {"institution": "The Ombudsman"}
    actions.revise(known, some_facts(subject="Theirs"), by=a_coordinator(), at=NOON, seen=0)

    answer = client.post(f"/requests/{known.reference}/revise/", typed, follow=True)

    known.refresh_from_db()
    assert (known.subject, known.institution) == ("Theirs", "The Ombudsman")
    assert "Clara Coordinator has changed meanwhile: Subject. Both changes are kept." in answer.text


@pytest.mark.django_db
def test_who_saves_at_the_same_moment_is_refused_under_the_lock():
    known, seen = a_received_request(), 0
    actions.revise(known, some_facts(subject="Theirs"), by=a_coordinator(), at=NOON, seen=seen)

    with pytest.raises(ChangedMeanwhile):
        actions.revise(known, some_facts(subject="Mine"), by=a_coordinator(), at=NOON, seen=seen)

    seen = last_edit(known).number
    assert actions.revise(known, some_facts(subject="Mine"), by=a_coordinator(), at=NOON, seen=seen)
