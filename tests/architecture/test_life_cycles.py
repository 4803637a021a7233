"""The table of statuses.py is the procedure: every move it lists is possible, and no other."""

import sys

import pytest
from django.apps import apps

from launch.inside import diagrams
from techcoop.lifecycle import Lifecycle, MoveNotAllowed

LIFECYCLES = dict(diagrams.lifecycles())
MODELS = [model for model in apps.get_models() if hasattr(model, "move") and not model._meta.proxy]


def table_of(model) -> Lifecycle:
    """The life cycle that a model's move asks."""
    words = vars(sys.modules[model.__module__])
    return next(
        words[name] for name in model.move.__code__.co_names if isinstance(words.get(name), Lifecycle)
    )


def statuses(lifecycle):
    return sorted({status for source, _act, target in lifecycle for status in (source, target)})


EVERY_PAIR = [
    pytest.param(model, status, act, id=f"{model.__name__}-{status}-{act}")
    for model in MODELS
    for status in statuses(table_of(model))
    for act in table_of(model).acts
]


@pytest.mark.parametrize(("model", "status", "act"), EVERY_PAIR)
def test_a_move_is_possible_exactly_where_the_table_says(model, status, act):
    targets = {(source, move): target for source, move, target in table_of(model)}
    thing = model(status=status)

    if (status, act) in targets:
        thing.move(act)
        assert thing.status == targets[status, act]
    else:
        with pytest.raises(MoveNotAllowed):
            thing.move(act)


@pytest.mark.parametrize("name", LIFECYCLES)
def test_every_life_cycle_is_lived_by_a_model(name):
    assert LIFECYCLES[name] in [table_of(model) for model in MODELS]


@pytest.mark.parametrize("name", LIFECYCLES)
def test_every_status_is_reached_from_the_first(name):
    lifecycle, reached = LIFECYCLES[name], {LIFECYCLES[name].beginning}
    for _round in statuses(lifecycle):
        reached |= {target for source, _act, target in lifecycle if source in reached}

    assert reached == set(statuses(lifecycle))


def test_the_diagrams_are_as_the_tables_say():
    assert diagrams.stale() == [], "run ./tcp fix"
