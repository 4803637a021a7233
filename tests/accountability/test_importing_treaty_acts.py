"""Every act about a treaty with its day, as far as it is known; what contradicts itself is refused."""

import pytest

from techcoop.accountability.models import TreatyAct
from tests.accountability.accounts import an_act, facts, refusal_of
from tests.atlas.makers import a_state

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def arcadia():
    return a_state("Arcadia")


def test_acts_come_in_with_days_that_are_known_in_part(arcadia):
    facts(
        "treaty-acts",
        an_act("signature", "1985"),
        an_act("ratification", "1987-06-26"),
        an_act("entry_into_force", "1987-07"),
        an_act("reservation", "1987", Number="2", Text="Article 30."),
    )

    acts = TreatyAct.objects.filter(state=arcadia)
    assert [(one.kind, one.done_on) for one in acts] == [
        ("signature", "1985"), ("reservation", "1987"), ("ratification", "1987-06-26"),
        ("entry_into_force", "1987-07"),
    ]  # fmt: skip
    assert {one.source.title for one in acts} == {"Treasury"}


@pytest.mark.parametrize(
    ("row", "why"),
    [
        (an_act("signature", "1984-11-30"), "before the instrument was adopted"),
        (an_act("signature", "1923"), "from 1948 on"),
        (an_act("signature", "1987-02-30"), "is no day"),
        (an_act("signature", ""), "Nothing stands in this column"),
        (an_act("pardon", "1987"), "none of the words that may stand here"),
        (an_act("signature", "1987", Instrument="ABC"), "none of the eighteen instruments"),
        (an_act("signature", "1987", State="Atlantis"), "means no State"),
        (an_act("denunciation", "1999"), "no party to by then"),
    ],
)
def test_a_row_that_cannot_be_is_refused_with_its_reason(row, why):
    assert why in refusal_of("treaty-acts", row)


def test_nobody_ratifies_before_signing_whether_the_signature_is_in_the_file_or_here():
    early = an_act("ratification", "1986-12")

    assert "before it signed, 1987-01-05" in refusal_of(
        "treaty-acts", an_act("signature", "1987-01-05"), early
    )
    facts("treaty-acts", an_act("signature", "1987-01-05"))
    assert "before it signed" in refusal_of("treaty-acts", early)


def test_a_year_alone_contradicts_no_day_of_the_same_year():
    facts("treaty-acts", an_act("signature", "1987-12-01"), an_act("ratification", "1987"))

    assert TreatyAct.objects.count() == 2


def test_a_file_that_corrects_the_signature_may_bring_the_earlier_ratification():
    facts("treaty-acts", an_act("signature", "1990"))

    facts("treaty-acts", an_act("signature", "1985"), an_act("ratification", "1986"))

    assert sorted(TreatyAct.objects.values_list("done_on", flat=True)) == ["1985", "1986"]


@pytest.mark.parametrize("act", ["denunciation", "entry_into_force", "individual_complaints", "inquiry"])
def test_nothing_that_only_a_party_does_comes_before_it_is_a_party(act):
    rows = an_act("accession", "1990-05-01"), an_act(act, "1990-04")

    assert "before the State became a party" in refusal_of("treaty-acts", *rows)


def test_a_second_run_changes_nothing():
    rows = [an_act("signature", "1985"), an_act("ratification", "1987")]
    facts("treaty-acts", *rows)

    assert facts("treaty-acts", *rows).counts == {"create": 0, "change": 0, "skip": 2, "refuse": 0}
