"""Web, as an application."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    """The frame, the components and the manners of every page."""

    name = "techcoop.web"
