"""Accountability, as an application."""

from django.apps import AppConfig
from django.urls import reverse

from techcoop.web.links import register_page


class AccountabilityConfig(AppConfig):
    """The facts for which a State accounts, as an application."""

    name = "techcoop.accountability"

    def ready(self) -> None:
        from techcoop.accountability.models import Recommendation

        register_page(Recommendation, lambda one: reverse("accountability:recommendation", args=[one.pk]))
