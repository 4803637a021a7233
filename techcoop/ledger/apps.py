"""Ledger, as an application."""

from django.apps import AppConfig


class LedgerConfig(AppConfig):
    """Money: currencies and the rates by which amounts are converted."""

    name = "techcoop.ledger"
