"""Once a year the account of the States of a running project is frozen, and only once."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from techcoop.accountability.models import AccountabilitySnapshot
from techcoop.journal.queries import history
from techcoop.people.queries import the_machine
from techcoop.projects import actions, tasks
from techcoop.projects.queries import projects_without_their_year
from tests.atlas.makers import a_state
from tests.people.makers import NOON, a_coordinator
from tests.projects.makers import a_closed_project, an_approved_project, an_operational_project

pytestmark = pytest.mark.django_db
NEXT_YEAR = NOON.replace(year=NOON.year + 1)


def kept(project):
    return list(AccountabilitySnapshot.objects.of(project).filter(occasion="annual_report"))


def keep(project, at=NEXT_YEAR, by=None):
    return actions.keep_the_year(project, by=by or the_machine(), at=at)


def test_a_running_project_is_kept_once_for_each_year_that_begins():
    project = an_operational_project()

    keep(project, NOON)
    keep(project)
    keep(project, NEXT_YEAR + timedelta(days=30))
    keep(project, NEXT_YEAR.replace(year=NEXT_YEAR.year + 1))

    assert [one.taken_at.year - NOON.year for one in kept(project)] == [1, 2]
    entries = history(project).filter(act="keep_the_year")
    assert [one.details["snapshots"] for one in entries] == [
        {one.state.iso3: one.digest} for one in kept(project)
    ]


def test_only_what_runs_has_a_year():
    an_approved_project(a_state("Utopia"))
    a_closed_project(a_state("Borduria"))

    assert list(projects_without_their_year(NEXT_YEAR)) == []


def test_nobody_freezes_a_year_by_hand():
    with pytest.raises(PermissionDenied):
        keep(an_operational_project(), by=a_coordinator())


def test_work_that_is_killed_half_way_is_finished_by_the_next(monkeypatch):
    first, second = an_operational_project(), an_operational_project(a_state("Utopia"))
    monkeypatch.setattr(timezone, "now", lambda: NEXT_YEAR)
    real = actions.keep_the_year

    def dies(project, **who):
        real(project, **who)
        if project == second:
            raise KeyboardInterrupt

    monkeypatch.setattr(actions, "keep_the_year", dies)
    with pytest.raises(KeyboardInterrupt):
        tasks.keep_the_year(0)
    monkeypatch.setattr(actions, "keep_the_year", real)
    tasks.keep_the_year(0)

    assert [len(kept(one)) for one in (first, second)] == [1, 1]
