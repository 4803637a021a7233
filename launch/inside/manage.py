"""Run a management command of Django under the words by which it was called."""

import sys
from typing import Any

import django
from django.core.management import ManagementUtility
from django.core.management.base import BaseCommand, CommandParser

from launch.inside.sentences import in_a_sentence


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
            return parser

        command.create_parser = named  # type: ignore[method-assign]  # of this one command only
        return command


def main(spoken: str, *arguments: str) -> None:
    """Set Django up and call the command."""
    with in_a_sentence():
        django.setup()
        Called(spoken, list(arguments)).execute()


if __name__ == "__main__":
    main(*sys.argv[1:])
