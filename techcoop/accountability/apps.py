"""Accountability, as an application."""

from django.apps import AppConfig


class AccountabilityConfig(AppConfig):
    """The facts for which a State accounts, as an application."""

    name = "techcoop.accountability"
