"""When a report is due: the day set by the treaty body goes before the formula, and the rule is said."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from techcoop.accountability.models import DueReport
from techcoop.accountability.queries import facts_about
from techcoop.atlas.models import State
from tests.accountability.accounts import a_list_of, a_report, an_act, facts, refusal_of
from tests.accountability.makers import a_treaty_status, taken_in
from tests.atlas.makers import a_state
from tests.people.makers import a_trustee

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def arcadia():
    a_state("Utopia")
    return a_state("Arcadia")


def due(number):
    one = DueReport.objects.get(serial=number)
    return one.due_on, one.rule, one.status


def test_an_initial_report_is_due_so_long_after_the_treaty_binds_the_state():
    facts("treaty-acts", an_act("accession", "1990-05-01"), an_act("entry_into_force", "1990-05-31"))

    facts("reporting-cycles", a_report(1))

    assert due(1) == (date(1991, 5, 31), "initial", "overdue")
    assert DueReport.objects.get().parameter.name == "accountability.initial_years.CAT"


def test_a_day_known_by_its_year_only_is_never_counted_against_a_state():
    facts("treaty-acts", an_act("accession", "1990"))
    facts("reporting-cycles", a_report(1))

    assert due(1)[0] == date(1991, 12, 31)


def test_the_day_set_in_concluding_observations_goes_before_the_formula():
    facts("reporting-cycles", a_report(4, Due="2010-06-30", Submitted="2011"), a_report(5, Due="2016-05-06"))

    assert due(5) == (date(2016, 5, 6), "set", "overdue")


def test_the_report_after_the_last_one_is_expected_by_the_period_of_the_treaty():
    facts("reporting-cycles", a_report(4, Due="2030-06-30", Submitted="2025-11"))

    assert due(4) == (date(2030, 6, 30), "set", "submitted")
    assert due(5) == (date(2034, 6, 30), "due", "due")


def test_of_a_report_that_only_its_period_makes_due_nobody_knows():
    facts("reporting-cycles", a_report(4, Due="2010-06-30", Submitted="2011"))

    assert due(5) == (date(2014, 6, 30), "due", "not_known")


def test_what_a_list_could_not_know_yet_is_overdue_when_a_newer_list_still_holds_it_open():
    day = timezone.localdate() - timedelta(days=40)
    listed = a_list_of(a_report(5, Due=day.isoformat()))
    taken_in(listed, kind="reporting-cycles", name="cycles.csv", on=day - timedelta(days=9))
    assert due(5) == (day, "set", "not_known")

    taken_in(listed, kind="reporting-cycles", name="cycles.csv", on=day)
    assert due(5) == (day, "set", "not_known")

    taken_in(listed, kind="reporting-cycles", name="cycles.csv", on=day + timedelta(days=9))
    assert due(5) == (day, "set", "overdue")
    assert DueReport.objects.get().source.retrieved_on == day + timedelta(days=9)


def test_the_covenants_cycle_is_eight_years_from_the_review_since_2020_and_five_before():
    reviewed = {"Due": "2010-01-01", "Submitted": "2018"}
    facts("reporting-cycles",
          a_report(4, Instrument="ICCPR", Dialogue="2022-07-01", Concluded="2022-07-26", **reviewed),
          a_report(4, Instrument="ICCPR", State="Utopia", Concluded="2019-07-26", **reviewed))  # fmt: skip

    found = DueReport.objects.filter(serial=5).order_by("due_on")
    assert [(one.due_on, one.rule, one.years) for one in found] == [
        (date(2024, 7, 26), "review", 5), (date(2030, 7, 26), "review", 8),
    ]  # fmt: skip


def test_nothing_more_is_expected_of_a_state_that_denounced():
    facts("treaty-acts", an_act("accession", "1990"), an_act("denunciation", "2001"))
    facts("reporting-cycles", a_report(2, Due="1999-01-01", Submitted="1999"))

    assert [one.serial for one in DueReport.objects.all()] == [2]


def test_a_party_of_which_no_report_was_taken_in_owes_the_initial_one_by_rule():
    facts("treaty-acts", an_act("accession", "1990-05-01"), an_act("entry_into_force", "1990-05-31"))

    assert due(1) == (date(1991, 5, 31), "initial", "not_known")
    one = DueReport.objects.get()
    assert one.is_by_rule_alone
    assert one.why == "1 year after entry into force; counted by rule, no cycle taken in"
    assert one.standing == "Not known whether submitted; newest source of 5 Jan 2026"
    facts("reporting-cycles", a_report(1))
    assert due(1)[2] == "overdue"
    assert not DueReport.objects.get().is_by_rule_alone


def test_so_does_a_party_of_which_only_the_status_is_known_and_nobody_else():
    a_treaty_status(code="CAT", year=1987)
    a_treaty_status(code="CRC", year=None)
    a_treaty_status(code="OPCAT", year=2010)

    assert due(1) == (date(1988, 12, 31), "initial", "not_known")
    assert DueReport.objects.get().source.title


def test_nothing_is_owed_by_rule_after_a_denunciation_or_by_a_signature():
    facts("treaty-acts", an_act("accession", "1990"), an_act("denunciation", "2001"))
    facts("treaty-acts", an_act("signature", "1990", Instrument="CRC"))

    assert not DueReport.objects.exists()


def test_what_nobody_knows_is_pointed_out_once_with_how_new_the_news_are_and_stands_in_the_account(client):
    facts("treaty-acts", an_act("accession", "1990"), an_act("accession", "1990-10-01", Instrument="CRC"))
    client.force_login(a_trustee())

    page = client.get(reverse("accountability:account", args=["XARC"])).text

    assert "counted by rule, no cycle taken in" in page
    assert "CAT, report 1 (31 Dec 1991), CRC, report 1 (1 Oct 1992)." in page
    assert page.count("not known whether submitted, the newest source being of 5 Jan 2026") == 1
    frozen = facts_about([State.objects.get(iso3="XARC").pk])
    assert [*frozen.values()][0]["duereport"]["CAT 1"]["rule"] == "initial"


@pytest.mark.parametrize(
    ("said", "status"),
    [
        ({"List of issues": "2020"}, "overdue"),
        ({"Submitted": "2019"}, "submitted"),
        ({"Submitted": "2019", "List of issues": "2020"}, "list_of_issues"),
        ({"Submitted": "2019", "List of issues": "2020", "Replies": "2020-06"}, "replies"),
        ({"Submitted": "2019", "Dialogue": "2021"}, "dialogue"),
        ({"Submitted": "2019", "Concluded": "2021"}, "concluding_observations"),
        ({"Submitted": "2019", "Concluded": "2021", "Follow-up due": "2022-05-01"}, "follow_up_due"),
        ({"Submitted": "2019", "Concluded": "2021", "Follow-up assessed": "2023"}, "follow_up_assessed"),
    ],
)
def test_a_cycle_is_as_far_as_its_last_day_says(said, status):
    facts("reporting-cycles", a_report(3, Due="2018-01-01", **said))

    assert due(3)[2] == status


@pytest.mark.parametrize(
    ("row", "why"),
    [
        (a_report(2, Submitted="2021", Dialogue="2020"), "Dialogue is 2020, before Submitted, 2021"),
        (a_report(2, Submitted="2099"), "lies in the future"),
        (a_report(2, Instrument="OPCAT"), "No report is due under this instrument"),
        (a_report(2, Due="2021"), "no whole day"),
        (a_report(0), "no whole number from 1 to 99"),
    ],
)
def test_a_row_that_cannot_be_is_refused(row, why):
    assert why in refusal_of("reporting-cycles", row)
