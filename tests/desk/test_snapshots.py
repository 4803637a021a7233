"""For what a State accounts is frozen when a request is registered and a project approved and closed."""

import pytest
from django.db import DatabaseError, connection, transaction

from techcoop.accountability.models import AccountabilitySnapshot, digest_of
from techcoop.accountability.queries import difference
from techcoop.journal.models import Entry
from tests.accountability.accounts import a_report, facts
from tests.accountability.makers import a_recommendation, a_treaty_status
from tests.atlas.makers import a_regional_organization, a_state
from tests.people.makers import a_coordinator, a_desk_officer, a_focal_point, a_stranger, a_trustee
from tests.projects.makers import a_closed_project, a_member, an_approved_project
from tests.requests.makers import a_received_request, a_registered_request

pytestmark = pytest.mark.django_db


def snapshots(thing):
    return list(AccountabilitySnapshot.objects.of(thing))


def test_registering_a_request_freezes_the_account_of_its_state():
    state = a_state()
    a_treaty_status(state, year=1987)
    facts("reporting-cycles", a_report(2, Due="2012-06-30"))

    (frozen,) = snapshots(a_registered_request(state))

    assert frozen.facts["treatystatus"]["CAT"]["year"] == 1987
    assert frozen.facts["duereport"]["CAT 2"] == {
        "due_on": "2012-06-30", "rule": "set", "status": "overdue",
        "source__title": "Treasury", "source__retrieved_on": "2026-01-05",
    }  # fmt: skip
    assert (frozen.digest, frozen.is_whole) == (digest_of(frozen.facts), True)


def test_the_journal_seals_the_digest_with_the_act():
    (frozen,) = snapshots(request := a_registered_request())

    entry = Entry.objects.get(thing_kind="requests.staterequest", thing_id=request.pk, act="register")
    assert entry.details["snapshots"] == {frozen.state.iso3: frozen.digest}


def test_a_request_that_is_only_entered_freezes_nothing():
    assert snapshots(a_received_request()) == []


def test_what_concerns_several_states_freezes_each():
    union = a_regional_organization("UMS", a_state("Arcadia"), a_state("Utopia"))

    frozen = snapshots(a_registered_request(union))

    assert [one.state.name for one in frozen] == ["Arcadia", "Utopia"]


def test_approving_and_closing_a_project_freeze_it_again():
    assert [one.occasion for one in snapshots(an_approved_project())] == ["approval"]
    assert [one.occasion for one in snapshots(a_closed_project(a_state("Utopia")))] == ["approval", "closure"]


def test_a_later_import_changes_no_snapshot_and_the_difference_is_said():
    state = a_state()
    a_treaty_status(state, year=1987)
    (frozen,) = snapshots(a_registered_request(state))
    digest = frozen.digest

    a_treaty_status(state, year=1999)
    a_recommendation(to=state)

    frozen.refresh_from_db()
    assert (frozen.digest, frozen.is_whole) == (digest, True)
    found = difference(frozen)
    said = {(one.name, one.field, one.before, one.after) for one in found.changes}
    assert ("CAT", "year of ratification or accession", "1987", "1999") in said
    assert ("UPR", "recommendations", "", "1") in said
    assert ([one.text for one in found.new], found.gone) == (["Ratify the Convention."], [])


@pytest.mark.parametrize("act", ["UPDATE {} SET digest = 'x'", "DELETE FROM {}", "TRUNCATE {}"])
def test_nobody_changes_a_snapshot(act):
    (frozen,) = snapshots(a_registered_request())

    refused = pytest.raises(DatabaseError, match="never changed")
    with refused, transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute(act.format("accountability_accountabilitysnapshot"))

    assert AccountabilitySnapshot.objects.get().digest == frozen.digest


def test_the_pages_of_a_request_and_a_project_lead_to_their_snapshots(client):
    project = an_approved_project()
    client.force_login(a_coordinator())

    for thing, address in (
        (project.state_request, f"/requests/{project.state_request.reference}/"),
        (project, f"/projects/{project.code}/"),
    ):
        (frozen,) = snapshots(thing)
        assert f"/recommendations/snapshots/{frozen.pk}/#since" in client.get(address).content.decode()
        page = client.get(f"/recommendations/snapshots/{frozen.pk}/").content.decode()
        assert frozen.digest in page
        assert "What has changed since" in page


def test_a_snapshot_is_seen_by_those_who_see_what_it_was_taken_for(client):
    state = a_state()
    (frozen,) = snapshots(a_registered_request(state))

    for someone, status in (
        (a_desk_officer(state), 200),
        (a_focal_point(state), 200),
        (a_desk_officer(a_state("Utopia")), 404),
        (a_trustee(), 404),
        (a_stranger(), 403),
    ):
        client.force_login(someone)
        assert client.get(f"/recommendations/snapshots/{frozen.pk}/").status_code == status


def test_a_member_sees_the_accounts_of_the_own_project_on_its_page_and_no_others(client):
    own, other = an_approved_project(), an_approved_project()
    client.force_login(a_member(own).assignment.user)
    (frozen,), (foreign,), (of_request,) = map(snapshots, (own, other, own.state_request))

    page = client.get(f"/projects/{own.code}/").text

    assert f"/recommendations/snapshots/{frozen.pk}/" in page
    for one, status in ((frozen, 200), (foreign, 404), (of_request, 404)):
        assert client.get(f"/recommendations/snapshots/{one.pk}/").status_code == status
