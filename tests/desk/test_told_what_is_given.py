"""Who is given assessments or projects is told by mail, pile by pile, and nothing of what they are about."""

import pytest
from django.utils import timezone
from procrastinate.contrib.django.models import ProcrastinateJob

from techcoop.assessments import actions as assessments
from techcoop.projects import actions as projects
from techcoop.requests.tasks import tell_what_is_given
from techcoop.web.links import page_of
from tests.assessments.makers import an_assessment
from tests.atlas.makers import a_state
from tests.desk.test_handing_over_all_of_a_desk import a_whole_desk, hand_over
from tests.people import makers as people
from tests.projects.makers import an_operational_project

pytestmark = pytest.mark.django_db


def sent_by_the_worker(mailoutbox):
    """What lies ready about later stages is sent; each mail by whom it is for, and its subject."""
    mailoutbox.clear()
    for job in ProcrastinateJob.objects.filter(task_name=tell_what_is_given.name).order_by("pk"):
        tell_what_is_given(**job.args)
    return [(mail.to[0], mail.subject) for mail in mailoutbox]


def test_the_successor_is_told_pile_by_pile_and_nothing_of_what_it_is_about(mailoutbox):
    now = timezone.now()
    officer, _asked, assessment, project = a_whole_desk()
    other = an_operational_project(title="Other", by=officer)
    successor = people.a_person("New Officer", role="desk_officer", covering=(a_state(),))

    hand_over(officer, successor=successor, at=now)

    assert sent_by_the_worker(mailoutbox) == [
        (successor.email, f"New on your desk (needs assessment): {assessment.pk}"),
        (successor.email, f"New on your desk (project): {project.code}, {other.code}"),
    ]
    assert page_of(other) in mailoutbox[1].body
    assert "Other" not in mailoutbox[1].body


@pytest.mark.parametrize(
    ("make", "act"), [(an_assessment, assessments.assign), (an_operational_project, projects.assign)]
)
def test_who_is_given_one_is_told_once_and_who_takes_it_or_has_it_no_more_is_not(make, act, mailoutbox):
    thing, now = make(), timezone.now()
    one, two = (people.a_person(name, role="desk_officer", covering=(a_state(),)) for name in ("One", "Two"))
    for officer, by in ((one, people.a_coordinator()), (one, people.a_coordinator()), (two, two)):
        act(thing, officer=officer, by=by, at=now)

    assert sent_by_the_worker(mailoutbox) == []
    act(thing, officer=one, by=two, at=now)
    assert {address for address, _subject in sent_by_the_worker(mailoutbox)} == {one.email}
