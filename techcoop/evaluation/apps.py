"""Evaluation, as an application."""

from django.apps import AppConfig
from django.urls import reverse

from techcoop.web.links import register_page


class EvaluationConfig(AppConfig):
    """Evaluations, what they found, and the Global Review with its synthesis report."""

    name = "techcoop.evaluation"

    def ready(self) -> None:
        """Say where evaluations and reviews have their pages."""
        register_page(
            self.get_model("Evaluation"), lambda one: reverse("evaluation:evaluation", args=[one.pk])
        )
        register_page(self.get_model("Review"), lambda one: reverse("evaluation:review", args=[one.pk]))
