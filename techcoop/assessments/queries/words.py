"""Words of an assessment that could be read as a release: pointed out, or barred where it is a promise."""

from collections.abc import Iterator
from typing import Any

from django.db.models import CharField, Model, TextField

from techcoop.assessments.queries.contents import Contents
from techcoop.requests.practices import words_of_release


def doubtful_in(contents: Contents) -> list[str]:
    """Words of release in any text; what is found in a country, its laws among it, may well hold some."""
    things = [
        contents.assessment,
        *contents.inputs,
        *(row for one in contents.sheets.values() for row in one.rows),
    ]
    return words_of_release("\n".join(text for thing in things for text in texts_in(thing)))


def texts_in(thing: Model) -> Iterator[str]:
    """What people wrote in one thing."""
    for field in thing._meta.concrete_fields:
        value: Any = getattr(thing, field.attname)
        if isinstance(field, CharField | TextField) and not field.choices and isinstance(value, str):
            yield value
