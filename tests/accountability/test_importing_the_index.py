"""The export of the Universal Human Rights Index: taken at its word, by its own numbers, made harmless."""

import dataclasses
import io
import json
from datetime import date

import pytest
import xlsxwriter

from techcoop.accountability.models import Recommendation, Theme
from techcoop.intake import actions
from tests.accountability.makers import RECORD, an_index, shown, taken_in
from tests.intake.makers import an_upload
from tests.people.makers import NOON, a_coordinator, a_liaison

pytestmark = pytest.mark.django_db
KEY = RECORD["AnnotationId"]
SHEET = ("Text", "Countries Concerned", "Reccomending Body", "Document Symbol", "Themes", "Affected Persons",
         "Sdgs", "Document Publication Date", "UPR Reccomending States", "UPR Position", "Type",
         "OHCHR Annotation Id", "UPR Session", "Regions Concerned", "Recommending Regions",
         "Date of publication on UHRI")  # fmt: skip


def index(*records, name="export-full-en.json"):
    return taken_in(an_index(*records), name=name)


def in_language(language: str, *records):
    """The same export in another language."""
    handed_in = dataclasses.replace(
        an_upload(an_index(*records), kind="recommendations", name="export.json"), language=language
    )
    who = {"by": a_liaison(), "at": NOON}
    uploaded = actions.upload(handed_in, **who, order_work=False)
    return actions.apply(actions.confirm(actions.preview(uploaded, **who), **who, order_work=False), **who)


def a_workbook(row: dict) -> bytes:
    written = io.BytesIO()
    with xlsxwriter.Workbook(written) as book:
        sheet = book.add_worksheet()
        for place, heading in enumerate(SHEET):
            sheet.write(0, place, heading)
            sheet.write(1, place, row.get(heading, ""))
    return written.getvalue()


def test_a_record_is_taken_at_its_word():
    index({})

    one = Recommendation.objects.get(source_key=KEY)
    assert (one.state.iso3, one.mechanism.code, one.kind) == ("FRA", "CEDAW", "recommendation")
    assert (one.symbol, one.published_on, one.year) == ("CEDAW/C/FRA/CO/8", date(2023, 11, 14), 2023)
    assert one.text == "Protect women from violence & harm."
    assert (one.sdg_targets, one.affected_groups) == (["5", "16.9", "16.10"], ["Women & girls"])
    labels = Theme.objects.filter(pk__in=one.theme_ids).values_list("label", flat=True)
    assert set(labels) == {"Access to justice", "Violence against women"}


def test_a_workbook_with_misspelt_headings_and_days_that_excel_counts():
    row = {"Text": "12.5 Train judges (Chad).", "Countries Concerned": "- Mali\n- Iraq",
           "Type": "- Recommendations", "Reccomending Body": "- UPR", "OHCHR Annotation Id": KEY,
           "Document Publication Date": 46078, "UPR Reccomending States": "- Chad",
           "UPR Position": "- Supported", "UPR Session": "43 - 2023"}  # fmt: skip

    taken_in(a_workbook(row), name="export.xlsx")

    one, other = Recommendation.objects.order_by("state__iso3")
    assert (one.state.iso3, other.state.iso3) == ("IRQ", "MLI")
    assert (one.paragraph, one.text) == ("12.5", "Train judges (Chad).")
    assert (one.published_on, one.year, one.upr_cycle) == (date(2026, 2, 25), 2023, 4)
    assert (one.upr_position, len(one.recommending_state_ids)) == ("supported", 1)


@pytest.mark.parametrize(
    ("label", "code"), [("IE  Albinism", "IE-ALBINISM"), ("Committee on the Rights of the Child", "CRC"),
                        ("CRC-OP-SC", "CRC"), ("SR HR Defenders", "SR-DEFENDERS")],
)  # fmt: skip
def test_dirty_labels_of_bodies_mean_one_mechanism(label, code):
    index({"Body": f"- {label}"})

    assert Recommendation.objects.get().mechanism.code == code


def test_only_the_review_has_positions():
    index({"UprPosition": "- Supported"})

    assert Recommendation.objects.get().upr_position == ""


def test_a_second_run_changes_nothing_and_a_change_keeps_the_history():
    index({})
    assert index({}).counts == {"create": 0, "change": 0, "skip": 1, "refuse": 0}

    index({"Text": "Protect all women.", "Themes": ["- Access to justice"]})

    one = Recommendation.objects.get()
    assert (one.text, len(one.theme_ids), one.events.count()) == ("Protect all women.", 1, 1)


def test_another_language_adds_its_words_and_changes_nothing_else():
    index({})

    in_language(
        "fr", {"Text": "Protéger les femmes.", "Themes": ["- Accès à la justice"], "Body": "- Comité"}
    )

    one = Recommendation.objects.get()
    assert one.texts == {"en": "Protect women from violence & harm.", "fr": "Protéger les femmes."}
    assert not Theme.objects.filter(label="Accès à la justice").exists()


def test_words_without_their_english_record_are_refused():
    applied = in_language("ar", {"Text": "حماية المرأة"})

    assert "import the English file first" in applied.lines.get().told()


@pytest.mark.parametrize(
    ("record", "why"),
    [
        ({"Countries": ["- Atlantis"]}, "“Atlantis” means no State"),
        ({"Countries": []}, "names no State"),
        ({"Body": "- Nobody"}, "“Nobody” is no mechanism"),
        ({"AnnotationType": "- Poem"}, "“Poem” is no kind"),
        ({"PublicationDate": "one day"}, "no day that can be read"),
        ({"AnnotationId": ""}, "no annotation number"),
    ],
)
def test_what_is_not_known_is_refused_and_the_rest_goes_on(record, why):
    previewed = shown(an_index(record, {"AnnotationId": "other"}), name="export.json")

    assert (previewed.to_create, previewed.to_refuse) == (1, 1)
    assert why in previewed.lines.get(verdict="refuse").told()


def test_new_themes_are_listed():
    previewed = shown(an_index({}), name="export.json")

    assert (previewed.to_create, Theme.objects.count()) == (1, 0)


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>Act.",
        "Act.<img src=x onerror=alert(1)>",
        "&lt;b&gt;Act.",
        "\u202eAct.\u0000",
    ],
)
def test_what_could_do_harm_is_gone_or_only_text(text, client):
    index({"Text": text})

    client.force_login(a_coordinator())
    page = client.get(f"/recommendations/{Recommendation.objects.get().pk}/").content.decode()
    assert "Act." in page
    assert not any(bad in page for bad in ("alert(1)", "<b>Act", "\u202e", "onerror"))


def test_a_full_export_can_withdraw_what_it_does_not_hold():
    index({}, {"AnnotationId": "gone"})
    handed_in = dataclasses.replace(
        an_upload(json.dumps([RECORD]), kind="recommendations"), options={"withdraw_missing": "yes"}
    )
    who = {"by": a_liaison(), "at": NOON}

    previewed = actions.preview(actions.upload(handed_in, **who, order_work=False), **who)
    actions.apply(actions.confirm(previewed, **who, order_work=False), **who)

    assert Recommendation.objects.get(source_key="gone").withdrawn_on == date(2026, 1, 5)
    assert Recommendation.objects.get(source_key=KEY).withdrawn_on is None
