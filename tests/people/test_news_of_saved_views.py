"""Saved searches mail their owner each morning what came into them, and nothing holds up the others."""

from uuid import uuid4

import pytest
from django.core import mail
from django.core.exceptions import PermissionDenied
from django.core.mail import BadHeaderError
from django.urls import reverse

from techcoop.accountability.models import Recommendation
from techcoop.people import actions, tasks
from techcoop.people.models import User, ViewContent
from techcoop.people.notices import news_letter
from techcoop.people.queries import news_of, the_machine
from tests.accountability.makers import a_recommendation
from tests.atlas.makers import a_state
from tests.people.makers import a_coordinator, a_desk_officer, a_saved_view
from tests.requests.makers import days_later

pytestmark = pytest.mark.django_db
REQUESTS, SEARCH = "/requests/", "/recommendations/"


def test_a_saved_search_mails_what_was_imported_since_and_nothing_else():
    a_recommendation(text="Abolish torture in all prisons.")
    view = a_saved_view(listing=SEARCH, parameters="q=torture", title="Torture", mails=True)
    tasks.tell_what_is_new(timestamp=0)
    assert mail.outbox == []

    a_recommendation(text="Prevent torture by inspections.")
    a_recommendation(text="Open more schools.")
    for _twice in range(2):
        tasks.tell_what_is_new(timestamp=0)

    assert [one.subject for one in mail.outbox] == ["1 new in “Torture”"]
    assert reverse("people:saved_views") in mail.outbox[0].body
    actions.stop_mails(view, by=a_coordinator(), at=days_later(2))
    a_recommendation(text="End torture.")
    tasks.tell_what_is_new(timestamp=0)
    assert len(mail.outbox) == 1


def test_a_mail_that_fails_is_sent_the_next_morning(monkeypatch):
    a_saved_view(listing=SEARCH, parameters="q=torture", title="Torture", mails=True)
    a_recommendation(text="Prevent torture by inspections.")
    with monkeypatch.context() as patch:
        patch.setattr("django.core.mail.EmailMessage.send", a_broken_line)
        tasks.tell_what_is_new(timestamp=0)
    assert mail.outbox == []

    tasks.tell_what_is_new(timestamp=0)
    assert len(mail.outbox) == 1


def test_what_turns_into_what_is_searched_for_is_news_once():
    a_recommendation(Response="Pending")
    a_saved_view(listing=SEARCH, parameters="position=supported", title="Supported", mails=True)
    for answer in ("Pending", "Accepted", "Accepted"):
        a_recommendation(Response=answer)
        tasks.tell_what_is_new(timestamp=0)

    assert [one.subject for one in mail.outbox] == ["1 new in “Supported”"]
    assert Recommendation.objects.count() == 1


def test_what_an_import_commits_after_a_later_one_is_news():
    late = a_recommendation(text="Prevent torture by inspections.")
    view = a_saved_view(listing=SEARCH, parameters="q=torture", title="Torture", mails=True)
    ViewContent.objects.filter(view=view).update(keys=[late.pk + 1])

    tasks.tell_what_is_new(timestamp=0)

    assert [one.subject for one in mail.outbox] == ["1 new in “Torture”"]


def test_a_view_of_which_nothing_is_remembered_has_no_news_before_tomorrow():
    view = a_saved_view(listing=SEARCH, parameters="q=torture", title="Torture", mails=True)
    ViewContent.objects.filter(view=view).delete()
    a_recommendation(text="Prevent torture by inspections.")
    tasks.tell_what_is_new(timestamp=0)
    assert mail.outbox == []

    a_recommendation(text="End torture.")
    tasks.tell_what_is_new(timestamp=0)
    assert len(mail.outbox) == 1


def test_news_are_told_in_the_language_of_the_owner():
    User.objects.filter(pk=a_coordinator().pk).update(language="fr")
    a_saved_view(listing=SEARCH, parameters="", title="Tout", mails=True)
    a_recommendation()

    tasks.tell_what_is_new(timestamp=0)

    assert "Examen périodique universel" in mail.outbox[0].body


@pytest.mark.parametrize("number", [1, 12])
def test_news_ask_few_questions_however_many(number, at_most_questions):
    view = a_saved_view(listing=SEARCH, parameters="", title="All", mails=True)
    for one in range(number):
        a_recommendation(text=f"Build school {one}.")

    with at_most_questions(8):
        news = news_of(view)
    assert (news.number, len(news.lines)) == (number, min(number, 10))


def test_a_crafted_name_is_refused_on_the_page_and_where_it_was_kept_stops_no_mail(client):
    crafted = "a\nBcc: x@y.z"
    client.force_login(a_coordinator())
    address = f"{reverse('people:save_view')}?list=/requests/&narrowed=late%3Dyes"
    assert "This is one line" in client.post(address, {"title": crafted, "submission": uuid4()}).text

    a_saved_view(listing=SEARCH, parameters="", title=crafted, mails=True)
    a_recommendation()
    tasks.tell_what_is_new(timestamp=0)

    assert [(one.subject, one.recipients()) for one in mail.outbox] == [
        ("1 new in “a Bcc: x@y.z”", [a_coordinator().email])
    ]


def test_one_view_over_which_the_system_stumbles_keeps_no_other_from_its_mail(monkeypatch, caplog):
    for person in (a_coordinator(), a_desk_officer(a_state())):
        a_saved_view(person, listing=SEARCH, parameters="", title="All", mails=True)
    a_recommendation()
    monkeypatch.setattr("techcoop.people.notices.news_letter", stumbling_over(a_coordinator()))

    tasks.tell_what_is_new(timestamp=0)

    assert [one.to for one in mail.outbox] == [[a_desk_officer(a_state()).email]]
    assert "was not mailed" in caplog.text


def stumbling_over(person):
    def write(view, news, *, site):
        if view.owner == person:
            raise BadHeaderError
        return news_letter(view, news, site=site)

    return write


def a_broken_line(*_given, **_more):
    raise ConnectionRefusedError


def test_nobody_but_the_system_tells_and_only_lists_with_news_mail():
    view = a_saved_view()
    with pytest.raises(PermissionDenied):
        actions.mail_what_is_new(view, by=a_coordinator(), at=days_later(1))
    search = a_saved_view(listing=SEARCH, parameters="q=torture", title="Torture", mails=True)
    with pytest.raises(PermissionDenied):
        actions.tell_what_is_new(search, by=a_coordinator(), at=days_later(1), site="")
    assert actions.tell_what_is_new(search, by=the_machine(), at=days_later(1), site="") == 0
