"""The same records give the same text, byte for byte; no claim stands without records."""

from dataclasses import replace
from datetime import date
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from techcoop.evaluation import actions
from techcoop.evaluation.synthesis import compose
from techcoop.evaluation.synthesis.printing import printed
from techcoop.evaluation.synthesis.storing import as_data, digest_of, from_data
from techcoop.press.blocks import Heading, Report, Table, figures_of
from techcoop.projects.models import ProjectState
from tests.evaluation.makers import IN_CONFIDENCE, JUDGES_LEARNT, a_drafted_evaluation, a_final_evaluation
from tests.evaluation.reading import row_of, text_of
from tests.evaluation.worlds import a_small_world, projects_of_old, the_states
from tests.people.makers import NOON, an_evaluator

pytestmark = pytest.mark.django_db
SITE = "https://techcoop.example"


def table(report: Report, beginning: str) -> Table:
    return next(one for one in report.blocks if isinstance(one, Table) and one.caption.startswith(beginning))


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_the_same_records_give_the_same_bytes(language):
    a_small_world(projects=12)

    drafts = [compose(2019, 2024, language) for _ in range(2)]

    assert drafts[0] == drafts[1]
    for ending in ("html", "pdf", "docx"):
        first, second = (printed(draft, ending, site=SITE) for draft in drafts)
        assert first == second, ending


def test_a_draft_that_was_kept_is_the_draft_that_was_written():
    a_small_world(projects=12)
    report = compose(2019, 2024, "en")

    data = as_data(report)

    assert from_data(data) == report
    assert digest_of(data) == digest_of(as_data(from_data(data)))


def test_a_page_that_stands_alone_brings_its_margins_and_what_printers_need():
    page = printed(compose(2021, 2025, "ar"), "html", site=SITE).decode()

    assert '<main class="frame">' in page
    assert ".frame { max-inline-size: var(--wide); margin-inline: auto; padding-block:" in page
    assert "@media print" in page


def test_an_empty_database_gives_an_honest_short_report():
    report = compose(2021, 2025, "en")

    text = text_of(report)
    assert "There is no record of a project that ran between 2021 and 2025." in text
    assert "There is no record of an evaluation" in text
    assert "No request was registered in these years." in text
    assert [one.value for one in figures_of(report) if one.value and "Member States" not in one.counts] == []


def test_the_number_of_questions_does_not_grow():
    a_small_world(projects=10)
    with CaptureQueriesContext(connection) as few:
        compose(2019, 2024, "en")

    projects_of_old(60, states=the_states(), first=100)
    for _ in range(3):
        a_final_evaluation(completed_on=date(2022, 6, 30))
    with CaptureQueriesContext(connection) as many:
        compose(2019, 2024, "en")

    assert len(many) == len(few) <= 60


def test_every_assisted_state_stands_once_in_the_order_of_the_alphabet():
    a_small_world()
    report = compose(1955, 2026, "en")

    rows = table(report, "Accountability").rows
    assisted = ProjectState.objects.exclude(project__status__in=["draft", "cancelled"])
    names = [row[0] for row in rows]
    assert names == sorted(names)
    assert len(rows) == assisted.values("state").distinct().count()


def test_a_state_of_which_no_treaty_is_recorded_is_not_said_to_have_ratified_none():
    projects_of_old(12, states=the_states())

    assert row_of(compose(2000, 2026, "en"), "Accountability", "Kenya")[1] == "Not recorded"


def test_a_mark_that_no_finding_supports_is_not_rated():
    a_final_evaluation(marks={"effectiveness": "satisfactory", "impact": "satisfactory"})
    report = compose(2025, 2025, "en")

    effectiveness, impact = (row_of(report, "Evaluations by", name) for name in ("Effectiveness", "Impact"))
    assert effectiveness[1:4] == ("1", "1", "0")
    assert impact[1:4] == ("0", "0", "1")


def test_what_is_confidential_is_a_count_and_nothing_else():
    evaluation = a_drafted_evaluation()
    actions.add_finding(
        evaluation,
        what=JUDGES_LEARNT,
        evidence=(IN_CONFIDENCE,),
        submission=uuid4(),
        by=an_evaluator(),
        at=NOON,
    )
    actions.finalise(evaluation, by=an_evaluator(), at=NOON)
    report = compose(2025, 2025, "en")

    assert row_of(report, "The evidence", "Interviews")[1:] == ("0", "1")
    assert IN_CONFIDENCE.description not in text_of(report)


def test_a_draft_evaluation_says_nothing_in_a_review():
    a_drafted_evaluation()

    assert "There is no record of an evaluation" in text_of(compose(2025, 2025, "en"))


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_the_summary_says_what_was_asked_done_achieved_and_learned_on_one_page(language):
    a_small_world(projects=30)
    report = compose(2019, 2024, language)

    said = summary_of(report)
    anchors = [one.anchor for one in said if isinstance(one, Heading)]
    names = ("asked", "done", "achieved", "money", "learned", "not-known")
    assert anchors == ["summary", *(f"summary-{name}" for name in names)]
    assert len(text_of(replace(report, blocks=said)).split()) < 450


def test_the_summary_names_marks_lessons_and_the_part_that_was_spent():
    a_small_world(projects=30)
    report = compose(2019, 2024, "en")

    text = text_of(replace(report, blocks=summary_of(report)))
    assert "Effectiveness: Satisfactory" in text
    assert "Plan the follow-up first." in text
    assert "was spent." in text
    assert "names no component" in text or "name no component" in text


def summary_of(report: Report) -> tuple:
    """The first chapter."""
    chapters = [place for place, one in enumerate(report.blocks) if getattr(one, "level", 0) == 1]
    return report.blocks[chapters[0] : chapters[1]]


def test_every_chapter_has_its_place():
    a_small_world(projects=12)
    report = compose(2019, 2024, "en")

    anchors = [one.anchor for one in report.blocks if isinstance(one, Heading)]
    assert len(anchors) == len(set(anchors))
    assert {"summary", "mandate", "portfolio", "states", "money", "findings", "limitations"} <= set(anchors)
