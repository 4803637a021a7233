"""Accountability, as an application."""

from django.apps import AppConfig
from django.urls import reverse

from techcoop.web.links import register_page


class AccountabilityConfig(AppConfig):
    """The facts for which a State accounts, as an application."""

    name = "techcoop.accountability"

    def ready(self) -> None:
        from techcoop.accountability.models import DueReport, GeneralComment, Recommendation, Visit

        register_page(GeneralComment, lambda one: reverse("accountability:general_comment", args=[one.pk]))
        register_page(Recommendation, lambda one: reverse("accountability:recommendation", args=[one.pk]))
        register_page(
            DueReport, lambda one: reverse("accountability:account", args=[one.state.iso3]) + "#reports"
        )
        register_page(Visit, lambda one: reverse("accountability:account", args=[one.state.iso3]) + "#visits")
