"""Every module, model and action says in a sentence what it is in the programme."""

import ast

from django.apps import apps

from tests.architecture.house import action_files, name_of, python_files, tree


def test_every_module_says_what_it_is():
    silent = [
        name_of(path)
        for path in python_files("techcoop", "config", "launch", "bench", "tests")
        if not ast.get_docstring(tree(path)) and (path.name != "__init__.py" or "tests" not in path.parts)
    ]

    assert silent == []


def test_every_model_says_what_it_is():
    models = [model for model in apps.get_models() if model.__module__.startswith("techcoop.")]
    silent = [
        model._meta.label
        for model in models
        if not hasattr(model, "pgh_tracked_model") and (model.__doc__ or "").startswith(f"{model.__name__}(")
    ]

    assert silent == []


def test_every_action_says_what_it_does():
    silent = [
        f"{name_of(path)} {node.name}"
        for path in action_files()
        for node in tree(path).body
        if isinstance(node, ast.FunctionDef) and not node.name.startswith("_") and not ast.get_docstring(node)
    ]

    assert silent == []
