"""Evaluation, as an application."""

from django.apps import AppConfig

from techcoop.web.acts import offer
from techcoop.web.links import address, register_page


class EvaluationConfig(AppConfig):
    """Evaluations, what they found, and the Global Review with its synthesis report."""

    name = "techcoop.evaluation"

    def ready(self) -> None:
        """Say where evaluations and reviews have their pages, and what is offered on a project."""
        from techcoop.evaluation.policies import inside, permits_for
        from techcoop.evaluation.practices import PRACTICES
        from techcoop.evaluation.views.acts import acts_on_project
        from techcoop.programme.practices import Subject, keep, practices_about
        from techcoop.projects.models import Project

        officer, states = "project__desk_officer", "project__in_states__state"
        evaluation = self.get_model("Evaluation")
        practices_about(Subject(evaluation, inside, permits_for, officer, states, "title"))
        keep(PRACTICES)
        register_page(evaluation, lambda one: address("evaluation:evaluation", one.pk))
        register_page(self.get_model("Review"), lambda one: address("evaluation:review", one.pk))
        offer(Project, acts_on_project)
