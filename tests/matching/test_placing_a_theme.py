"""A theme that maps nowhere is placed onto a subject by the coordinator, with reasons, in the journal."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.urls import reverse

from techcoop.accountability.models import Theme
from techcoop.journal.queries import history
from techcoop.matching import actions
from techcoop.matching.models import Placement, Subject
from techcoop.matching.queries import subjects_of_themes, taxonomies, themes_without_subject
from tests.accountability.makers import RECORD, an_index, taken_in
from tests.people.makers import NOON, a_coordinator, a_desk_officer, a_finance_officer, a_stranger

pytestmark = pytest.mark.django_db


def a_theme_that_maps_nowhere():
    taken_in(an_index({**RECORD, "Themes": ["- Rights of rivers"]}), name="index.json")
    return Theme.objects.get(label="Rights of rivers")


def place(theme, code="environment", *, by=None, why="Its paragraphs are about rivers."):
    subject = Subject.objects.get(code=code)
    return actions.place(theme, subject=subject, why=why, by=by or a_coordinator(), at=NOON)


def test_an_unplaced_theme_is_listed_with_how_much_it_holds_and_placed():
    theme = a_theme_that_maps_nowhere()
    (before,) = themes_without_subject(subjects_of_themes())

    placement = place(theme)

    assert (before.theme, before.recommendations) == (theme, 1)
    assert subjects_of_themes()[theme.pk].code == "environment"
    assert themes_without_subject(subjects_of_themes()) == []
    assert placement.effective_from == NOON.date()
    assert [(one.act, one.details["subject"]) for one in history(theme)] == [("place theme", "environment")]


def test_a_placement_goes_before_the_label_and_is_corrected_on_the_same_day():
    theme = a_theme_that_maps_nowhere()

    place(theme)
    place(theme, "culture")

    assert subjects_of_themes()[theme.pk].code == "culture"
    assert Placement.objects.count() == 1
    assert len(history(theme)) == 2


@pytest.mark.parametrize("someone", [a_desk_officer, a_finance_officer, a_stranger])
def test_nobody_else_places_a_theme(someone, client):
    theme = a_theme_that_maps_nowhere()
    client.force_login(someone())

    assert client.get(reverse("matching:place", args=[theme.pk])).status_code == 403
    with pytest.raises(PermissionDenied):
        place(theme, by=someone())


def test_reasons_are_given():
    with pytest.raises(ValidationError):
        place(a_theme_that_maps_nowhere(), why=" ")


def test_the_coordinator_places_it_on_the_page(client):
    theme = a_theme_that_maps_nowhere()
    client.force_login(a_coordinator())
    address = reverse("matching:place", args=[theme.pk])
    empty = client.post(address, {"subject": "", "why": ""})

    told = client.post(address, {"subject": "environment", "why": "Rivers."}, follow=True)

    assert empty.context["form"].errors.keys() == {"subject", "why"}
    assert "The theme was placed." in told.content.decode()
    assert [(one.name, one.mapped, one.by_people) for one in taxonomies(subjects_of_themes())] == [
        ("uhri", 1, 1)
    ]


def test_the_list_is_narrowed_to_a_subject_and_counted_by_it(client):
    place(a_theme_that_maps_nowhere())
    client.force_login(a_coordinator())

    listed = client.get(reverse("accountability:recommendations") + "?subject=environment")
    counted = client.get(reverse("accountability:counts"))

    assert listed.context["page"].total == 1
    facet = next(one for one in counted.context["facets"] if one.label == "Subject")
    assert [value.number for value in facet.values] == [1]
    assert client.get(facet.values[0].address).context["page"].total == 1
