"""Who is offered for a task is who may do it: one rule, asked of one person or of everybody."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from techcoop.people.models import Assignment, User
from techcoop.people.permissions import Permission
from techcoop.people.queries import people_who_can, people_who_can_for_organization
from tests.atlas.makers import a_region, a_regional_organization, a_state
from tests.people.makers import (
    a_coordinator,
    a_desk_officer,
    a_focal_point,
    a_focal_point_of,
    a_person,
    a_trustee,
)

pytestmark = pytest.mark.django_db


def with_roles(name, *held):
    """Somebody with assignments, each of a role, its States, and how many days it has still to run."""
    person = a_person(name)
    for role, states, days_left in held:
        ends_on = timezone.localdate() + timedelta(days=days_left)
        given = Assignment.objects.create(
            user=person, role=role, everywhere=not states, starts_on=date(2020, 1, 1), ends_on=ends_on
        )
        given.states.set(states)
    return person


def everybody(here, there):
    a_coordinator(), a_trustee(), a_desk_officer(here), a_desk_officer(here, there)
    with_roles("Past Officer", ("desk_officer", [here], -1))
    with_roles("Officer Today", ("desk_officer", [here], 0))
    with_roles("Officer Of Two Desks", ("desk_officer", [here], 9), ("desk_officer", [there], 9))
    # The role that screens is for another State; what reaches everywhere screens nothing.
    with_roles("Reviewer With A Desk", ("reviewer", [], 9), ("desk_officer", [there], 9))
    User.objects.filter(pk=with_roles("Gone", ("coordinator", [], 9)).pk).update(is_active=False)
    later = with_roles("Next Year", ("coordinator", [], 900))
    later.assignments.update(starts_on=timezone.localdate() + timedelta(days=1))
    of_the_region = a_person("Officer Of A Region", role="desk_officer", covering=())
    of_the_region.assignments.get().regions.set(there.regions.all())


def test_whoever_is_offered_may_do_it_and_whoever_may_is_offered():
    here, there = a_state(), a_state("Utopia", region=a_region("902", "Far Sea"))
    everybody(here, there)

    for states in ((here.pk,), (there.pk,), (here.pk, there.pk), ()):
        may = [
            one
            for one in User.objects.filter(is_active=True)
            if one.can_for(Permission.SCREEN_REQUESTS, states)
        ]
        assert may
        assert set(people_who_can(Permission.SCREEN_REQUESTS, states)) == set(may)


def test_who_asks_for_an_organization_is_its_own_focal_point_and_of_no_member():
    here = a_state()
    own, other = a_regional_organization("UMS", here), a_regional_organization("NCB", here)
    olga, gina = a_focal_point_of(own), a_focal_point(here)

    asking = people_who_can_for_organization(Permission.ASK_FOR_ASSISTANCE, own.pk)

    assert list(asking) == [olga]
    assert not people_who_can_for_organization(Permission.ASK_FOR_ASSISTANCE, other.pk)
    assert list(people_who_can(Permission.ASK_FOR_ASSISTANCE, (here.pk,))) == [gina]
    assert not olga.can_for(Permission.ASK_FOR_ASSISTANCE, (here.pk,))
    assert olga.organizations_for(Permission.ASK_FOR_ASSISTANCE) == {own.pk}


def test_where_no_states_are_named_yet_whoever_may_somewhere_is_offered():
    everybody(a_state(), a_state("Utopia", region=a_region("902", "Far Sea")))

    may = [one for one in User.objects.filter(is_active=True) if one.can(Permission.SCREEN_REQUESTS)]

    assert set(people_who_can(Permission.SCREEN_REQUESTS)) == set(may)
