"""What makes a request admissible: ten questions, why each is asked, and what the records say to it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from techcoop.requests.models import Question, ScreeningVerdict, StateRequest, Verdict
from techcoop.requests.practices import records
from techcoop.requests.practices.records import Found
from techcoop.requests.queries import Surroundings

Text = str | Promise
# Without these it is no request of the programme, whatever speaks for it.
MUST_HOLD = (Question.GENUINE, Question.COMPONENTS, Question.MANDATE)
NO_VERDICT = _("The screening sheet has no verdict yet on this: %(question)s")
MUST_HOLD_FIRST = _("A request is accepted only where this holds: %(question)s")
SAY_WHY = _("Write why it is accepted although this does not hold: %(question)s")


@dataclass(frozen=True)
class Practice:
    """One question of admissibility as a sentence, why it is asked, and where its answer is looked for."""

    question: Question
    sentence: Text
    reason: Text
    look: Callable[[StateRequest, Surroundings], Found]


@dataclass(frozen=True)
class Barred:
    """What of the screening sheet keeps a request from being taken up: each question, by what it lacks."""

    unanswered: list[Practice]
    against: list[Practice]

    def __bool__(self) -> bool:
        return bool(self.unanswered or self.against)


@dataclass(frozen=True)
class Check:
    """One line of the screening sheet: the practice, what the records say, and what a person said."""

    practice: Practice
    found: Found
    verdict: ScreeningVerdict | None

    @property
    def key(self) -> str:
        """The question, as forms and addresses name it."""
        return str(self.practice.question)

    @property
    def holds(self) -> bool:
        """Whether the records speak for it."""
        return bool(self.found.holds)


PRACTICES = (
    Practice(
        Question.GENUINE,
        _("It comes from a Government or a regional organisation."),
        _(
            "The programme acts at the request of Governments; a request of the United Nations or of a "
            "non-governmental organisation alone is none."
        ),
        records.genuine,
    ),
    Practice(
        Question.COMPONENTS,
        _("It lies within the five components of the programme."),
        _("What lies outside is better answered by others, to whom it can be redirected."),
        records.components,
    ),
    Practice(
        Question.MANDATE,
        _("The mandate of the Office raises no objection."),
        _("Assistance serves the standards of the United Nations and never works against them."),
        records.nowhere,
    ),
    Practice(
        Question.ACCOUNTABILITY,
        _("The facts of accountability of the State are on record."),
        _(
            "Those who decide see treaties, overdue reports and recommendations beside the request, so that "
            "assistance serves what the mechanisms found and replaces none of it."
        ),
        records.accountability,
    ),
    Practice(
        Question.CONSULTED,
        _("Civil society and the national human rights institution were consulted."),
        _("A need is heard from a wide range of national voices, not from the Government alone."),
        records.consulted,
    ),
    Practice(
        Question.DUPLICATION,
        _("Nobody else does the same already, and no other open request asks for it."),
        _("Funds and the time of institutions are not spent twice."),
        records.duplication,
    ),
    Practice(
        Question.COUNTERPART,
        _("The political will is there, and a counterpart institution is identified."),
        _("Assistance without somebody who wants it and works with it has no effect."),
        records.counterpart,
    ),
    Practice(
        Question.SUSTAINABLE,
        _("The assistance can be absorbed, and its effect can last."),
        _("What ends with the project has strengthened nobody."),
        records.nowhere,
    ),
    Practice(
        Question.NO_HARM,
        _("The assistance does harm to nobody."),
        _("Training, equipment or information can be turned against people; this is thought of before."),
        records.nowhere,
    ),
    Practice(
        Question.FUNDS,
        _("Funds from which it could be paid are conceivable."),
        _("No hope is raised for which there are no means."),
        records.nowhere,
    ),
)


def admissibility(
    state_request: StateRequest, around: Surroundings, verdicts: Mapping[str, ScreeningVerdict]
) -> list[Check]:
    """The screening sheet: every question with what the records say and what a person said."""
    return [
        Check(one, one.look(state_request, around), verdicts.get(one.question.value)) for one in PRACTICES
    ]


def without_verdict(verdicts: Mapping[str, ScreeningVerdict]) -> list[Practice]:
    """The questions that nobody has answered yet; none may be left when a request is accepted."""
    return [
        one
        for one in PRACTICES
        if not (one.question.value in verdicts and verdicts[one.question.value].is_given)
    ]


def stands_against(verdicts: Mapping[str, ScreeningVerdict]) -> list[Practice]:
    """The questions that must hold when a request is accepted, and that do not, as people have answered."""
    return [
        one
        for one in PRACTICES
        if one.question in MUST_HOLD and one.question.value in verdicts
        if verdicts[one.question.value].verdict != Verdict.HOLDS
    ]


def barred_by(verdicts: Mapping[str, ScreeningVerdict]) -> Barred:
    """What has to be answered, or to hold, before the request can be taken up at all."""
    return Barred(without_verdict(verdicts), stands_against(verdicts))


def does_not_hold(verdicts: Mapping[str, ScreeningVerdict]) -> list[Practice]:
    """The other questions that do not hold: a request is accepted all the same for a written reason."""
    return [
        one
        for one in PRACTICES
        if one.question not in MUST_HOLD and one.question.value in verdicts
        if verdicts[one.question.value].verdict == Verdict.DOES_NOT_HOLD
    ]


def refuse_to_take_up(verdicts: Mapping[str, ScreeningVerdict], *, despite: str) -> None:
    """A request is accepted when every question was answered, and what does not hold is answered for."""
    if open_questions := without_verdict(verdicts):
        raise _each(NO_VERDICT, open_questions)
    if against := stands_against(verdicts):
        raise _each(MUST_HOLD_FIRST, against)
    if not despite.strip() and (weak := does_not_hold(verdicts)):
        raise ValidationError({"despite": _each(SAY_WHY, weak)})


def _each(sentence: Any, questions: list[Practice]) -> ValidationError:
    """One refusal for each question: a list is read, a chain of ten sentences is not."""
    return ValidationError(
        [ValidationError(sentence, params={"question": one.sentence}) for one in questions]
    )
