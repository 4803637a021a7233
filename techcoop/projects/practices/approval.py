"""What the approval of a project asks for; what of it the tables do not hold is asked ever after, too."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, Q, Sum
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from techcoop.assessments.models import BESIDE_GOVERNMENT, Consultation
from techcoop.assessments.statuses import AssessmentStatus
from techcoop.programme.models import Scope
from techcoop.programme.practices import Asked, Judged, Practice, judged, today_or
from techcoop.projects.models import (
    AddressedRecommendation,
    NationalStructure,
    Project,
    ProjectComponent,
    ProjectMoney,
)
from techcoop.projects.queries.counting import has, lacks
from techcoop.projects.queries.words import release_in
from techcoop.projects.statuses import NOT_CARRIED_OUT, ProjectStatus
from techcoop.requests.practices import RELEASED
from techcoop.requests.statuses import TAKEN_UP

GATE = "approve"
CARRIED_OUT = ~Q(status__in=NOT_CARRIED_OUT)
BY_A_MANDATE = Q(scope=Scope.GLOBAL, state_request=None)


@dataclass(frozen=True)
class Check:
    """One line of the list that an approver goes through."""

    sentence: str | Promise
    finding: str | Promise
    place: str
    is_met: bool
    refuses: bool


def checks(project: Project, *, today: date) -> list[Check]:
    """The whole list of what an approval asks for: the practices, and that no word reads like a release."""
    return [*(_check(one) for one in judged(project, today=today, gate=GATE)), _words(project)]


def missing_for_approval(project: Project, *, today: date) -> list[Check]:
    """Everything for which the approval is refused, each with its place; nothing when it may go on."""
    return [one for one in checks(project, today=today) if one.refuses]


def _words(project: Project) -> Check:
    """No condition of the database knows the words of all languages, so they are looked for in the texts."""
    word = release_in(project)
    sentence = RELEASED % {"word": word} if word else _("Nothing reads like a release from monitoring.")
    return Check(sentence, "", "summary", not word, refuses=bool(word))


def _check(one: Judged) -> Check:
    held = one.standing
    return Check(held.sentence, held.finding, held.practice.place, not one.is_broken, one.refuses)


def _old_assessment(asked: Asked) -> Q:
    """None, one not approved, or one that was too old on the day of the approval."""
    given_up = Q(status=ProjectStatus.DRAFT) & ~Q(assessment__status=AssessmentStatus.APPROVED)
    oldest = asked.months_before(today_or("approved_on", asked))
    return (
        Q(assessment=None)
        | Q(assessment__approved_on=None)
        | Q(assessment__approved_on__lt=oldest)
        | given_up
    )


def _heard_nobody_else(asked: Asked) -> Q:
    heard = Consultation.objects.filter(assessment=OuterRef("assessment"), voice__in=BESIDE_GOVERNMENT)
    return ~Q(Exists(heard))


def _not_one_hundred(asked: Asked) -> Q:
    shares = ProjectComponent.objects.filter(project=OuterRef("pk")).order_by().values("project")
    return ~Q(Exists(shares.annotate(sum=Sum("per_cent")).filter(sum=100)))


def _serves_none(asked: Asked) -> Q:
    return Q(why_no_recommendation__regex=r"^\s*$") & ~Q(has(AddressedRecommendation))


APPROVAL = (
    Practice(
        "projects.mandate",
        Project,
        _("A global project without a request names its intergovernmental mandate."),
        _("No mandate is named. Name the resolution or decision in the project document."),
        lambda asked: Q(mandate__regex=r"^\s*$"),
        applies=BY_A_MANDATE,
        among=None,
        gate=GATE,
        place="mandate",
    ),
    Practice(
        "projects.request",
        Project,
        _("A State's request was accepted."),
        _("The request is not accepted. Decide it first, or draft the project on one that is."),
        lambda asked: Q(state_request=None) | ~Q(state_request__status__in=TAKEN_UP),
        applies=~BY_A_MANDATE,
        among=None,
        gate=GATE,
        place="state_request",
    ),
    Practice(
        "projects.recent_assessment",
        Project,
        _("An approved assessment of needs, not older than %(months)s months, is named."),
        _("The assessment of needs was missing, not approved or too old. Approve a new one and name it."),
        _old_assessment,
        applies=~BY_A_MANDATE,
        among=CARRIED_OUT,
        gate=GATE,
        place="assessment",
    ),
    Practice(
        "projects.voices",
        Project,
        _("The assessment heard at least one voice other than the Government's."),
        _("Only the Government was heard. Hear others, and record it in the assessment of needs."),
        _heard_nobody_else,
        applies=~BY_A_MANDATE,
        among=CARRIED_OUT,
        gate=GATE,
        place="assessment",
    ),
    Practice(
        "projects.reach",
        Project,
        _("States or a region are named, unless it is global."),
        _("It does not say where it works. Name the States, or the region, in the project document."),
        lambda asked: Q(region=None) & lacks()["state"],
        applies=~Q(scope=Scope.GLOBAL),
        among=CARRIED_OUT,
        gate=GATE,
        place="states",
    ),
    Practice(
        "projects.components",
        Project,
        _("The components sum to 100 per cent."),
        _("The shares of the components do not sum to 100. Share it out in the project document."),
        _not_one_hundred,
        among=None,
        gate=GATE,
        place="components",
    ),
    Practice(
        "projects.structures",
        Project,
        _("At least one national structure to be strengthened is named."),
        _("No national structure is named. Name at least one in the project document."),
        lambda asked: ~Q(has(NationalStructure)),
        among=None,
        gate=GATE,
        place="structures",
    ),
    Practice(
        "projects.recommendations",
        Project,
        _("At least one recommendation is addressed, or it is written why there is none."),
        _("It serves no recommendation and does not say why. Choose one, or write the reason."),
        _serves_none,
        among=CARRIED_OUT,
        gate=GATE,
        place="recommendations",
    ),
    Practice(
        "projects.dates",
        Project,
        _("The days on which it starts and ends are given."),
        _("It does not say when it starts and ends. Enter both days in the project document."),
        lambda asked: lacks()["start"] | lacks()["end"],
        among=None,
        gate=GATE,
        place="starts_on",
    ),
    Practice(
        "projects.money",
        Project,
        _("The money required is above zero."),
        _("No money is required, by what it says. Enter what it needs from each family of funds."),
        lambda asked: ~Q(has(ProjectMoney, required__gt=0)),
        among=CARRIED_OUT,
        gate=GATE,
        place="money",
    ),
    Practice(
        "projects.desk_officer",
        Project,
        _("A project on its way has a desk officer who can sign in."),
        _("Nobody who can sign in has this project. Give it a desk officer."),
        lambda asked: Q(desk_officer=None) | Q(desk_officer__is_active=False),
        among=Q(status__in=(ProjectStatus.APPROVED, ProjectStatus.OPERATIONAL, ProjectStatus.SUSPENDED)),
        gate=GATE,
        place="desk_officer",
    ),
    Practice(
        "projects.forms",
        Project,
        _("A project names the forms of assistance that it uses."),
        _("No form of assistance is named. Tick those it uses in the project document."),
        lambda asked: Q(forms__len=0),
        among=CARRIED_OUT,
        gate=GATE,
        place="forms",
    ),
    Practice(
        "projects.rationales",
        Project,
        _("Of each recommendation that it serves, a project says how."),
        _("Of some recommendation it is not said how the project serves it. Write it beside each one."),
        lambda asked: Q(has(AddressedRecommendation, rationale__regex=r"^\s*$")),
        among=CARRIED_OUT,
        gate=GATE,
        place="recommendations",
    ),
    Practice(
        "projects.summary",
        Project,
        _("A project says in a few sentences what it is about."),
        _("There is no summary. Write what the project is to change, and for whom."),
        lambda asked: Q(summary__regex=r"^\s*$"),
        among=CARRIED_OUT,
        gate=GATE,
        place="summary",
    ),
)
