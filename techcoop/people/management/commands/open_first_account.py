"""Let the first administrator in, where nobody can open accounts yet."""

import os
from argparse import ArgumentParser
from getpass import getpass
from typing import Any

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from techcoop.people import actions
from techcoop.people.queries import the_machine


class Command(BaseCommand):
    """./tcp manage open_first_account E-MAIL NAME"""

    help = "Opens the account of the first administrator; everybody else's are opened on a page by then."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Who it is."""
        parser.add_argument("email", metavar="E-MAIL")
        parser.add_argument("name", metavar="NAME")

    def handle(self, *args: Any, email: str, name: str, **options: Any) -> None:
        """The password is asked for, or taken from TECHCOOP_FIRST_PASSWORD where nobody can be asked."""
        password = os.environ.get("TECHCOOP_FIRST_PASSWORD") or getpass("Password: ")
        try:
            validate_password(password)
            person = actions.open_first_account(
                email, name=name, password=password, by=the_machine(), at=timezone.now()
            )
        except ValidationError as refused:
            raise CommandError(" ".join(refused.messages)) from refused
        except PermissionDenied as refused:
            raise CommandError(str(refused)) from refused
        self.stdout.write(f"{person.email} may sign in, and opens the accounts of all others.")
