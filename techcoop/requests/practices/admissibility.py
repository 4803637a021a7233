"""What makes a request admissible: ten questions, why each is asked, and what the records say to it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from techcoop.requests.models import Channel, Question, ScreeningVerdict, StateRequest
from techcoop.requests.queries import Surroundings
from techcoop.web.writing import listed

Text = str | Promise


@dataclass(frozen=True)
class Found:
    """What the records say to a question; `holds` is empty where no record answers it."""

    text: Text
    holds: bool | None


@dataclass(frozen=True)
class Practice:
    """One question of admissibility as a sentence, why it is asked, and where its answer is looked for."""

    question: Question
    sentence: Text
    reason: Text
    look: Callable[[StateRequest, Surroundings], Found]


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


def _genuine(state_request: StateRequest, around: Surroundings) -> Found:
    words = {
        "authority": state_request.signatory_authority,
        "channel": Channel(state_request.channel).label,
    }
    text = _("Signed for: %(authority)s. Channel: %(channel)s.") % words
    return Found(text, bool(state_request.signatory_authority))


def _components(state_request: StateRequest, around: Surroundings) -> Found:
    if state_request.components:
        return Found(_("The components are named on the request."), True)
    return Found(_("No component is named on the request yet."), False)


def _accountability(state_request: StateRequest, around: Surroundings) -> Found:
    text = _(
        "Standings with the instruments on record: %(standings)d. Recommendations linked: %(linked)d. They "
        "are shown beside the request and are no condition of it."
    ) % {"standings": around.treaty_standings, "linked": around.recommendations}
    return Found(text, around.treaty_standings > 0)


def _duplication(state_request: StateRequest, around: Surroundings) -> Found:
    others = ", ".join(one.reference for one in around.open_in_same_components)
    if others:
        return Found(_("Open in the same components: %(references)s.") % {"references": others}, False)
    if state_request.parallel_requests:
        return Found(_("The request says: %(text)s") % {"text": state_request.parallel_requests}, True)
    return Found(_("Nothing is noted about parallel requests to others."), False)


def _counterpart(state_request: StateRequest, around: Surroundings) -> Found:
    if state_request.institution:
        return Found(state_request.institution, True)
    return Found(_("No institution to be strengthened is named."), False)


def _nowhere(state_request: StateRequest, around: Surroundings) -> Found:
    return Found(_("No record answers this; people do."), None)


PRACTICES = (
    Practice(
        Question.GENUINE,
        _("It comes from a Government or a regional organisation."),
        _(
            "The programme acts at the request of Governments; a request of the United Nations or of a "
            "non-governmental organisation alone is none."
        ),
        _genuine,
    ),
    Practice(
        Question.COMPONENTS,
        _("It lies within the five components of the programme."),
        _("What lies outside is better answered by others, to whom it can be redirected."),
        _components,
    ),
    Practice(
        Question.MANDATE,
        _("The mandate of the Office raises no objection."),
        _("Assistance serves the standards of the United Nations and never works against them."),
        _nowhere,
    ),
    Practice(
        Question.ACCOUNTABILITY,
        _("The facts of accountability of the State are on record."),
        _(
            "Those who decide see treaties, overdue reports and recommendations beside the request, so that "
            "assistance serves what the mechanisms found and replaces none of it."
        ),
        _accountability,
    ),
    Practice(
        Question.CONSULTED,
        _("Civil society and the national human rights institution were consulted."),
        _("A need is heard from a wide range of national voices, not from the Government alone."),
        _nowhere,
    ),
    Practice(
        Question.DUPLICATION,
        _("Nobody else does the same already, and no other open request asks for it."),
        _("Funds and the time of institutions are not spent twice."),
        _duplication,
    ),
    Practice(
        Question.COUNTERPART,
        _("The political will is there, and a counterpart institution is identified."),
        _("Assistance without somebody who wants it and works with it has no effect."),
        _counterpart,
    ),
    Practice(
        Question.SUSTAINABLE,
        _("The assistance can be absorbed, and its effect can last."),
        _("What ends with the project has strengthened nobody."),
        _nowhere,
    ),
    Practice(
        Question.NO_HARM,
        _("The assistance does harm to nobody."),
        _("Training, equipment or information can be turned against people; this is thought of before."),
        _nowhere,
    ),
    Practice(
        Question.FUNDS,
        _("Funds from which it could be paid are conceivable."),
        _("No hope is raised for which there are no means."),
        _nowhere,
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


def refuse_without_verdicts(verdicts: Mapping[str, ScreeningVerdict]) -> None:
    """A request is accepted when every question was answered by somebody; not all need to hold."""
    open_questions = without_verdict(verdicts)
    if open_questions:
        raise ValidationError(
            _(
                "Before a request is accepted, every question of the screening sheet has a verdict. These "
                "have none yet: %(questions)s"
            ),
            params={"questions": listed(one.sentence for one in open_questions)},
        )
