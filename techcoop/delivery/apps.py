"""Delivery, as an application."""

from django.apps import AppConfig

from techcoop.web.acts import offer
from techcoop.web.links import address, register_page


class DeliveryConfig(AppConfig):
    """Activities: assistance as it is given."""

    name = "techcoop.delivery"

    def ready(self) -> None:
        from techcoop.delivery.models import Activity
        from techcoop.delivery.policies import inside, may_for_activity
        from techcoop.delivery.practices import PRACTICES
        from techcoop.delivery.views.acts import acts_on_project
        from techcoop.documents.policies import Owner, documents_follow
        from techcoop.programme.practices import Subject, keep, practices_about
        from techcoop.projects.models import Project

        officer, states = "project__desk_officer", "project__in_states__state"
        practices_about(Subject(Activity, inside, may_for_activity, officer, states, "title"))
        keep(PRACTICES)
        offer(Project, acts_on_project)
        register_page(Activity, lambda one: address("delivery:activity", one.pk))
        documents_follow(Activity, Owner(Activity.objects.visible_to, may_for_activity))
