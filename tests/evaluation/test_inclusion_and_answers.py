"""A review says whom the programme served, leaves room for the response, and looks at earlier advice."""

from datetime import date

import pgtrigger
import pytest
from django.db import connection

from techcoop.accountability.models import Recommendation
from techcoop.evaluation.synthesis import compose
from techcoop.press.blocks import Figure, Table, figures_of
from techcoop.projects.models import AddressedRecommendation, Project
from tests.evaluation.makers import a_final_evaluation, an_answered_evaluation
from tests.evaluation.reading import row_of, text_of
from tests.evaluation.worlds import a_small_world
from tests.people.makers import a_coordinator

pytestmark = pytest.mark.django_db


def serve(*groups, projects):
    """Let projects of the small world serve recommendations that concern these persons."""
    said = list(Recommendation.objects.order_by("pk")[: len(groups)])
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL techcoop.importing = 'accountability'")
    for one, group in zip(said, groups, strict=True):
        Recommendation.objects.filter(pk=one.pk).update(affected_groups=[group])
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL techcoop.importing = ''")
    for place, project in enumerate(projects):
        for one in said[: 1 + place % len(said)]:
            with pgtrigger.ignore("projects.AddressedRecommendation:stays_once_approved"):
                AddressedRecommendation.objects.create(project=project, recommendation=one)


def portfolio():
    return Project.objects.filter(code__in=["OLD-000005", "OLD-000006", "OLD-000007"]).order_by("code")


def test_projects_are_counted_by_the_persons_whom_they_serve_and_each_count_opens_them(client):
    a_small_world(projects=12)
    serve("Women", "Children", projects=portfolio())
    report = compose(2019, 2024, "en")
    client.force_login(a_coordinator())

    for group, many in (("Women", 3), ("Children", 1)):
        assert row_of(report, "Projects by the persons", group) == (group, str(many))
    for figure in figures_of(report):
        if "concerned=" in figure.address:
            assert client.get(figure.address).context["page"].total == figure.value


def test_people_reached_are_said_by_sex():
    a_small_world(projects=40)

    said = text_of(compose(2019, 2024, "en")).partition("Gender, and leaving no one behind")[2]
    assert "People reached:" in said.partition("Lessons")[0]


def test_the_response_has_an_empty_row_for_each_recommendation_without_an_answer():
    a_final_evaluation(completed_on=date(2022, 6, 30))
    an_answered_evaluation(completed_on=date(2023, 6, 30))

    report = compose(2021, 2024, "en")

    blank = next(one for one in report.blocks if isinstance(one, Table) and "to be written" in one.caption)
    assert [row[1:] for row in blank.rows] == [("", "", "", "")]
    assert "1 recommendation waits for a response." in text_of(report)


def test_earlier_recommendations_stand_with_their_response_their_date_and_their_status(client):
    an_answered_evaluation(completed_on=date(2018, 6, 30))
    client.force_login(a_coordinator())

    report = compose(2021, 2024, "en")

    row = row_of(report, "Earlier recommendations", "1. Follow up every course after a year.")
    assert row[1:] == (
        "Did the courses for judges last? (2018)",
        "Accepted",
        "31 December 2026",
        "Not started",
    )
    figure = next(one for one in figures_of(report) if "completed before 2021" in one.counts)
    assert isinstance(figure, Figure)
    assert client.get(figure.address).context["page"].total == 1


def test_where_nothing_is_recorded_the_chapters_say_so():
    said = text_of(compose(2021, 2025, "en"))

    assert "No record says how many women and men" in said
    assert "No recommendation of these years waits for a response." in said
    assert "No recommendation of an evaluation completed before 2021 is recorded." in said
