"""Whether what was typed after ./tcp can be done at all: asked before anything is started for it."""

import sys

import django
from django.core.management.base import CommandError

from launch.inside.manage import Called
from launch.inside.sentences import in_a_sentence


def main(spoken: str, name: str, *arguments: str) -> None:
    """Read the words as the command does, and let it refuse what no database is needed to refuse."""
    with in_a_sentence():
        django.setup()
        command = Called(spoken, [name, *arguments]).fetch_command(name)
        # Its usage is told with code 2, not raised.
        vars(command)["_called_from_command_line"] = True
        typed = vars(command.create_parser(spoken, name).parse_args(arguments))
        try:
            refuse = getattr(command, "refuse_what_cannot_be", None)
            if refuse is not None:
                refuse(typed)
        except CommandError as mistaken:
            print(mistaken, file=sys.stderr)
            sys.exit(mistaken.returncode)


if __name__ == "__main__":
    main(*sys.argv[1:])
