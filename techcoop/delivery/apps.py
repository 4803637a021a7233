"""Delivery, as an application."""

from django.apps import AppConfig

from techcoop.web.links import address, register_page


class DeliveryConfig(AppConfig):
    """Activities: assistance as it is given."""

    name = "techcoop.delivery"

    def ready(self) -> None:
        from techcoop.delivery.models import Activity
        from techcoop.documents.policies import Owner, documents_follow

        register_page(Activity, lambda one: address("delivery:activity", one.pk))
        documents_follow(Activity, Owner(Activity.objects.visible_to, lambda one: one.project.reach_ids))
