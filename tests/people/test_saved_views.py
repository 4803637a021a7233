"""Lists are kept as they were narrowed, under a name, alone or shared."""

from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from techcoop.people import actions
from tests.atlas.makers import a_state
from tests.people.makers import a_coordinator, a_desk_officer, a_focal_point, a_saved_view
from tests.requests.makers import a_registered_request, a_withdrawn_request, days_later

pytestmark = pytest.mark.django_db
REQUESTS, SEARCH = "/requests/", "/recommendations/"


def page_of_list(client, person, address=REQUESTS):
    client.force_login(person)
    return client.get(address).content.decode()


def test_a_view_is_saved_from_its_list_and_stands_above_it_as_a_tab(client):
    over, open_ = a_withdrawn_request(), a_registered_request()
    page = page_of_list(client, a_coordinator(), "/requests/?status=withdrawn")
    address = f"{reverse('people:save_view')}?list=%2Frequests%2F&narrowed=status%3Dwithdrawn"
    assert address.replace("&", "&amp;") in page

    answer = client.post(address, {"title": "Over and done", "submission": uuid4()}, follow=True)
    kept = answer.content.decode()

    assert answer.redirect_chain == [("/requests/?status=withdrawn", 302)]
    assert '<a href="?status=withdrawn" aria-current="page">Over and done</a>' in kept
    assert [one.reference in kept for one in (over, open_)] == [True, False]


def test_sent_twice_it_is_saved_once_and_a_name_stands_once(client):
    submission = uuid4()
    assert a_saved_view(submission=submission) == a_saved_view(submission=submission)

    client.force_login(a_coordinator())
    address = f"{reverse('people:save_view')}?list=/requests/&narrowed=late%3Dyes"
    page = client.post(address, {"title": "WITHDRAWN", "submission": uuid4()}).content.decode()

    assert "You have a view of this list under this name already." in page
    assert 'value="WITHDRAWN"' in page


def test_a_view_is_shared_inside_the_programme_and_nowhere_else(client):
    view = a_saved_view(is_shared=True)
    address = reverse("people:saved_view", args=[view.pk])
    for person, found in ((a_desk_officer(a_state()), 302), (a_focal_point(a_state()), 404)):
        assert ("Withdrawn</a>" in page_of_list(client, person)) == (found == 302)
        assert client.get(address).status_code == found
    with pytest.raises(PermissionDenied):
        a_saved_view(a_focal_point(a_state()), is_shared=True)


def test_a_view_that_is_not_shared_is_its_owner_s_alone(client):
    view = a_saved_view()
    client.force_login(a_desk_officer(a_state()))
    for name in ("remove_view", "mail_view"):
        assert client.post(reverse(f"people:{name}", args=[view.pk])).status_code == 404
    for act in (actions.remove_view, actions.stop_mails, actions.mail_what_is_new):
        with pytest.raises(PermissionDenied):
            act(view, by=a_desk_officer(a_state()), at=days_later(1))


def test_a_removed_view_is_gone_from_the_list_and_can_be_removed_twice(client):
    view = a_saved_view()
    for _twice in range(2):
        actions.remove_view(view, by=a_coordinator(), at=days_later(1))
    assert "Withdrawn</a>" not in page_of_list(client, a_coordinator())


def test_only_a_page_of_the_system_is_kept(client):
    client.force_login(a_coordinator())
    for listing in ("//elsewhere.example/", "https://elsewhere.example/", "/no/such/list/", ""):
        assert client.get(reverse("people:save_view"), {"list": listing}).status_code == 404
