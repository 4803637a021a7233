"""Assessments, as an application."""

from django.apps import AppConfig

from techcoop.web.acts import offer
from techcoop.web.links import address, register_page


class AssessmentsConfig(AppConfig):
    """Assessment of domestic human rights needs, on which projects are built."""

    name = "techcoop.assessments"

    def ready(self) -> None:
        from techcoop.assessments.models import NeedsAssessment
        from techcoop.assessments.views.acts import acts_on_request
        from techcoop.requests.models import StateRequest

        register_page(NeedsAssessment, lambda one: address("assessments:assessment", one.pk))
        offer(StateRequest, acts_on_request)
