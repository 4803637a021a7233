"""Requests, as an application."""

from typing import TYPE_CHECKING

from django.apps import AppConfig
from django.urls import reverse

from techcoop.web.links import address, register_page

if TYPE_CHECKING:
    from techcoop.requests.models import RequestDraft


class RequestsConfig(AppConfig):
    """Requests from States and regional organisations: nothing begins without one."""

    name = "techcoop.requests"

    def ready(self) -> None:
        """Say where the page of a request is, who sees its papers, and which practices it is held to."""
        from techcoop.documents.policies import Owner, documents_follow  # noqa: PLC0415 - models are ready only now
        from techcoop.programme.practices import Subject, keep, practices_about  # noqa: PLC0415 - the same
        from techcoop.requests.models import Handover, LetterTemplate, RequestDraft, StateRequest  # noqa: PLC0415 - the same
        from techcoop.requests.policies import inside, may_for  # noqa: PLC0415 - the same
        from techcoop.requests.practices import PRACTICES_OF_REQUESTS  # noqa: PLC0415 - the same

        names = ("desk_officer", "state", "subject", "reference")
        practices_about(Subject(StateRequest, inside, may_for, *names))
        keep(PRACTICES_OF_REQUESTS)
        register_page(StateRequest, lambda one: address("requests:request", one.reference))
        register_page(RequestDraft, page_of_draft)
        register_page(LetterTemplate, lambda one: address("requests:template", one.occasion, one.language))
        register_page(Handover, lambda one: reverse("requests:handover", args=(one.pk,)))
        for model in (StateRequest, RequestDraft):
            documents_follow(model, Owner(model.objects.visible_to, may_for))


def page_of_draft(draft: "RequestDraft") -> str:
    """What is asked on line has a page of its own; everything else goes on in the form of the desk."""
    if draft.origin == "on_line":
        return reverse("requests:draft", args=(draft.key,))
    return f"{reverse('requests:new')}?draft={draft.key}"
