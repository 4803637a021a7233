"""A State is known by every spelling met in the wild; what is not known is nobody."""

import pytest

from techcoop.atlas.models import RegionalGroup, Standing, State
from techcoop.atlas.queries import resolver
from techcoop.sheets.reading import open_list
from tests.shared_data import real_files

pytestmark = pytest.mark.django_db
FILES = {
    "recommendations/upr-export/*.csv": ("to", "from"),
    "recommendations/upr-export/*.xls": ("sur", "rs"),
    "recommendations/upr-years/*.csv": ("to", "from"),
    "treaties/*.csv": ("member",),
    "portfolio/*.csv": ("country",),
    "states/follow-up-mechanisms.csv": ("state",),
}
# What the lists themselves do not know.
NOBODY = {"", "NA", "&#40;Unknown&#41;"}


@pytest.mark.parametrize(
    ("spelling", "code"),
    [
        ("unitedkingdom", "GBR"),
        ("Cote d'Ivoire", "CIV"),
        ("Côte d’Ivoire", "CIV"),
        ("Iran, Islamic Republic of", "IRN"),
        ("St Kitts & Nevis", "KNA"),
        ("République démocratique du Congo", "COD"),
        ("الجزائر", "DZA"),
        ("Kosovo", "XKX"),
        ("USSR", "SUN"),
        ("Burma", "MMR"),
        ("gbr", "GBR"),
        ("826", "GBR"),
    ],
)
def test_a_spelling_means_a_state(spelling, code):
    assert resolver().resolve(spelling).iso3 == code


@pytest.mark.parametrize("spelling", ["NA", "", "Atlantis", "European Union", "Guineas"])
def test_what_is_not_known_is_nobody(spelling):
    assert resolver().resolve(spelling) is None


def test_all_spellings_are_looked_up_in_two_questions(django_assert_num_queries):
    with django_assert_num_queries(2):
        known = resolver()

    assert known.unknown(["France", "Atlantis", "France", "Atlantis"]) == ["Atlantis"]


def test_the_members_of_the_united_nations_are_all_there():
    members = State.objects.filter(standing=Standing.MEMBER)

    assert members.count() == 193
    assert not members.filter(group="").exists()
    assert members.filter(group=RegionalGroup.AFRICAN).count() == 54
    assert all(len(one.names) == len(one.formal_names) == 6 for one in members)


@pytest.mark.parametrize("pattern", FILES)
def test_every_spelling_of_the_real_lists_is_known(pattern):
    paths = real_files(pattern)
    known, met = resolver(), set()

    for path in paths:
        with path.open("rb") as file:
            met |= {one.text(heading) for one in open_list(file).records() for heading in FILES[pattern]}

    assert set(known.unknown(sorted(met))) <= NOBODY
