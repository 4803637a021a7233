"""What still stands against the approval of a project."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import Sum
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from techcoop.assessments.models import NeedsAssessment
from techcoop.assessments.queries import has_voice_beside_government
from techcoop.assessments.statuses import AssessmentStatus
from techcoop.programme.models import Scope
from techcoop.programme.queries import parameter
from techcoop.projects.models import Project
from techcoop.projects.queries.words import release_in
from techcoop.requests.practices import RELEASED
from techcoop.requests.statuses import TAKEN_UP

VALIDITY = "projects.assessment_valid_months"


@dataclass(frozen=True)
class Missing:
    """Something missing: in words, and the place of the project document where it is put right."""

    sentence: str | Promise
    place: str


@dataclass(frozen=True)
class Check:
    """One line of the list that an approver goes through."""

    sentence: str | Promise
    place: str
    is_met: bool


def months_before(day: date, months: int) -> date:
    """The same day some months earlier, or the last of that month."""
    whole = day.year * 12 + day.month - 1 - months
    year, month = divmod(whole, 12)
    first_of_next = date(year + (month == 11), (month + 1) % 12 + 1, 1)
    last = (first_of_next - date.resolution).day
    return date(year, month + 1, min(day.day, last))


def missing_for_approval(project: Project, *, today: date) -> list[Missing]:
    """Everything that is missing, each with its place; nothing when the project may be approved."""
    return [Missing(one.sentence, one.place) for one in checks(project, today=today) if not one.is_met]


def checks(project: Project, *, today: date) -> list[Check]:
    """The whole list of what an approval asks for."""
    return [*_grounds(project, today), *_contents(project)]


def _grounds(project: Project, today: date) -> Iterator[Check]:
    """What the project stands on."""
    if project.scope == Scope.GLOBAL and project.state_request is None:
        sentence = _("A global project without a request names its intergovernmental mandate.")
        yield Check(sentence, "mandate", bool(project.mandate.strip()))
        return
    accepted = project.state_request is not None and project.state_request.status in TAKEN_UP
    yield Check(_("A State's request was accepted."), "state_request", accepted)
    months = int(parameter(VALIDITY, on=today).value)
    sentence = _("An approved assessment of needs, not older than %(months)d months, is named.")
    good = _is_recent(project.assessment, months_before(today, months))
    yield Check(sentence % {"months": months}, "assessment", good)
    heard = project.assessment is not None and has_voice_beside_government(project.assessment)
    sentence = _("The assessment heard at least one voice other than the Government's.")
    yield Check(sentence, "assessment", heard)


def _is_recent(assessment: NeedsAssessment | None, oldest: date) -> bool:
    return (
        assessment is not None
        and assessment.status == AssessmentStatus.APPROVED
        and assessment.approved_on is not None
        and assessment.approved_on >= oldest
    )


def _contents(project: Project) -> Iterator[Check]:
    """What the project document says."""
    yield Check(_("States or a region are named, unless it is global."), "states", _says_where(project))
    shares = project.components.aggregate(total=Sum("per_cent"))["total"]
    yield Check(_("The components sum to 100 per cent."), "components", shares == 100)
    sentence = _("At least one national structure to be strengthened is named.")
    yield Check(sentence, "structures", project.structures.exists())
    serves = bool(project.why_no_recommendation.strip()) or project.addressed.exists()
    sentence = _("At least one recommendation is addressed, or it is written why there is none.")
    yield Check(sentence, "recommendations", serves)
    dated = project.starts_on is not None and project.ends_on is not None
    yield Check(_("The days on which it starts and ends are given."), "starts_on", dated)
    required = project.money.aggregate(total=Sum("required"))["total"] or 0
    yield Check(_("The money required is above zero."), "money", required > 0)
    word = release_in(project)
    sentence = RELEASED % {"word": word} if word else _("Nothing reads like a release from monitoring.")
    yield Check(sentence, "summary", not word)


def _says_where(project: Project) -> bool:
    return project.scope == Scope.GLOBAL or bool(project.region_id) or project.states.exists()
