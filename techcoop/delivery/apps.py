"""Delivery, as an application."""

from django.apps import AppConfig


class DeliveryConfig(AppConfig):
    """Activities: assistance as it is given, each in exactly one of the seven forms."""

    name = "techcoop.delivery"
