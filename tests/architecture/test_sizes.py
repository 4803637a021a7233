"""Each file is readable without scrolling twice; a limit may be raised with a reason, not drifted past."""

import pytest

from tests.architecture.house import ROOT, action_files, functions, name_of, python_files

SOURCES = python_files("techcoop", "config", "launch", "bench")
TESTS = python_files("tests")
LINES_OF_A_SOURCE, LINES_OF_A_TEST_FILE = 250, 200
LINES_OF_A_FUNCTION, LINES_OF_A_TEST = 40, 25
PARAMETERS = 6
LINES_OF_SCRIPTS = 500


def length(node):
    """The lines of a function, without its decorators."""
    return node.end_lineno - node.lineno + 1


def parameters(node):
    named = node.args.posonlyargs + node.args.args + node.args.kwonlyargs
    return [one.arg for one in named if one.arg not in ("self", "cls")]


@pytest.mark.parametrize("path", SOURCES, ids=name_of)
def test_a_source_file_is_short(path):
    assert len(path.read_text().splitlines()) <= LINES_OF_A_SOURCE


@pytest.mark.parametrize("path", TESTS, ids=name_of)
def test_a_test_file_is_short(path):
    assert len(path.read_text().splitlines()) <= LINES_OF_A_TEST_FILE


def test_the_settings_are_short():
    assert len((ROOT / "config" / "settings.py").read_text().splitlines()) < 200


def test_functions_are_short():
    long = [
        (name_of(path), node.name, length(node))
        for path in SOURCES
        for node in functions(path)
        if length(node) > LINES_OF_A_FUNCTION
    ]

    assert long == []


def test_tests_are_short():
    long = [
        (name_of(path), node.name, length(node))
        for path in TESTS
        for node in functions(path)
        if node.name.startswith("test_") and length(node) > LINES_OF_A_TEST
    ]

    assert long == []


def test_functions_take_few_parameters():
    many = [
        (name_of(path), node.name)
        for path in SOURCES
        for node in functions(path)
        if len(parameters(node)) > PARAMETERS
    ]

    assert many == []


def test_actions_name_what_they_are_given():
    unnamed = [
        (name_of(path), node.name)
        for path in action_files()
        for node in functions(path)
        if not node.name.startswith("_") and len(node.args.args) > 2
    ]

    assert unnamed == [], "from the second parameter on, keyword only"


def test_scripts_stay_few():
    scripts = (ROOT / "techcoop").rglob("static/**/*.js")

    assert sum(len(path.read_text().splitlines()) for path in scripts) <= LINES_OF_SCRIPTS
