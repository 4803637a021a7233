"""Evaluations: who looked at what, when, how, and how they marked it."""

from functools import cached_property

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from techcoop.evaluation.models.guards import stays_once_concluded
from techcoop.evaluation.statuses import CONCLUDED, EVALUATION_LIFECYCLE, EvaluationStatus
from techcoop.journal.models import keeps_row_history, lives_by, stays_as_it_was
from techcoop.people.models import User
from techcoop.people.permissions import Permission
from techcoop.projects.models import Project


class Criterion(models.TextChoices):
    """The six criteria of the OECD Development Assistance Committee (10 December 2019)."""

    RELEVANCE = "relevance", _("Relevance")
    COHERENCE = "coherence", _("Coherence")
    EFFECTIVENESS = "effectiveness", _("Effectiveness")
    EFFICIENCY = "efficiency", _("Efficiency")
    IMPACT = "impact", _("Impact")
    SUSTAINABILITY = "sustainability", _("Sustainability")


class EvaluationKind(models.TextChoices):
    """At what moment of a project's life an evaluation looks, or that it looks at a subject."""

    MID_TERM = "mid_term", _("Mid-term evaluation")
    FINAL = "final", _("Final evaluation")
    EX_POST = "ex_post", _("Evaluation after the end")
    THEMATIC = "thematic", _("Thematic or country study")


class Mark(models.TextChoices):
    """The six marks for a criterion, and the four for sustainability; nothing stands for not rated."""

    HIGHLY_SATISFACTORY = "highly_satisfactory", _("Highly satisfactory")
    SATISFACTORY = "satisfactory", _("Satisfactory")
    MODERATELY_SATISFACTORY = "moderately_satisfactory", _("Moderately satisfactory")
    MODERATELY_UNSATISFACTORY = "moderately_unsatisfactory", _("Moderately unsatisfactory")
    UNSATISFACTORY = "unsatisfactory", _("Unsatisfactory")
    HIGHLY_UNSATISFACTORY = "highly_unsatisfactory", _("Highly unsatisfactory")
    LIKELY = "likely", pgettext_lazy("to last", "Likely")
    MODERATELY_LIKELY = "moderately_likely", pgettext_lazy("to last", "Moderately likely")
    MODERATELY_UNLIKELY = "moderately_unlikely", pgettext_lazy("to last", "Moderately unlikely")
    UNLIKELY = "unlikely", pgettext_lazy("to last", "Unlikely")


MARKS_OF_SUSTAINABILITY = ("likely", "moderately_likely", "moderately_unlikely", "unlikely")


def marks_of(criterion: str) -> tuple[Mark, ...]:
    """The marks that a criterion can have: sustainability has its own."""
    lasting = criterion == Criterion.SUSTAINABILITY
    return tuple(mark for mark in Mark if (mark in MARKS_OF_SUSTAINABILITY) == lasting)


class EvaluationQuerySet(models.QuerySet["Evaluation"]):
    """Words about evaluations."""

    def visible_to(self, user: User) -> "EvaluationQuerySet":
        """What a person may see: evaluations everywhere, or of the projects that the person may see.

        As with projects, what nobody has concluded yet is for those alone who work on it.
        """
        if not user.can(Permission.SEE_EVALUATIONS):
            return self.none()
        seen = self
        if not user.can_everywhere(Permission.SEE_EVALUATIONS):
            covered = Project.objects.touched_by(user, Permission.SEE_EVALUATIONS)
            seen = self.filter(project__in=covered.visible_to(user).values("pk"))
        if user.can_everywhere(Permission.SEE_WORKING_NOTES):
            return seen
        worked_on = Project.objects.touched_by(user, Permission.SEE_WORKING_NOTES)
        return seen.filter(Q(status__in=CONCLUDED) | Q(project__in=worked_on.values("pk")))

    def answered_for_by(self, user: User, permission: Permission) -> "EvaluationQuerySet":
        """Evaluations of projects for which a role of this person permits this."""
        if user.can_everywhere(permission):
            return self
        return self.filter(project__in=Project.objects.within(user, permission))

    def concluded(self) -> "EvaluationQuerySet":
        return self.filter(status__in=CONCLUDED)

    def completed_between(self, first_year: int, last_year: int) -> "EvaluationQuerySet":
        return self.filter(completed_on__year__range=(first_year, last_year))


@keeps_row_history()
class Evaluation(models.Model):
    """A look, by somebody independent, at what a project or a subject of the programme achieved."""

    title = models.CharField(_("title"), max_length=300)
    kind = models.CharField(_("kind"), max_length=20, choices=EvaluationKind, default=EvaluationKind.FINAL)
    project = models.ForeignKey(
        Project, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("project")
    )
    conducted_by = models.CharField(_("conducted by"), max_length=300, blank=True)
    began_on = models.DateField(_("began on"), null=True, blank=True)
    completed_on = models.DateField(_("completed on"), null=True, blank=True)
    method = models.TextField(_("method and its limits"), blank=True)
    status = models.CharField(
        _("status"), max_length=20, choices=EvaluationStatus, default=EvaluationStatus.PLANNED
    )
    status_since = models.DateTimeField(_("in this status since"))
    submission = models.UUIDField(_("key of the submitted form"), unique=True)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    created_at = models.DateTimeField(_("created at"))

    objects = EvaluationQuerySet.as_manager()

    class Meta:
        verbose_name = _("evaluation")
        verbose_name_plural = _("evaluations")
        ordering = ("-completed_on", "-pk")
        constraints = [
            models.CheckConstraint(
                condition=Q(began_on=None) | Q(completed_on=None) | Q(completed_on__gte=models.F("began_on")),
                name="an_evaluation_is_completed_after_it_began",
            ),
            models.CheckConstraint(
                condition=Q(status__in=["planned", "draft"])
                | Q(completed_on__isnull=False) & ~Q(conducted_by=""),
                name="a_final_evaluation_says_who_conducted_it_until_when",
            ),
            models.CheckConstraint(
                condition=Q(kind__in=EvaluationKind.values), name="an_evaluation_is_of_one_of_the_kinds"
            ),
        ]
        indexes = [models.Index(fields=["-completed_on", "-id"])]
        triggers = [
            *lives_by(EVALUATION_LIFECYCLE),
            stays_as_it_was(
                "a_concluded_evaluation_stays_as_it_is",
                *("title", "kind", "project", "conducted_by", "began_on", "completed_on", "method"),
                once=pgtrigger.Q(old__status__in=[one.value for one in CONCLUDED]),
                says="what a concluded evaluation says stays as it is",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @cached_property
    def state_ids(self) -> frozenset[int]:
        """The States that it concerns: those its project reaches; none for a subject of the programme."""
        return frozenset(self.project.reach_ids if self.project else ())

    def move(self, act: str) -> None:
        """Move along the table of the life cycle, or refuse."""
        self.status = EVALUATION_LIFECYCLE.after(self.status, act)


@keeps_row_history()
class Rating(models.Model):
    """The mark that an evaluation gives on a criterion; a criterion without one is not rated."""

    evaluation = models.ForeignKey(Evaluation, models.PROTECT, related_name="ratings")
    criterion = models.CharField(_("criterion"), max_length=20, choices=Criterion)
    mark = models.CharField(_("mark"), max_length=30, choices=Mark)

    class Meta:
        verbose_name = _("rating")
        verbose_name_plural = _("ratings")
        ordering = ("evaluation", "criterion")
        triggers = [stays_once_concluded("evaluation_id", "criterion", "mark")]
        constraints = [
            models.UniqueConstraint(
                fields=["evaluation", "criterion"], name="an_evaluation_marks_a_criterion_once"
            ),
            models.CheckConstraint(
                condition=Q(criterion="sustainability", mark__in=MARKS_OF_SUSTAINABILITY)
                | ~Q(criterion="sustainability") & ~Q(mark__in=MARKS_OF_SUSTAINABILITY),
                name="sustainability_has_marks_of_its_own",
            ),
            models.CheckConstraint(
                condition=Q(criterion__in=Criterion.values, mark__in=Mark.values),
                name="a_rating_gives_a_known_mark_on_one_of_the_six_criteria",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_criterion_display()}: {self.get_mark_display()}"
