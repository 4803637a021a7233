"""Two people change one thing at the same time: the second is told, and loses nothing."""

from datetime import UTC, date, datetime

import pytest
from django import forms
from django.http import QueryDict
from django.template.loader import render_to_string
from django.utils.datastructures import MultiValueDict

from techcoop.web.editing import Difference, Edited, EditingForm, in_words

CLARA = Edited(3, "Clara Coordinator", datetime(2026, 3, 2, 14, 3, tzinfo=UTC))
AT_FIRST = {"subject": "Judges", "summary": "One\nTwo", "on": date(2026, 2, 1), "parts": ["C1"]}


class SubjectForm(EditingForm):
    subject = forms.CharField(label="Subject")
    summary = forms.CharField(label="Summary", widget=forms.Textarea, required=False)
    on = forms.DateField(label="Day")
    parts = forms.MultipleChoiceField(
        label="Parts",
        choices=[("C1", "Law"), ("C2", "Institutions")],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )


def sent(now=None, opened=AT_FIRST, take=(), **typed):
    """The form as it comes back: opened when the thing said one thing, sent when it says another."""
    data = QueryDict(mutable=True)
    for name, value in {**opened, **typed}.items():
        data.setlist(name, [str(one).replace("\n", "\r\n") for one in aslist(value)])
    for name, value in opened.items():
        data.setlist(f"initial-{name}", [str(one).replace("\n", "\r\n") for one in aslist(value)])
    data.setlist("take_theirs", list(take))
    return SubjectForm(data, initial=now or AT_FIRST, edited=CLARA)


def aslist(value):
    return value if isinstance(value, list) else [value]


def test_nothing_is_said_when_nobody_else_was_there():
    form = sent(subject="Prosecutors", parts=["C1", "C2"])

    assert form.is_valid()
    assert (form.differences, form.meanwhile()) == ([], "")


def test_what_only_the_other_changed_is_taken_over_and_told():
    form = sent(now={**AT_FIRST, "subject": "Theirs", "parts": []}, summary="Mine")

    assert form.is_valid()
    assert form.cleaned_data["subject"] == "Theirs"
    assert form.cleaned_data["parts"] == []
    assert form.cleaned_data["summary"] == "Mine"
    assert (
        form.meanwhile() == "Clara Coordinator has changed meanwhile: Subject, Parts. Both changes are kept."
    )


def test_what_both_changed_is_not_saved_before_the_second_has_chosen():
    form = sent(now={**AT_FIRST, "subject": "Theirs"}, subject="Mine")

    assert not form.is_valid()
    assert form.differences == [Difference("subject", "Subject", "Theirs", "Mine")]
    assert "Clara Coordinator has changed this too" in form.non_field_errors()[0]
    assert form["subject"].value() == "Mine"


@pytest.mark.parametrize(("take", "holds"), [((), "Mine"), (("subject",), "Theirs")])
def test_the_second_saves_over_it_knowingly_or_takes_theirs(take, holds):
    now = {**AT_FIRST, "subject": "Theirs"}

    form = sent(now=now, opened=now, take=take, subject="Mine")

    assert form.is_valid()
    assert form.cleaned_data["subject"] == holds


def test_the_same_change_by_both_is_no_difference():
    assert sent(now={**AT_FIRST, "subject": "Same"}, subject="Same").is_valid()


def test_a_page_that_comes_back_stands_on_what_is_there_now():
    form = sent(now={**AT_FIRST, "subject": "Theirs", "parts": []}, subject="Mine", parts=["C2"])

    assert 'name="initial-subject" value="Theirs"' in str(form["subject"])
    assert "initial-parts" not in str(form["parts"])
    assert [one.name for one in form.differences] == ["subject", "parts"]


def test_the_page_shows_theirs_beside_mine_inside_the_form():
    form = sent(now={**AT_FIRST, "subject": "<Theirs>", "parts": []}, subject="Mine", parts=["C2", "C1"])

    html = render_to_string("web/_differences.html", {"form": form})

    assert "&lt;Theirs&gt;" in html
    assert "Law, Institutions" in html or "Institutions, Law" in html
    assert html.count('type="checkbox"') == 2


def test_values_are_said_in_words():
    fields = SubjectForm(initial=AT_FIRST, edited=Edited()).fields

    assert (
        in_words(fields["on"], "2026-02-01") == in_words(fields["on"], date(2026, 2, 1)) == "1 February 2026"
    )
    assert in_words(fields["on"], "soon") == "soon"
    assert in_words(fields["parts"], ["C2"]) == "Institutions"


def test_what_nobody_else_has_touched_is_no_difference_when_the_form_comes_back_with_its_boxes_ticked():
    """A new thing, refused once: the page that came back carries that nothing was ticked at first."""
    first = SubjectForm(MultiValueDict({"summary": ["Mine"]}), initial={}, edited=Edited())
    assert "initial-parts" not in str(first["parts"])

    again = MultiValueDict(
        {
            "subject": ["Mine"],
            "summary": ["Mine"],
            "parts": ["C1"],
            "initial-subject": [""],
            "initial-parts": [""],
        }
    )
    form = SubjectForm(again, initial={}, edited=Edited())

    assert form.differences == []
    assert form["parts"].value() == ["C1"]
