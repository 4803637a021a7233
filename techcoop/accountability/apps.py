"""Accountability, as an application."""

from django.apps import AppConfig

from techcoop.web.links import address, register_page


class AccountabilityConfig(AppConfig):
    """The facts for which a State accounts, as an application."""

    name = "techcoop.accountability"

    def ready(self) -> None:
        from techcoop.accountability.models import (
            AccountabilitySnapshot,
            DueReport,
            GeneralComment,
            Recommendation,
            Visit,
        )
        from techcoop.accountability.queries import Line
        from techcoop.accountability.views.news import WATCHED_RECOMMENDATIONS
        from techcoop.people.queries import offer_news

        offer_news(address("accountability:recommendations"), WATCHED_RECOMMENDATIONS)
        register_page(GeneralComment, lambda one: address("accountability:general_comment", one.pk))
        for kind in (Recommendation, Line):
            register_page(kind, lambda one: address("accountability:recommendation", one.pk))
        register_page(DueReport, lambda one: address("accountability:account", one.state.iso3) + "#reports")
        register_page(Visit, lambda one: address("accountability:account", one.state.iso3) + "#visits")
        register_page(AccountabilitySnapshot, lambda one: address("accountability:snapshot", one.pk))
