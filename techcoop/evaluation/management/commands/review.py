"""Draft the synthesis report as files: PDF, Word and a page."""

import os
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from techcoop.evaluation.actions import snapshot
from techcoop.evaluation.queries import Period
from techcoop.evaluation.synthesis import gather, write
from techcoop.evaluation.synthesis.printing import WRITERS, printed

BEGINNING = "what links begin with; else as TECHCOOP_ORIGINS or ./tcp up on this data: %(default)s"


class Command(BaseCommand):
    """./tcp review does this."""

    help = "Drafts the synthesis report over some years, as PDF, Word and a page."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--from", dest="first", type=int, required=True, metavar="YEAR")
        parser.add_argument("--to", dest="last", type=int, required=True, metavar="YEAR")
        parser.add_argument("--language", default="en", choices=settings.WHOLE_LANGUAGES)
        parser.add_argument("--out", type=Path, required=True, metavar="DIR", help="where the files go")
        parser.add_argument("--site", default=settings.SITE, metavar="ADDRESS", help=BEGINNING)

    def refuse_what_cannot_be(self, options: dict[str, Any]) -> None:
        """What is wrong with the words alone."""
        if not 1955 <= options["first"] <= options["last"] <= 2100:
            raise CommandError(_("The years are between 1955 and 2100, in their order."), returncode=2)

    def handle(self, *args: Any, **options: Any) -> None:
        self.refuse_what_cannot_be(options)
        first, last, language = options["first"], options["last"], options["language"]
        folder = _folder(options["out"])
        with snapshot():
            facts = gather(Period(first, last))
        report = write(facts, language)
        name, site = f"review-{first}-{last}-{language}", options["site"]
        contents = {folder / f"{name}.{ending}": printed(report, ending, site=site) for ending in WRITERS}
        for path, content in contents.items():
            put(path, content)
            self.stdout.write(str(path))


def _folder(folder: Path) -> Path:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CommandError(_("Nothing can be written there: %s") % error, returncode=2) from error
    return folder


def put(path: Path, content: bytes) -> None:
    """The file is there whole or not at all; what an interrupted run left is written over."""
    unfinished = path.with_name(f".{path.name}.unfinished")
    try:
        with open(unfinished, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.replace(unfinished, path)
    except OSError as error:
        unfinished.unlink(missing_ok=True)
        raise CommandError(_("Nothing can be written there: %s") % error, returncode=2) from error
