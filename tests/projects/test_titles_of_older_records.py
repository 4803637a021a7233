"""A name that an older record cut in mid-word is shown in whole words; the file has all that is known."""

import pytest

from techcoop.projects.imports import LONGEST_NAME, titled
from techcoop.projects.models import Project
from tests.intake.makers import an_applied_import
from tests.people.makers import a_coordinator

HEAD = "iso3,country,id,agency,name,description,start,end,outcome,required,available,spent\n"
LONG = ("The rights of children are protected in every district of the country, " * 4)[: LONGEST_NAME - 3]


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("Judges are trained", "Judges are trained"),
        (f"{LONG}&ga", "in every district…"),
        (f"{LONG}tec", "in every district…"),
        ("x" * LONGEST_NAME, "xxx…"),
    ],
)
def test_a_title_ends_with_a_whole_word(name, title):
    assert titled(name)[0].endswith(title)
    assert len(titled(name)[0]) <= LONGEST_NAME + 1


@pytest.mark.django_db
def test_the_file_shows_the_name_as_far_as_the_record_has_it(client):
    name = f"{LONG}tec"
    an_applied_import(f'{HEAD}KEN,Kenya,77,OHCHR,"{name}",Said more.,2023-01-01,,,1,,\n', kind="portfolio")

    project = Project.objects.get()
    client.force_login(a_coordinator())
    page = client.get(f"/projects/{project.code}/").text

    assert project.summary == f"{name}…\n\nSaid more."
    assert f"{name}…" in page
    assert (
        an_applied_import(
            f'{HEAD}KEN,Kenya,77,OHCHR,"{name}",Said more.,2023-01-01,,,1,,\n', kind="portfolio"
        ).counts["skip"]
        == 1
    )
