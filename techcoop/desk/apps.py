"""Desk, as an application."""

from django.apps import AppConfig
from django.utils.timezone import localdate

from techcoop.web.acts import offer
from techcoop.web.links import address, register_page
from techcoop.web.panels import offer_panels


class DeskConfig(AppConfig):
    """Pages that gather what all stages know."""

    name = "techcoop.desk"

    def ready(self) -> None:
        from techcoop.accountability.models import Recommendation
        from techcoop.assessments.models import NeedsAssessment
        from techcoop.atlas.models import State
        from techcoop.delivery.models import Activity
        from techcoop.desk.queries.consistency import practices_beside
        from techcoop.desk.queries.earlier import earlier_projects
        from techcoop.desk.views.thread import acts_on
        from techcoop.evaluation.models import Evaluation
        from techcoop.projects.models import Project
        from techcoop.requests.models import StateRequest

        offer(Recommendation, acts_on)
        offer(StateRequest, acts_on)
        offer_panels(StateRequest, earlier_projects)
        for model in (StateRequest, NeedsAssessment, Project, Activity, Evaluation):
            offer_panels(model, lambda thing, user: practices_beside(thing, user, localdate()))
        register_page(Project, lambda one: address("desk:project", one.code))
        register_page(State, lambda one: address("desk:state", one.iso3))
