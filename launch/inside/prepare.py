"""Bring a database and the files of the pages to what the code expects; prints the demonstration sign-ins."""

import json
import sys

import django
from django.conf import settings
from django.core.management import call_command, get_commands
from django.db import transaction

from launch.inside.sentences import in_a_sentence


def main(*, seed: bool) -> None:
    """Migrate, make the table of the cache, collect the style sheets, and fill an empty demonstration."""
    django.setup()
    from config.safety import refuse_known_sign_ins, refuse_missing_keys  # noqa: PLC0415 - only after django.setup()
    from techcoop.protection import keys  # noqa: PLC0415 - it reads settings, too

    keys.newest()  # what cannot be a key is told before anything is begun
    print("Bringing the tables to what the code expects …", flush=True)
    call_command("migrate", interactive=False, verbosity=0)
    call_command("createcachetable", verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)
    refuse_known_sign_ins()
    refuse_missing_keys()
    if seed and settings.DEMONSTRATION and "seed_demonstration" in get_commands() and is_empty():
        print("Letting an invented programme happen in it …", flush=True)
        with transaction.atomic():
            call_command("seed_demonstration")


def is_empty() -> bool:
    """Whether nobody has an account yet, but the system itself."""
    from techcoop.people.models import User  # noqa: PLC0415 - only after django.setup()

    return not User.objects.filter(is_machine=False).exists()


def sign_ins() -> list[list[str]]:
    """E-mail and name of everybody who may sign in to the demonstration."""
    from config.safety import demonstration_accounts  # noqa: PLC0415 - only after django.setup()

    return [[user.email, user.name] for user in demonstration_accounts()]


if __name__ == "__main__":
    with in_a_sentence():
        main(seed="--seed" in sys.argv)
    with open(sys.argv[1], "w", encoding="utf-8") as answer:
        json.dump(sign_ins(), answer)
