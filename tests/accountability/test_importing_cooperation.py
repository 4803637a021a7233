"""Reviews, visits, communications in numbers, institutions, plans, sessions: all come by import."""

from datetime import date

import pytest
from django.apps import apps
from django.db import DatabaseError, connection, transaction

from techcoop.accountability.models import (
    Accreditation,
    ActionPlan,
    CommunicationCount,
    Fact,
    MechanismSession,
    PeriodicReview,
    StandingInvitation,
    Visit,
)
from techcoop.accountability.queries import institutions, periods
from tests.accountability.accounts import facts, refusal_of
from tests.atlas.makers import a_state

pytestmark = pytest.mark.django_db
HERE = {"State": "Arcadia"}
FACTS = [one for one in apps.get_app_config("accountability").get_models() if issubclass(one, Fact)]
VISIT = {**HERE, "Mandate": "SR Torture", "Status": "refused", "Requested": "2019"}
COMMISSION = {**HERE, "Institution": "National Commission"}
PLAN = {
    **HERE,
    "Plan": "Plan for all",
    "From": 2020,
    "To": 2024,
    "Development": "2019-05",
    "Implementation": 2020,
}


@pytest.fixture(autouse=True)
def arcadia():
    return a_state("Arcadia")


@pytest.mark.parametrize(
    ("kind", "model", "row", "said"),
    [
        ("periodic-reviews", PeriodicReview, {**HERE, "Cycle": 3, "Reviewed": "2018-11", "Session": 31},
         {"cycle": 3, "session": 31, "reviewed_on": "2018-11"}),
        ("standing-invitations", StandingInvitation, {**HERE, "Issued": 2003}, {"issued_on": "2003"}),
        ("visits", Visit, VISIT, {"status": "refused", "serial": 1, "mechanism__code": "SR-TORTURE"}),
        ("communications", CommunicationCount, {**HERE, "Year": 2024, "Sent": 5, "Answered": 3},
         {"sent": 5, "answered": 3}),
        ("accreditations", Accreditation, {**COMMISSION, "Decided": "2021-03", "Accreditation": "a"},
         {"status": "A", "decided_on": "2021-03"}),
        ("action-plans", ActionPlan, PLAN, {"title": "Plan for all", "to_year": 2024}),
        ("mechanism-sessions", MechanismSession,
         {"Mechanism": "CAT", "Session": 80, "Begins": "2026-07-06", "Ends": "2026-07-24"}, {"serial": 80}),
    ],
)  # fmt: skip
def test_each_kind_comes_in_with_its_source_and_a_second_time_changes_nothing(kind, model, row, said):
    assert facts(kind, row).counts["create"] == 1

    assert facts(kind, row).counts["skip"] == 1
    assert model.objects.get(**said).source.retrieved_on == date(2026, 1, 5)


@pytest.mark.parametrize(
    ("kind", "row", "why"),
    [
        ("periodic-reviews", {**HERE, "Cycle": 3, "Reviewed": "2018", "Outcome": "2017"}, "before Reviewed"),
        ("visits", {**VISIT, "Status": "done"}, "says when it began"),
        ("visits", {**VISIT, "Mandate": "SR Dragons"}, "no mechanism that is known"),
        ("visits", {**VISIT, "Answered": "2018"}, "before Requested"),
        ("communications", {**HERE, "Year": 2024, "Sent": 2, "Answered": 3}, "only 2 were sent"),
        ("accreditations", {**COMMISSION, "Decided": "2021", "Accreditation": "Z"}, "none of the words"),
        ("action-plans", {**PLAN, "To": 2019}, "before it begins"),
        ("action-plans", {**PLAN, "Successor": "plan for all"}, "does not come after itself"),
        ("mechanism-sessions",
         {"Mechanism": "CAT", "Session": 80, "Begins": "2026-07-06", "Ends": "2026-07-01"}, "before Begins"),
        ("standing-invitations", {**HERE, "Issued": "<script>"}, "is no day"),
    ],
)  # fmt: skip
def test_what_contradicts_itself_is_refused_with_its_reason(kind, row, why):
    assert why in refusal_of(kind, row)


def test_a_correction_changes_the_fact_and_keeps_what_it_was():
    facts("visits", VISIT)

    facts("visits", {**VISIT, "Status": "accepted"})

    visit = Visit.objects.get()
    assert (visit.status, [event.status for event in visit.events.all()]) == ("accepted", ["refused"])


def test_an_institution_is_reviewed_five_years_after_its_last_decision_or_when_it_was_set():
    decided = {"Decided": "2020", "Accreditation": "A", "Next review": ""}
    facts(
        "accreditations",
        {**COMMISSION, **decided, "Decided": "2016", "Accreditation": "B"},
        {**COMMISSION, **decided, "Decided": "2021-03"},
        {**HERE, "Institution": "Ombudsman", **decided, "Next review": "2026-10-12"},
        {**HERE, "Institution": "Old Board", **decided, "Accreditation": "lapsed"},
    )

    found = {one.institution: one.next_review_on for one in institutions(periods(date(2026, 1, 1)))}
    assert found == {
        "National Commission": date(2026, 3, 31), "Ombudsman": date(2026, 10, 12), "Old Board": None
    }  # fmt: skip


@pytest.mark.parametrize("model", [*FACTS, MechanismSession], ids=lambda one: one.__name__)
@pytest.mark.parametrize("act", ["INSERT INTO {} DEFAULT VALUES", "DELETE FROM {}", "TRUNCATE {} CASCADE"])
def test_nobody_but_an_import_writes(model, act):
    table = model._meta.db_table

    with (
        pytest.raises(DatabaseError, match="only imports"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(act.format(table))
