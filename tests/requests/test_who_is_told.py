"""Those whom it concerns are told by mail, without a word of what is confidential; the late is in sight."""

from datetime import timedelta

import pytest
from django.utils import timezone
from procrastinate.contrib.django.models import ProcrastinateJob

from techcoop.desk.queries import gaps
from techcoop.requests import actions, queries
from techcoop.requests.tasks import tell
from tests.atlas.makers import a_state
from tests.people.makers import NOON, a_coordinator, a_desk_officer, a_focal_point, another_coordinator
from tests.requests.makers import (
    a_draft,
    a_received_request,
    a_recommendation_to,
    a_registered_request,
    days_later,
    endorsable_facts,
)

pytestmark = pytest.mark.django_db


def sent_by_the_worker(mailoutbox):
    """What lies ready is sent; each mail by whom it is for, and its subject."""
    mailoutbox.clear()
    for job in ProcrastinateJob.objects.filter(task_name=tell.name).order_by("pk"):
        tell(**job.args)
    return [(mail.to[0], mail.subject) for mail in mailoutbox]


def test_the_focal_point_has_the_reference_by_mail_after_endorsing(mailoutbox):
    draft, now = a_draft(), timezone.now()

    made = actions.endorse(draft, endorsable_facts(draft.state), by=draft.author, at=now, seen=draft.version)

    assert sent_by_the_worker(mailoutbox) == [
        (draft.author.email, f"Your request has arrived: {made.reference}")
    ]
    assert f"/requests/{made.reference}/" in mailoutbox[0].body
    assert made.subject not in mailoutbox[0].body


def test_each_letter_is_told_to_the_focal_points_and_its_words_are_not(mailoutbox):
    known, focal_point = a_registered_request(), a_focal_point(a_state())

    actions.decline(
        known, by=a_coordinator(), at=timezone.now(), why="Others do it already.", ground="duplication"
    )

    subject = f"There is a letter about your request: {known.reference}"
    assert sent_by_the_worker(mailoutbox) == [(focal_point.email, subject)]
    assert "Others do it already." not in mailoutbox[0].body


def test_an_officer_is_told_once_of_all_that_is_given_and_nobody_of_what_is_taken(mailoutbox):
    officer, now = a_desk_officer(a_state()), timezone.now()
    first, second = a_received_request(), a_received_request()
    actions.assign_together([first, second], officer=officer, by=a_coordinator(), at=now)
    actions.assign(a_received_request(), officer=a_coordinator(), by=a_coordinator(), at=now)

    told = sent_by_the_worker(mailoutbox)

    assert [to for to, _subject in told] == [officer.email]
    assert all(one.reference in told[0][1] for one in (first, second))


def test_what_was_entered_long_after_is_no_news(mailoutbox):
    actions.assign(
        a_received_request(),
        officer=a_desk_officer(a_state()),
        by=a_coordinator(),
        at=timezone.now() - timedelta(days=30),
    )

    assert sent_by_the_worker(mailoutbox) == []


def piles(user, waiting):
    return {one.key: list(one.things) for one in waiting(user, days_later(60).date())}


def test_what_is_late_stands_on_the_desk_of_the_coordinator_whoever_has_it():
    known = a_registered_request()
    actions.assign(known, officer=a_desk_officer(a_state()), by=a_coordinator(), at=NOON)

    assert piles(another_coordinator(), queries.waiting_for)["requests_late"] == [known]
    assert "requests_late" not in piles(a_desk_officer(a_state()), queries.waiting_for)


def test_a_request_without_a_current_recommendation_is_pointed_out():
    linked, bare = a_registered_request(), a_registered_request()
    said = a_recommendation_to(a_state())
    actions.link_recommendation(linked, said, by=a_coordinator(), at=NOON)

    assert piles(a_coordinator(), gaps.waiting_for)["no-current-recommendation"] == [bare]
