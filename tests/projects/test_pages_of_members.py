"""The people of a project on its page, and its roles on theirs; roles are given and ended on both."""

from datetime import date
from uuid import uuid4

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone

from techcoop.projects.models import Membership
from techcoop.web.links import page_of
from tests.at_once import at_once
from tests.atlas.makers import a_state
from tests.people import makers as people
from tests.projects.makers import a_member, an_operational_project

pytestmark = pytest.mark.django_db


def members_of(project, name="members"):
    return reverse(f"projects:{name}", args=[project.code])


def typed(**different):
    given = {"person": "miro.member@example.org", "role": "evaluator", "starts_on": "2026-01-01"}
    return {**given, "submission": str(uuid4()), **different}


def test_the_file_of_a_project_leads_to_its_people_and_a_role_is_given_there(client):
    project, person = an_operational_project(), people.a_person("Miro Member")
    client.force_login(people.a_coordinator())
    assert members_of(project) in client.get(page_of(project)).text
    assert "Nobody holds a role in this project alone" in client.get(members_of(project)).text
    given = typed(ends_on="2026-12-31", person="MIRO.member@example.org")

    for _click in range(2):
        answer = client.post(members_of(project, "give_role"), given)

    assert answer.url == members_of(project)
    made = project.memberships.get()
    assert (made.assignment.user, made.assignment.ends_on) == (person, date(2026, 12, 31))
    page = client.get(answer.url).text
    assert "Miro Member" in page
    assert "Evaluator" in page


@pytest.mark.parametrize(
    ("different", "field", "sentence"),
    [
        ({"person": "nobody@example.org"}, "person", "Nobody who may sign in has an account"),
        ({"role": "finance_officer"}, "role", "not one of the available choices"),
        ({"role": "coordinator"}, "role", "not one of the available choices"),
        ({"ends_on": "2025-12-31"}, "ends_on", "A role ends after it begins."),
        ({"role": "project_officer"}, "role", "in these days already"),
        ({"starts_on": "soon"}, "starts_on", "Enter a valid date."),
    ],
)
def test_what_is_wrong_is_said_beside_its_field(client, different, field, sentence):
    project = an_operational_project()
    a_member(project)
    client.force_login(people.a_coordinator())

    page = client.post(members_of(project, "give_role"), typed(**different))

    assert sentence in str(page.context["form"].errors[field])
    assert page.context["form"]["person"].value() == different.get("person", "miro.member@example.org")
    assert project.memberships.count() == 1


def test_who_works_on_a_project_is_not_told_to_governments_and_trustees(client):
    project = an_operational_project()
    a_member(project)
    for someone in (people.a_focal_point(a_state()), people.a_trustee()):
        client.force_login(someone)

        assert members_of(project) not in client.get(page_of(project)).text
        assert client.get(members_of(project)).status_code == 403
        assert client.post(members_of(project, "give_role"), typed()).status_code == 403


def test_whoever_may_give_none_is_told_who_does(client):
    project = an_operational_project()
    client.force_login(people.a_reviewer())

    assert "It is done by: Coordinator" in client.get(members_of(project)).text
    assert client.post(members_of(project, "give_role"), typed()).status_code == 403


def test_the_administrator_gives_and_ends_it_on_the_page_of_the_person(client):
    project, person = an_operational_project(), people.a_person("Miro Member")
    administrator = people.an_administrator()
    client.force_login(administrator)
    give = reverse("projects:give_role_to", args=[person.pk])
    assert give in client.get(page_of(person)).text
    given = {**typed(role="finance_officer"), "project": "no such code"}
    assert "no project with this code" in client.post(give, given).text

    assert client.post(give, {**given, "project": project.code.lower()}).url == page_of(person)

    page = client.get(page_of(person)).text
    end = reverse("projects:end_role", args=[Membership.objects.get().pk])
    assert f"Finance officer in {project.code}" in page
    assert page_of(project) not in page
    assert "In one project" in client.get(reverse("people:people")).text
    assert client.post(end, {"on": "2026-06-30", "why": "Moved."}).url == page_of(person)
    assert Membership.objects.get().assignment.ends_on == date(2026, 6, 30)


def test_a_member_reads_the_own_roles_and_ends_none(client):
    project = an_operational_project()
    held = a_member(project)
    client.force_login(held.assignment.user)

    account = client.get(reverse("people:account")).text
    end = reverse("projects:end_role", args=[held.pk])

    assert f"Project officer in {project.code}" in account
    assert page_of(project) in account
    assert "You hold no role today" not in account
    assert end not in client.get(members_of(project)).text
    assert client.post(end, {"on": "2026-06-30", "why": "x"}).status_code == 403


def test_a_role_that_is_over_is_not_ended_again_and_opens_nothing(client):
    project = an_operational_project()
    held = a_member(project, ends_on=date(2026, 1, 31))
    assert held.assignment.ends_on < timezone.localdate()
    client.force_login(people.a_coordinator())

    assert reverse("projects:end_role", args=[held.pk]) not in client.get(members_of(project)).text


@pytest.mark.django_db(transaction=True)
def test_two_who_give_the_same_role_at_once_give_it_once():
    project, person = an_operational_project(), people.a_person("Miro Member")
    people.an_administrator()

    def give():
        try:
            return a_member(project, person=person)
        except ValidationError as refused:
            return refused

    answers = at_once(give, give)

    assert sorted(type(one).__name__ for one in answers) == ["Membership", "ValidationError"]
    assert person.assignments.count() == 1
