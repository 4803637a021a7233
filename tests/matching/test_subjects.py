"""The themes of three taxonomies and their versions map onto subjects; what maps nowhere is shown."""

import pytest
from django.urls import reverse

from techcoop.accountability.models import Theme
from techcoop.matching.models import Subject
from techcoop.matching.queries import subjects_of_themes, themes_without_subject
from tests.accountability.makers import RECORD, an_export, an_index, taken_in
from tests.people.makers import a_coordinator, a_stranger

pytestmark = pytest.mark.django_db


def mapped():
    known = subjects_of_themes()
    return {theme.label: known[theme.pk].code for theme in Theme.objects.filter(pk__in=known)}


def test_labels_of_several_sources_meet_in_one_subject():
    taken_in(an_export({"Text": "Establish one.", "Issue": "NHRI"}))
    taken_in(an_index({"Themes": ["- National Human Rights Institution (NHRI)"]}), name="index.json")

    assert mapped() == {
        "NHRI": "national_institution",
        "National Human Rights Institution (NHRI)": "national_institution",
    }


def test_a_label_that_nobody_placed_is_shown_on_the_page(client):
    taken_in(an_index({**RECORD, "Themes": ["- Rights of rivers"]}), name="index.json")
    client.force_login(a_coordinator())

    answer = client.get(reverse("matching:subjects"))

    assert [one.theme.label for one in themes_without_subject(subjects_of_themes())] == ["Rights of rivers"]
    assert "Rights of rivers" in answer.content.decode()


def test_a_stranger_sees_no_subjects(client):
    client.force_login(a_stranger())

    assert client.get(reverse("matching:subjects")).status_code == 403


def test_every_subject_has_its_name_in_six_languages_and_a_source():
    for one in Subject.objects.all():
        assert set(one.names) == {"en", "fr", "ar", "es", "ru", "zh-hans"}
        assert all(one.names.values())
        assert one.source
