"""What was recorded of a held activity can be put right, with the reason; everybody sees that it was."""

from dataclasses import replace
from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from techcoop.delivery import actions, queries
from techcoop.journal.queries import history
from techcoop.lifecycle import MoveNotAllowed
from techcoop.web.links import page_of
from tests.atlas.makers import a_state
from tests.delivery.makers import AN_OUTCOME, a_held_activity, a_planned_activity
from tests.people.makers import NOON, a_coordinator, a_desk_officer, a_focal_point, a_stranger, an_auditor
from tests.projects.makers import an_operational_project

pytestmark = pytest.mark.django_db
COUNTED_ANEW = replace(AN_OUTCOME, women=41, costs={"voluntary_fund": Decimal("12000.00")})
WHY = "The list of those present was read wrongly."


def corrected(activity, *, what=COUNTED_ANEW, by=None, why=WHY, seen=0):
    return actions.correct(activity, what=what, why=why, seen=seen, by=by or a_coordinator(), at=NOON)


def test_people_and_cost_are_put_right_and_the_journal_says_why():
    held = corrected(a_held_activity(an_operational_project()))

    assert (held.status, held.women, held.costs.get().amount) == ("held", 41, 12000)
    last = history(held).last()
    assert (last.act, last.why, last.details) == ("correct", WHY, {"fields": ["women", "voluntary_fund"]})


def test_a_cost_that_nobody_knew_is_no_longer_said():
    held = corrected(a_held_activity(an_operational_project()), what=replace(AN_OUTCOME, costs={}))

    assert not held.costs.exists()
    assert [one.amount for one in queries.costs_of(held)] == [None, None]


@pytest.mark.parametrize(("what", "why"), [(COUNTED_ANEW, "  "), (AN_OUTCOME, WHY)])
def test_there_is_no_correction_without_a_reason_or_without_a_change(what, why):
    with pytest.raises(ValidationError):
        corrected(a_held_activity(an_operational_project()), what=what, why=why)


def test_what_was_not_held_is_not_corrected():
    with pytest.raises(MoveNotAllowed):
        corrected(a_planned_activity(an_operational_project()))


@pytest.mark.parametrize("someone", [a_stranger, an_auditor, lambda: a_desk_officer(a_state("Utopia"))])
def test_nobody_else_corrects_it(someone):
    with pytest.raises(PermissionDenied):
        corrected(a_held_activity(an_operational_project()), by=someone())


def test_everybody_who_sees_the_activity_sees_that_it_was_corrected(client):
    project = an_operational_project(a_state())
    held = corrected(a_held_activity(project))

    for someone in (a_coordinator, lambda: a_focal_point(project.states.get())):
        client.force_login(someone())
        page = client.get(page_of(held)).content.decode()
        assert "The record was corrected" in page
        assert WHY in page


def test_it_is_corrected_on_its_page(client):
    held = a_held_activity(an_operational_project())
    client.force_login(a_coordinator())
    address = f"{page_of(held)}correct/"
    assert client.get(address).context["form"].initial["voluntary_fund"] == 12500
    typed = {"outcome": held.outcome, "women": "41", "men": "16", "voluntary_fund": "12500.00", "why": WHY}

    assert client.post(address, typed).status_code == 302

    held.refresh_from_db()
    assert held.women == 41
