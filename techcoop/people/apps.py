"""People, as an application."""

from django.apps import AppConfig

from techcoop.web.links import address, register_page


class PeopleConfig(AppConfig):
    """Accounts, roles, and the States, regions and projects that a role covers."""

    name = "techcoop.people"

    def ready(self) -> None:
        from techcoop.people.models import SavedView, User
        from techcoop.people.views.saved_views import kept_for
        from techcoop.web.lists.kept import keep_views

        register_page(User, lambda one: address("people:person", one.pk))
        register_page(SavedView, lambda one: address("people:saved_view", one.pk))
        keep_views(kept_for)
