"""Requests, as an application."""

from django.apps import AppConfig


class RequestsConfig(AppConfig):
    """Requests from States and regional organisations: nothing begins without one."""

    name = "techcoop.requests"
