"""What an older record says; it is put right at its source alone, and taken in again."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from techcoop.programme.practices import Practice, Sentence
from techcoop.projects.models import Project
from techcoop.projects.queries.counting import lacks
from techcoop.projects.statuses import ProjectStatus

OF_RECORDS = Q(status=ProjectStatus.LEGACY)


def _says(key: str, sentence: Sentence, finding: Sentence, breach: Q) -> Practice:
    """Something that every older record should say."""
    return Practice(
        f"projects.older_{key}",
        Project,
        sentence,
        finding,
        lambda asked: breach,
        among=OF_RECORDS,
    )


OLDER = (
    _says(
        "start",
        _("An older record says when the project started."),
        _("No first day is known: no year counts it. Ask whoever keeps the source, and take it in again."),
        lacks()["start"],
    ),
    _says(
        "end",
        _("An older record says when the project ended."),
        _("No last day is known: it seems to run to this day. Ask whoever keeps the source."),
        lacks()["end"],
    ),
    _says(
        "state",
        _("An older record says in which State the project worked."),
        _("No State is known: the file of no State shows it. Ask whoever keeps the source."),
        lacks()["state"],
    ),
    _says(
        "component",
        _("An older record says to which component the project belongs."),
        _("No component is known: no sum by component counts it. Ask whoever keeps the source."),
        lacks()["component"],
    ),
    _says(
        "money",
        _("An older record says what money the project needed or had."),
        _("No figure is known: sums of money leave it out. Ask finance, and take the file in again."),
        lacks()["money"],
    ),
    _says(
        "summary",
        _("An older record says more than a title."),
        _("Nothing but a title is known. Look for the project document, and keep it with the record."),
        Q(summary__regex=r"^\s*$"),
    ),
    _says(
        "whole_title",
        _("The title of an older record is whole."),
        _("The source cut the title short. Ask for the whole name, and take the file in again."),
        Q(title__endswith="…"),
    ),
)
