"""What breaks and what keeps each practice about older records and their money, as files bring them."""

from decimal import Decimal

from techcoop.projects.models import Project
from tests.accountability.accounts import importing
from tests.intake.makers import an_applied_import
from tests.programme.pairs import Pair
from tests.projects.test_titles_of_older_records import HEAD


def an_older_project(
    *,
    name="Courses for judges",
    more="Said more.",
    days=("2021-01-01", "2022-12-31"),
    money=("100", "100", "90"),
):
    line = ",".join(["KEN", "Kenya", "77", "OHCHR", name, more, *days, "", *money])
    an_applied_import(f"{HEAD}{line}\n", kind="portfolio")
    return Project.objects.get(legacy_code="77")


def without_a_state():
    project = an_older_project()
    with importing("projects"):
        project.in_states.all().delete()
    return project


def with_a_component():
    project = an_older_project()
    with importing("projects"):
        project.components.create(component="C4", per_cent=Decimal(100))
    return project


def money(*figures):
    return lambda: an_older_project(money=figures)


WHOLE = an_older_project
PAIRS = {
    "projects.older_start": Pair(lambda: an_older_project(days=("", "2022-12-31")), WHOLE),
    "projects.older_end": Pair(lambda: an_older_project(days=("2021-01-01", "")), WHOLE),
    "projects.older_state": Pair(without_a_state, WHOLE),
    "projects.older_component": Pair(WHOLE, with_a_component),
    "projects.older_money": Pair(money("", "", ""), WHOLE),
    "projects.older_summary": Pair(lambda: an_older_project(more=""), WHOLE),
    "projects.older_whole_title": Pair(lambda: an_older_project(name="Courses " * 30), WHOLE),
    "projects.spent_within_available": Pair(money("100", "50", "51"), money("100", "50", "50")),
    "projects.available_within_required": Pair(money("100", "101", "90"), WHOLE),
    "projects.spent_of_something": Pair(money("100", "", "1"), money("100", "", "0")),
    "projects.money_used": Pair(money("100", "100", "49"), money("100", "100", "50")),
}
