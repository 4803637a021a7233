"""./tcp manage reseal: after a new key was put first, seal with it what an older key still holds."""

from django.apps import apps
from django.core.management.base import BaseCommand
from django.utils.translation import ngettext

from techcoop.protection.fields import reseal


class Command(BaseCommand):
    """Rotates the keys of every sealed text, and says how many were sealed anew."""

    help = "Seal with the newest key of TECHCOOP_PROTECTION_KEYS what an older one still holds."

    def handle(self, *args: object, **options: object) -> None:
        number = sum(reseal(model) for model in apps.get_models())
        text = ngettext(
            "%(count)d text was sealed anew: now the newest key alone opens everything.",
            "%(count)d texts were sealed anew: now the newest key alone opens everything.",
            number,
        )
        self.stdout.write(text % {"count": number})
