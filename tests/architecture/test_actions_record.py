"""Whatever people do to the records of the programme stands in its journal."""

import ast

from tests.architecture.house import PROGRAMME, action_files, actions, functions, name_of, tree

CHANGING = {"save", "create", "bulk_create", "bulk_update", "get_or_create", "update_or_create", "delete"}
# Actions that are a part of another action, which records them; each with the reason.
PART_OF_ANOTHER = {
    "techcoop/journal/actions.py record": "it is the recording",
    "techcoop/accountability/actions/freezing.py freeze": "the act that freezes records the digests",
    "techcoop/intake/actions/lines.py keep_lines": "the lines of an import that is recorded",
    "techcoop/matching/actions.py remember": "what was said is recorded with the thing it was said of",
    "techcoop/matching/actions.py judge": "what was said is recorded with the thing it was said of",
    "techcoop/matching/actions.py forget": "what is taken back is recorded with the thing it was said of",
    "techcoop/journal/actions.py next_number": "a number is recorded with the thing that bears it",
}
# Actions that read for long before one short transaction keeps what they found.
READING_FIRST = {"techcoop/evaluation/actions/reviews.py compose_review"}


def calls(node):
    """The names that a function calls: “record”, “actions.accept”, “thing.save”."""
    return {ast.unparse(one.func) for one in ast.walk(node) if isinstance(one, ast.Call)}


def recording_functions(files):
    """The functions that record, themselves or through one that they call."""
    names = {(path, node.name): calls(node) for path in files for node in functions(path)}
    recording = {key for key, called in names.items() if "record" in called}
    while True:
        known = {name for _path, name in recording}
        more = {key for key, called in names.items() if known & {one.split(".")[-1] for one in called}}
        if more <= recording:
            return recording
        recording |= more


def test_every_action_that_changes_something_records_it():
    recording = recording_functions(action_files())
    silent = [
        f"{name_of(path)} {node.name}"
        for path, node in actions()
        if changes(node) and (path, node.name) not in recording
    ]

    assert sorted(set(silent) - set(PART_OF_ANOTHER)) == []


def changes(node):
    """Whether a function changes a record, or acts for somebody."""
    touched = {one.split(".")[-1] for one in calls(node) if "." in one} & CHANGING
    return bool(touched) or any(one.arg == "by" for one in node.args.kwonlyargs)


def test_actions_are_all_or_nothing():
    loose = [
        f"{name_of(path)} {node.name}" for path, node in actions() if changes(node) and not is_atomic(node)
    ]

    assert sorted(set(loose) - set(PART_OF_ANOTHER) - READING_FIRST) == []


def is_atomic(node):
    written = [ast.unparse(one) for one in node.decorator_list] + sorted(calls(node))
    return any("atomic" in one for one in written)


def test_only_actions_and_migrations_of_the_programme_write():
    """Views, forms and policies ask; they never save."""
    writing = [
        name_of(path)
        for path in PROGRAMME.rglob("*.py")
        if {"views", "forms", "policies", "queries"} & {path.stem, path.parent.name}
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Call) and ast.unparse(node.func).endswith((".objects.create", ".save"))
    ]

    assert writing == []
