"""What a project was approved as, where it works and its money stay; an older record is its source's."""

from datetime import date

import pytest
from django.db import ProgrammingError, transaction

from techcoop.projects.models import Project, ProjectMoney, ProjectState
from tests.accountability.accounts import importing
from tests.atlas.makers import a_state
from tests.evaluation.worlds import projects_of_old, the_states
from tests.projects.makers import BY_STATUS, a_closed_project, a_draft_project

pytestmark = pytest.mark.django_db
OTHERWISE = (
    (Project, {"title": "Another"}),
    (Project, {"summary": "Another"}),
    (Project, {"code": "ARC-2020-001"}),
    (Project, {"scope": "global"}),
    (Project, {"mandate": "Another"}),
    (Project, {"forms": ["F7"]}),
    (Project, {"approved_on": date(2026, 9, 9)}),
    (Project, {"starts_on": date(2025, 1, 1)}),
    (Project, {"ends_on": date(2029, 1, 1)}),
    (Project, {"ends_precision": "year"}),
    (Project, {"state_request": None}),
    (Project, {"assessment": None}),
    (ProjectMoney, {"required": 1}),
    (ProjectMoney, {"spent": 1}),
)
STAYS = "stays as it was approved or taken in"


def written_past_the_acts(model, **different):
    with transaction.atomic():
        model.objects.update(**different)


@pytest.mark.parametrize(("model", "otherwise"), OTHERWISE, ids=lambda one: str(one))
def test_a_closed_project_stays_as_it_was_approved(model, otherwise):
    a_closed_project()

    with pytest.raises(ProgrammingError, match=STAYS):
        written_past_the_acts(model, **otherwise)


@pytest.mark.parametrize("status", [one for one in BY_STATUS if one != "draft"])
def test_so_does_every_project_beyond_its_draft(status):
    project = BY_STATUS[status]()
    elsewhere = ProjectState(project=project, state=a_state("Utopia"))

    for attempt in (
        lambda: Project.objects.update(title="Another"),
        lambda: Project.objects.update(approved_on=date(2026, 9, 9)),
        lambda: ProjectMoney.objects.all()._raw_delete("default"),
        lambda: ProjectState.objects.all()._raw_delete("default"),
        lambda: ProjectState.objects.bulk_create([elsewhere]),
    ):
        with pytest.raises(ProgrammingError, match=STAYS), transaction.atomic():
            attempt()


def test_a_draft_is_still_written():
    a_draft_project()

    written_past_the_acts(Project, title="Another")
    written_past_the_acts(ProjectMoney, required=1)

    assert Project.objects.get().title == "Another"


def test_an_older_record_is_changed_by_its_import_alone():
    projects_of_old(3, states=the_states())
    money = ProjectMoney.objects.order_by("pk")[:1]

    with pytest.raises(ProgrammingError, match=STAYS):
        written_past_the_acts(Project, title="Another")
    with pytest.raises(ProgrammingError, match=STAYS), transaction.atomic():
        ProjectMoney.objects.filter(pk__in=money).update(spent=7)
    with importing("projects"):
        ProjectMoney.objects.filter(pk__in=money).update(spent=7)
    assert ProjectMoney.objects.filter(spent=7).exists()
