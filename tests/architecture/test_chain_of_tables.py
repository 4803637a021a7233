"""A later stage may know an earlier one, never the other way round: in the tables as in the imports."""

import pytest
from django.apps import apps
from django.conf import settings

from tests.architecture.house import may_know

MODELS = [model for model in apps.get_models() if model.__module__.startswith("techcoop.")]


def package(model):
    return model.__module__.split(".")[1]


def relations(model):
    """The foreign keys and many-to-many fields from one of our models to another."""
    fields = [*model._meta.local_fields, *model._meta.local_many_to_many]
    return [field for field in fields if field.is_relation and field.related_model in MODELS]


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model._meta.label)
def test_no_table_points_to_a_later_stage(model):
    forward = [
        field.name
        for field in relations(model)
        if field.related_model._meta.label != settings.AUTH_USER_MODEL
        and not may_know(package(model), package(field.related_model))
    ]

    assert forward == []


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model._meta.label)
def test_no_earlier_stage_can_read_back_what_points_to_it(model):
    readable = [
        field.name
        for field in relations(model)
        if package(field.related_model) != package(model) and not field.remote_field.hidden
    ]

    assert readable == [], 'a foreign key to another app has related_name="+"'
