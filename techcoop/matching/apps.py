"""Matching, as an application."""

from django.apps import AppConfig

from techcoop.web.acts import offer


class MatchingConfig(AppConfig):
    """Proposals of recommendations, and what people said to them, as an application."""

    name = "techcoop.matching"

    def ready(self) -> None:
        from techcoop.accountability.models import Recommendation
        from techcoop.accountability.queries import gathers_themes
        from techcoop.matching.queries import gathered
        from techcoop.matching.views import acts_on_recommendation

        gathers_themes(gathered)
        offer(Recommendation, acts_on_recommendation)
