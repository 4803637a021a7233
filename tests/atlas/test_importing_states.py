"""A file about States changes what it says and leaves the rest; unknown names are refused, never guessed."""

import pytest

from techcoop.atlas.models import State
from tests.intake.makers import a_previewed_import, an_applied_import
from tests.shared_data import real_files

pytestmark = pytest.mark.django_db
M49 = """Country or Area;M49 Code;ISO-alpha3 Code;ISO-alpha2 Code;Region Code;Least Developed Countries (LDC)
Newland;999;NEW;XN;002;x
France;250;FRA;FR;150;x
France;250;FRA;FR;150;
Nowhere;1;FR;;777;
"""
NAMES = (
    "English short,French short,English formal\nFrance,France (la),the Fifth Republic\nAtlantis,Atlantide,\n"
)


def test_a_state_is_added_changed_or_refused_with_reasons():
    applied = an_applied_import(M49, kind="states")

    assert applied.counts == {"create": 1, "change": 1, "skip": 0, "refuse": 2}
    assert State.objects.get(iso3="NEW").is_least_developed
    assert [one.code for one in State.objects.get(iso3="FRA").regions.all()] == ["150"]
    changed = applied.lines.get(verdict="change")
    assert changed.before == {"is_least_developed": False, "region_codes": ["150", "155"]}
    told = [line.told() for line in applied.lines.filter(verdict="refuse")]
    assert told[0] == "It contradicts row 3."
    assert "“FR” is no code of three capital letters." in told[1]


def test_a_list_of_names_changes_only_names():
    applied = an_applied_import(NAMES, kind="states")

    france = State.objects.get(iso3="FRA")
    assert france.formal_names["en"] == "the Fifth Republic"
    assert france.names["fr"] == "France"
    assert france.regions.count() == 2
    assert applied.lines.get(verdict="refuse").told() == (
        "English short: “Atlantis” is not known as the name of a State."
    )


@pytest.mark.parametrize("name", ["m49.csv", "names-six-languages.xlsx", "follow-up-mechanisms.csv"])
def test_the_real_lists_say_what_is_shipped(name):
    (path,) = real_files(f"states/{name}")

    previewed = a_previewed_import(path.read_bytes(), kind="states", name=name)

    assert (previewed.to_create, previewed.to_change, previewed.to_refuse) == (0, 0, 0)
    assert previewed.to_skip > 80
