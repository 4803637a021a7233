"""Letters: which template holds on a day, and what was sent to a requester."""

from datetime import date

from django.db.models import QuerySet

from techcoop.requests.models import LetterTemplate, Occasion, SentLetter, StateRequest


def templates_in_effect(*, on: date) -> QuerySet[LetterTemplate]:
    """The template that holds on a day, for each occasion and language."""
    begun = LetterTemplate.objects.filter(effective_from__lte=on)
    return begun.order_by("occasion", "language", "-effective_from", "-pk").distinct("occasion", "language")


def templates_for(occasion: str, *, on: date) -> dict[str, LetterTemplate]:
    """The templates of one occasion by language, as they hold on a day; one query."""
    return {one.language: one for one in templates_in_effect(on=on).filter(occasion=Occasion(occasion))}


def versions_of(occasion: str, language: str) -> QuerySet[LetterTemplate]:
    """Every template that there was and will be for an occasion in a language, the newest first."""
    return LetterTemplate.objects.filter(occasion=occasion, language=language).order_by(
        "-effective_from", "-pk"
    )


def letters_of(state_request: StateRequest) -> QuerySet[SentLetter]:
    """The letters that were sent about a request, oldest first."""
    return SentLetter.objects.filter(state_request=state_request).select_related("document", "written_by")
