"""Make drafts of messages that were saved as files."""

import logging
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from techcoop.mailbox.reading import read_message
from techcoop.people.queries import the_machine
from techcoop.requests import actions

logger = logging.getLogger(__name__)


class Command(BaseCommand):
    """./tcp manage take_in_mail FILE…"""

    help = "Makes a draft of a request of each message (.eml), for the desk to complete and register."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The files."""
        parser.add_argument("files", nargs="+", type=Path, metavar="FILE")

    def handle(self, *args: Any, files: list[Path], **options: Any) -> None:
        """Each file by itself: one that is refused keeps no other from being taken in."""
        refused = [path for path in files if not self._taken_in(path)]
        if refused:
            raise CommandError(f"{len(refused)} of {len(files)} not taken in.")

    def _taken_in(self, path: Path) -> bool:
        try:
            draft, is_new = actions.take_in(read_message(path), by=the_machine(), at=timezone.now())
        except (ValidationError, OSError) as reason:
            self.stderr.write(f"{path}: {' '.join(getattr(reason, 'messages', [str(reason)]))}")
            return False
        except Exception as fault:
            logger.exception("The message %s was not taken in.", path)
            self.stderr.write(f"{path}: {fault!r}")
            return False
        for_whom = draft.requester or "nobody known yet"
        done = f"draft for {for_whom}" if is_new else "taken in before"
        self.stdout.write(f"{path}: {done}")
        return True
