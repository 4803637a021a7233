"""What people type into one line holds one line: it may stand in a header of a mail."""

import ast

from tests.architecture.house import PROGRAMME, name_of, tree

SEVERAL_LINES = ("Textarea", "HiddenInput")


def test_a_field_of_text_is_one_line_or_says_that_it_is_more():
    loose = [
        f"{name_of(path)}:{call.lineno}"
        for path in PROGRAMME.rglob("*.py")
        for call in ast.walk(tree(path))
        if isinstance(call, ast.Call) and ast.unparse(call.func) == "forms.CharField" and not is_more(call)
    ]

    assert loose == []


def is_more(call):
    return any(
        one.arg == "widget" and any(word in ast.unparse(one.value) for word in SEVERAL_LINES)
        for one in call.keywords
    )
