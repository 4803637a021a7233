"""Whatever is recorded has the programme's words, in every language that is whole."""

import ast
from importlib import import_module

import pytest
from django.apps import apps
from django.utils import translation

from techcoop.desk.views.acts_in_words import WORDS, in_words, offered
from techcoop.lifecycle import Lifecycle
from tests.architecture.house import action_files, name_of, package_of, tree


def first_arguments():
    """What every call of `record` in an action names as its act, with the package."""
    for path in action_files():
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.Call) and ast.unparse(node.func) == "record":
                yield package_of(path), node.args[0], f"{name_of(path)} {node.lineno}"


def acts_of(package, argument, where):
    """The acts that an argument stands for: itself, one per kind of row, or those of the procedure."""
    if isinstance(argument, ast.Constant):
        return {argument.value}
    if isinstance(argument, ast.JoinedStr):
        return {
            f"{argument.values[0].value}{kind.NOUN}" for kind in apps.get_models() if hasattr(kind, "NOUN")
        }
    assert ast.unparse(argument) == "act", f"What {where} records is not known here"
    statuses = vars(import_module(f"techcoop.{package}.statuses")).values()
    return {act for one in statuses if isinstance(one, Lifecycle) for act in one.acts}


RECORDED = sorted({(package, act) for package, *rest in first_arguments() for act in acts_of(package, *rest)})


@pytest.mark.parametrize(("package", "act"), RECORDED, ids=" ".join)
def test_every_act_that_is_recorded_anywhere_has_words(package, act):
    assert act in WORDS[package]


@pytest.mark.parametrize("language", ["fr", "ar"])
def test_the_words_are_translated(language):
    words = {(package, act): str(said) for package, told in WORDS.items() for act, said in told.items()}
    with translation.override(language):
        same = {key for key, said in words.items() if str(WORDS[key[0]][key[1]]) == said}

    assert same == set()


def test_what_another_stage_did_to_a_thing_has_that_stages_words():
    assert in_words("people.user", "remind") == "Reminded by mail"
    assert in_words("atlas.state", "light_lamps") == "light lamps"
    assert offered([("projects.project", "close"), ("evaluation.evaluation", "close")]) == [
        ("close", "Accounts closed · Closed")
    ]
