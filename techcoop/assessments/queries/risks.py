"""Grave risks: those whose likelihood times impact reaches what the programme has set."""

from datetime import date

from django.db.models import Exists, ExpressionWrapper, F, OuterRef, Q, QuerySet, fields

from techcoop.assessments.models import NeedsAssessment, Risk
from techcoop.programme.queries import parameter

GRAVE_RISK = "assessments.grave_risk"
WEIGHT = ExpressionWrapper(F("likelihood") * F("impact"), output_field=fields.IntegerField())


def gravest_first(risks: QuerySet[Risk], *, on: date) -> QuerySet[Risk]:
    """The risks, the heaviest first, each with whether it is grave by what held on a day; one query more."""
    least = int(parameter(GRAVE_RISK, on=on).value)
    return risks.annotate(heft=WEIGHT).annotate(is_grave=Q(heft__gte=least)).order_by("-heft", "pk")


def with_grave_risks(assessments: QuerySet[NeedsAssessment], *, on: date) -> QuerySet[NeedsAssessment]:
    """The assessments that found a grave risk, by what holds today."""
    least = int(parameter(GRAVE_RISK, on=on).value)
    found = Risk.objects.annotate(heft=WEIGHT).filter(assessment=OuterRef("pk"), heft__gte=least)
    return assessments.filter(Exists(found))
