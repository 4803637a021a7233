"""How projects are carried out: what waits too long, what is not said, what contradicts itself."""

from django.db.models import Exists, F, OuterRef, Q
from django.db.models.functions import Length, Trim
from django.utils.translation import gettext_lazy as _

from techcoop.accountability.queries import current_recommendations, periods
from techcoop.programme.practices import Asked, Practice, Sentence
from techcoop.projects.models import AddressedRecommendation, NationalStructure, Project, ProjectState
from techcoop.projects.practices.approval import CARRIED_OUT
from techcoop.projects.queries.counting import has
from techcoop.projects.statuses import UNDER_WAY, ProjectStatus

S = ProjectStatus
NOT_GIVEN_UP = ~Q(status__in=(S.CANCELLED, S.TERMINATED))


def _since(status: str, practice: str, sentence: Sentence, finding: Sentence, place: str = "") -> Practice:
    """No project stays in a status for longer than so many days."""
    return Practice(
        practice,
        Project,
        sentence,
        finding,
        lambda asked: Q(status_since__date__lt=asked.days_ago()),
        among=Q(status=status),
        place=place,
    )


def _no_current_recommendation(asked: Asked) -> Q:
    """It serves some, and every one of them was withdrawn or is old by now."""
    current = current_recommendations(periods(asked.today)).order_by().values("pk")
    serves = Q(has(AddressedRecommendation))
    return serves & ~Q(has(AddressedRecommendation, recommendation__in=current))


def _says_nothing(asked: Asked) -> Q:
    """Too short, or without a single word of four letters."""
    return Q(
        pk__in=Project.objects.annotate(signs=Length(Trim("title")))
        .filter(Q(signs__lt=asked.thresholds["signs"]) | ~Q(title__regex=r"[[:alpha:]]{4}"))
        .values("pk")
    )


def _same_title(asked: Asked) -> Q:
    """Another project that was not given up has this title and works in one of the same States."""
    others = ProjectState.objects.filter(
        ~Q(project=OuterRef("project")),
        ~Q(project__status__in=(S.CANCELLED, S.TERMINATED)),
        state=OuterRef("state"),
        project__title__iexact=OuterRef("project__title"),
    )
    return Q(pk__in=ProjectState.objects.filter(Exists(others)).values("project"))


CARRYING_OUT = (
    _since(
        S.DRAFT,
        "projects.drafts_move_on",
        _("A draft is approved or given up within %(days)s days."),
        _("It has been a draft for longer. Finish it and have it approved, or cancel it with the reason."),
    ),
    Practice(
        "projects.starts_in_time",
        Project,
        _("An approved project starts within %(days)s days of its first day."),
        _("Its first day is past and it has not started. Start it, or cancel it with the reason."),
        lambda asked: Q(starts_on__lt=asked.days_ago()),
        among=Q(status=S.APPROVED),
    ),
    Practice(
        "projects.ends_in_time",
        Project,
        _("A project is completed within %(days)s days of its last day."),
        _("Its last day is past and it still runs. Complete it, or terminate it with the reason."),
        lambda asked: Q(ends_on__lt=asked.days_ago()),
        among=Q(status__in=(S.OPERATIONAL, S.SUSPENDED)),
    ),
    _since(
        S.SUSPENDED,
        "projects.suspension_ends",
        _("A suspension is ended one way or the other within %(days)s days."),
        _("It has been suspended for longer. Resume it, or terminate it with the reason."),
    ),
    _since(
        S.COMPLETED,
        "projects.accounts_closed",
        _("The accounts of a completed project are closed within %(days)s days."),
        _("It is completed and its accounts are still open. Close them, or say to finance what is missing."),
    ),
    Practice(
        "projects.outcomes",
        Project,
        _("When a project is completed, it is said what became of each national structure."),
        _("Of some structure it is not said what became of it. Write it while the project is completed."),
        lambda asked: Q(has(NationalStructure, outcome__regex=r"^\s*$")),
        among=Q(status__in=(S.COMPLETED, S.CLOSED)),
    ),
    Practice(
        "projects.current_recommendation",
        Project,
        _("A project on its way serves a recommendation that is current."),
        _("Every recommendation that it serves is old or withdrawn. Look whether the purpose still holds."),
        _no_current_recommendation,
        among=Q(status__in=UNDER_WAY),
    ),
    Practice(
        "projects.title_says_something",
        Project,
        _("A title says what a project is about, in %(signs)s signs at least."),
        _("The title says nothing of what is done. Give a title that somebody outside understands."),
        _says_nothing,
        among=NOT_GIVEN_UP,
    ),
    Practice(
        "projects.title_once",
        Project,
        _("No two projects in a State bear the same title."),
        _("Another project in this State has the same title. See whether it is one project entered twice."),
        _same_title,
        among=NOT_GIVEN_UP,
    ),
    Practice(
        "projects.not_too_long",
        Project,
        _("No project lasts longer than %(months)s months."),
        _("It lasts for longer, by its dates. See whether a year is wrong, or whether it is a programme."),
        lambda asked: Q(starts_on__lt=asked.months_before(F("ends_on"))),
        among=NOT_GIVEN_UP,
    ),
    Practice(
        "projects.begun_before_approval",
        Project,
        _("No project starts before it is approved."),
        _("Its first day lies before its approval. Say in a note why work began earlier."),
        lambda asked: Q(starts_on__lt=F("approved_on")),
        among=CARRIED_OUT,
    ),
)
