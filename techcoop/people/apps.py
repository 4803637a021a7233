"""People, as an application."""

from django.apps import AppConfig

from techcoop.web.links import address, register_page


class PeopleConfig(AppConfig):
    """Accounts, roles, and the States, regions and projects that a role covers."""

    name = "techcoop.people"

    def ready(self) -> None:
        from techcoop.people.models import User

        register_page(User, lambda one: address("people:person", one.pk))
