"""Run a management command of Django under the words by which it was called."""

import sys
from argparse import SUPPRESS
from typing import Any

import django
from django.core.management import ManagementUtility
from django.core.management.base import BaseCommand, CommandParser

from launch.inside.sentences import in_a_sentence

# What Django's commands take in common and nobody needs who types one of ours.
DJANGOS_OWN = {
    "version",
    "verbosity",
    "settings",
    "pythonpath",
    "traceback",
    "no_color",
    "force_color",
    "skip_checks",
}


class Called(ManagementUtility):
    """Django's own way to its commands; what it says of their usage is what was typed."""

    def __init__(self, spoken: str, arguments: list[str]) -> None:
        super().__init__([spoken, *arguments])
        self.prog_name = self.spoken = spoken

    def fetch_command(self, subcommand: str) -> BaseCommand:
        command = super().fetch_command(subcommand)
        plainly = command.create_parser
        prog = f"{self.spoken} {subcommand}" if self.spoken.endswith("manage") else self.spoken

        def named(*words: Any, **more: Any) -> CommandParser:
            parser = plainly(*words, **more)
            parser.prog = prog
            if prog == self.spoken:
                show_ours_only(parser)
            return parser

        command.create_parser = named  # type: ignore[method-assign]  # of this one command only
        return command


def show_ours_only(parser: CommandParser) -> None:
    """The usage says what the command itself takes; the rest still works for whoever knows it."""
    for action in parser._actions:
        if action.dest in DJANGOS_OWN:
            action.help = SUPPRESS


def main(spoken: str, *arguments: str) -> None:
    """Set Django up and call the command."""
    with in_a_sentence():
        django.setup()
        Called(spoken, list(arguments)).execute()


if __name__ == "__main__":
    main(*sys.argv[1:])
