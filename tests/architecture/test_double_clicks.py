"""Whatever makes a record knows the form that asked for it, so that a double click makes one."""

import ast

from django.apps import apps

from tests.architecture.house import actions, name_of

MAKING = (".objects.create", ".objects.get_or_create")
# Made once for another reason, which is said here.
ONCE_ANYWAY = {
    "techcoop/accountability/actions/calendars.py open_calendar": "a person has one open calendar",
    "techcoop/people/actions/accounts.py open_first_account": "there is no second first one",
    "techcoop/people/actions/accounts.py give_role": "the same role on the same terms is given once",
    "techcoop/requests/actions/mailing.py take_in": "a message is known by its own identity",
    "techcoop/journal/actions.py next_number": "a series is known by its name",
}


def makes(node):
    """Whether an action makes a record by itself."""
    return any(isinstance(one, ast.Call) and ast.unparse(one.func).endswith(MAKING) for one in ast.walk(node))


def test_every_action_that_makes_a_record_knows_its_form():
    forgetful = [
        f"{name_of(path)} {node.name}"
        for path, node in actions()
        if makes(node) and "submission" not in ast.unparse(node)
    ]

    assert sorted(set(forgetful) - set(ONCE_ANYWAY)) == []


def test_the_database_knows_each_form_once():
    submitted = [
        model._meta.get_field("submission")
        for model in apps.get_models()
        if not model.__name__.endswith("Event")
        and any(one.name == "submission" for one in model._meta.fields)
    ]

    assert submitted
    assert [str(one) for one in submitted if not one.unique] == []
