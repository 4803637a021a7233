"""People, as an application."""

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    """Accounts, roles, and the States, regions and projects that a role covers."""

    name = "techcoop.people"
