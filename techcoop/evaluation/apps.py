"""Evaluation, as an application."""

from django.apps import AppConfig


class EvaluationConfig(AppConfig):
    """Evaluations, what they found, and the Global Review with its synthesis report."""

    name = "techcoop.evaluation"
