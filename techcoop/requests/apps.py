"""Requests, as an application."""

from django.apps import AppConfig
from django.urls import reverse

from techcoop.web.links import register_page


class RequestsConfig(AppConfig):
    """Requests from States and regional organisations: nothing begins without one."""

    name = "techcoop.requests"

    def ready(self) -> None:
        """Say where the page of a request is, and that its papers are seen by whoever sees the request."""
        from techcoop.documents.policies import Owner, documents_follow  # noqa: PLC0415 - models are ready only now
        from techcoop.requests.models import LetterTemplate, StateRequest  # noqa: PLC0415 - the same

        register_page(StateRequest, lambda one: reverse("requests:request", args=(one.reference,)))
        register_page(
            LetterTemplate, lambda one: reverse("requests:template", args=(one.occasion, one.language))
        )
        owner = Owner(StateRequest.objects.visible_to, lambda one: one.state_ids)
        documents_follow(StateRequest, owner)
