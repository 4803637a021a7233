"""The sections of the page: what each lacks, and where that is put right."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise

from techcoop.assessments import queries
from techcoop.assessments.models import Input, WeighedInput
from techcoop.web.charts import bars


@dataclass(frozen=True)
class Lacking:
    """What a section still lacks, with the address of the field, where one may write there."""

    sentence: str | Promise
    address: str


@dataclass(frozen=True)
class Shown:
    """A section in the list at the head of the page."""

    key: str
    title: str | Promise
    is_empty: bool
    lacking: tuple[Lacking, ...]


@dataclass(frozen=True)
class InputShown:
    """One of the four inputs, whether or not it is weighed yet."""

    source: str
    label: str | Promise
    weighed: WeighedInput | None


def shown_sections(contents, *, writes):
    """The sections in their order."""
    return [
        Shown(
            one.key,
            one.title,
            one.is_empty,
            tuple(
                Lacking(missing.sentence, address_of(contents.assessment, missing) if writes else "")
                for missing in one.missing
            ),
        )
        for one in queries.sections_of(contents)
    ]


def address_of(assessment, missing):
    """The field in which something missing is written."""
    address = reverse(f"assessments:{missing.act}", args=[assessment.pk, *missing.about])
    return f"{address}#id_{missing.field}" if missing.field else address


def weighed_inputs(contents):
    """The four inputs in their order."""
    there = {one.source: one for one in contents.inputs}
    return [InputShown(one.value, one.label, there.get(one.value)) for one in Input]


def charts_of(balance):
    """The balance of those who were heard as bars: by sex, and by the groups that took part."""
    groups = [(label, people) for label, _conversations, people in balance.groups]
    return {"sexes": bars(balance.by_sex), "groups": bars(groups)}
