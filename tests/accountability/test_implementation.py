"""How far a recommendation is implemented is said by its mechanism or its State, with the source."""

import pytest
from django.db import DatabaseError, IntegrityError, transaction
from django.urls import reverse

from techcoop.accountability.models import Implementation, Recommendation
from techcoop.accountability.queries import facts_about
from techcoop.accountability.queries.checksum import checksum
from tests.accountability.accounts import facts, importing, refusal_of
from tests.accountability.makers import a_recommendation
from tests.atlas.makers import a_state
from tests.people.makers import a_coordinator, a_trustee

pytestmark = pytest.mark.django_db


def an_assessment(recommendation, **more):
    return {
        "State": "Arcadia",
        "Recommendation": recommendation.source_key,
        "Assessed by": "CCPR",
        "Date": "2024-03",
        "Grade": "B",
        "Scale": "Follow-up grades A to E",
        "Document": "CCPR/C/140/3",
        **more,
    }


@pytest.fixture
def recommended():
    return a_recommendation(a_state())


def test_a_mechanism_and_the_state_each_say_it_in_their_words(recommended):
    facts("implementation", an_assessment(recommended))
    own = {"Assessed by": "State", "Grade": "Largely implemented", "Scale": "", "Document": ""}
    facts("implementation", an_assessment(recommended, **own))

    said = Implementation.objects.order_by("grade")
    assert [(one.assessor, one.grade, one.scale) for one in said] == [
        ("Human Rights Committee", "B", "Follow-up grades A to E"),
        ("The State itself", "Largely implemented", ""),
    ]
    assert said[0].source.publisher


def test_a_later_grade_stands_beside_the_earlier_one(recommended):
    facts("implementation", an_assessment(recommended))
    facts("implementation", an_assessment(recommended, Date="2025-03", Grade="A"))
    facts("implementation", an_assessment(recommended, Date="2025-03", Grade="C"))

    kept = Implementation.objects.values_list("assessed_on", "grade")
    assert set(kept) == {("2024-03", "B"), ("2025-03", "C")}


@pytest.mark.parametrize(
    ("differently", "why"),
    [
        ({"Recommendation": "nowhere"}, "No recommendation to this State has the key “nowhere”"),
        ({"Assessed by": "The project"}, "“The project” is no mechanism that is known here"),
        ({"Grade": ""}, "Nothing stands in this column"),
        ({"Date": "2031"}, "lies in the future"),
    ],
)
def test_what_cannot_be_is_refused_with_the_reason(recommended, differently, why):
    assert why in refusal_of("implementation", an_assessment(recommended, **differently))


def test_what_was_recommended_to_another_state_is_not_assessed_here(recommended):
    elsewhere = a_recommendation(a_state("Borduria"), "Train the judges.")

    assert "No recommendation to this State" in refusal_of("implementation", an_assessment(elsewhere))
    facts("implementation", an_assessment(recommended))
    with pytest.raises(IntegrityError), importing():
        Implementation.objects.update(source_key=elsewhere.source_key)


def test_nobody_but_an_importer_writes_it(recommended):
    facts("implementation", an_assessment(recommended))

    for write in (lambda: Implementation.objects.update(grade="A"), Implementation.objects.all().delete):
        with pytest.raises(DatabaseError, match="only imports"), transaction.atomic():
            write()


def test_it_stands_on_the_page_of_the_recommendation_and_in_the_account(client, recommended):
    facts("implementation", an_assessment(recommended))
    client.force_login(a_trustee())

    own = client.get(reverse("accountability:recommendation", args=[recommended.pk])).text
    account = client.get(reverse("accountability:account", args=["XARC"])).text

    for page in (own, account):
        assert "Human Rights Committee" in page
        assert "Follow-up grades A to E" in page
    assert reverse("accountability:recommendation", args=[recommended.pk]) in account


def test_as_many_questions_whatever_was_assessed(client, recommended, django_assert_max_num_queries):
    for year in range(2015, 2026):
        facts("implementation", an_assessment(recommended, Date=str(year)))
    client.force_login(a_coordinator())

    with django_assert_max_num_queries(24):
        client.get(reverse("accountability:account", args=["XARC"]))


def test_it_is_frozen_and_counted_in_the_checksum(recommended):
    before = checksum()
    facts("implementation", an_assessment(recommended))

    frozen = facts_about([recommended.state_id])[recommended.state]["implementation"]
    assert checksum() != before
    (said,) = frozen.values()
    assert (said["grade"], said["scale"]) == ("B", "Follow-up grades A to E")


def test_a_recommendation_that_was_assessed_keeps_its_key(recommended):
    facts("implementation", an_assessment(recommended))

    with pytest.raises(IntegrityError), importing():
        Recommendation.objects.update(source_key="another")
