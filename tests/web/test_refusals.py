"""What cannot be done is said before anything is typed; what comes too late loses nothing that was typed."""

import pytest
from django import forms
from django.core.exceptions import PermissionDenied
from django.test import RequestFactory

from techcoop.lifecycle import Lifecycle, MoveNotAllowed, move, only_while
from techcoop.web.forms import TOO_LATE, errors_beside_fields
from techcoop.web.refusals import ask_first, possible_while, why_not_now, why_too_late, words_typed

LIFE = Lifecycle(move("open", ("new", "shut"), "open"), move("shut", "open", "shut"))
ASK = RequestFactory()


class WordsForm(forms.Form):
    words = forms.CharField()


def too_late():
    LIFE.after("shut", "shut")


def test_whoever_opens_a_form_that_is_not_theirs_is_refused_with_the_reason():
    with pytest.raises(PermissionDenied, match="Others do this"):
        ask_first(ASK.get("/"), "Others do this.", too_late)


def test_whoever_opens_a_form_too_late_is_told_at_once():
    with pytest.raises(MoveNotAllowed) as refused:
        ask_first(ASK.get("/"), "", too_late)

    assert why_too_late(refused.value).endswith("Possible while the status is “open”.")


def test_whoever_sends_a_form_too_late_is_told_on_the_form():
    ask_first(ASK.post("/"), "", too_late)
    form = WordsForm({"words": "typed"})

    with errors_beside_fields(form):
        too_late()

    assert form.has_error("__all__", code=TOO_LATE)
    assert form["words"].value() == "typed"


def test_the_reason_names_every_status_at_which_the_act_is_possible():
    assert possible_while(("new", "shut", "gone")) == "Possible while the status is “new”, “shut” or “gone”."
    assert why_not_now(LIFE, "open", "open") == "Possible while the status is “new” or “shut”."
    assert why_not_now(LIFE, "open", "new") == ""


def test_an_act_may_ask_for_the_status_of_another_thing():
    only_while("plan", "open", ("open",))

    with pytest.raises(MoveNotAllowed) as refused:
        only_while("plan", "shut", ("open",))
    assert refused.value.possible_while == ("open",)


def test_words_are_given_back_and_secrets_choices_and_keys_are_not():
    sent = {
        "why": "It was late.",
        "kind": "final",
        "password": "a b c",
        "initial-why": "It was early.",
        "submission": "1 2",
    }

    assert words_typed(ASK.post("/", sent)) == ["It was late."]
