"""The status of ratification comes from lists only; what contradicts itself is refused, never guessed."""

import pytest
from django.db import DatabaseError, transaction

from techcoop.accountability.models import Instrument, TreatyStatus
from tests.accountability.makers import TREATY, a_list, a_treaty_status, shown, taken_in
from tests.atlas.makers import a_state
from tests.shared_data import real_files

pytestmark = pytest.mark.django_db

PARTY = {"iso2": "FR", "member": "France", "state party": 1, "year ratification or accession": 1986,
         "signatory": 0, "no action": 0, "status": "state party"}  # fmt: skip


def statuses(*rows, name="hr_status_cat.csv"):
    return taken_in(a_list(TREATY, *rows), name=name, kind="treaties")


def test_a_list_says_who_is_party_since_when():
    statuses(PARTY)

    status = TreatyStatus.objects.get(instrument__code="CAT", state__iso3="FRA")
    assert (status.standing, status.year, status.source.title) == ("party", 1986, "Treasury")


@pytest.mark.parametrize("name", ["hr_status_op_crc_ic.csv", "HR_Status_OPIC.csv", "crc-op-ic.csv"])
def test_the_name_of_the_file_says_which_instrument_is_meant(name):
    statuses(PARTY, name=name)

    assert TreatyStatus.objects.get().instrument == Instrument.objects.get(code="CRC-OP-IC")


def test_a_file_of_no_known_instrument_is_refused():
    applied = shown(a_list(TREATY, PARTY), name="something.csv", kind="treaties")

    assert applied.to_refuse == 1
    assert "Which instrument is meant?" in applied.lines.get().told()


@pytest.mark.parametrize(
    "said",
    [{"no action": 1}, {"state party": 0, "year ratification or accession": ""}, {"member": "Spain"},
     {"member": "Atlantis", "iso2": ""}, {"status": "perhaps", "signatory": 1}],
)  # fmt: skip
def test_what_contradicts_itself_is_refused(said):
    applied = statuses({**PARTY, **said})

    assert (applied.counts["refuse"], TreatyStatus.objects.count()) == (1, 0)


def test_a_second_run_changes_nothing_and_a_correction_keeps_the_history():
    statuses(PARTY)
    assert statuses(PARTY).counts == {"create": 0, "change": 0, "skip": 1, "refuse": 0}

    statuses({**PARTY, "year ratification or accession": 1988})

    assert TreatyStatus.objects.get().year == 1988
    assert [event.year for event in TreatyStatus.objects.get().events.all()] == [1986]


def test_a_party_that_is_none_any_more_is_pointed_out():
    status = a_treaty_status(a_state("Arcadia"))

    changed = shown(
        a_list(TREATY, {"member": "Arcadia", "no action": 1, "status": "no action"}),
        name="hr_status_cat.csv",
        kind="treaties",
    )

    assert "known as a party until now" in changed.lines.get().told()
    assert TreatyStatus.objects.get() == status


@pytest.mark.parametrize("act", ["INSERT", "UPDATE", "DELETE"])
def test_nobody_but_an_import_writes(act):
    status = a_treaty_status()
    writes = {
        "INSERT": lambda: TreatyStatus.objects.create(
            state=a_state("Elsewhere"), instrument=status.instrument, standing="party", source=status.source
        ),
        "UPDATE": lambda: TreatyStatus.objects.update(year=1999),
        "DELETE": lambda: TreatyStatus.objects.all().delete(),
    }

    with pytest.raises(DatabaseError, match="only imports"), transaction.atomic():
        writes[act]()

    assert TreatyStatus.objects.get().year == 1987


def test_the_real_lists_are_taken_in():
    refused = created = 0
    for path in real_files("treaties/hr_status_*.csv"):
        applied = taken_in(path.read_bytes(), name=path.name, kind="treaties")
        created, refused = created + applied.counts["create"], refused + applied.counts["refuse"]

    assert (created + refused, refused) == (18 * 193, 4)
    assert TreatyStatus.objects.values("instrument").distinct().count() == 18
