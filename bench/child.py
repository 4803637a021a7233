"""One measure in a process of its own: Django is set up first, then the measure is imported and run."""

import importlib
import sys

import django


def main() -> None:
    """`python -m bench.child bench.pages 40`: the name of the measure, then its own arguments."""
    del sys.argv[0]
    django.setup()
    importlib.import_module(sys.argv[0]).main()


if __name__ == "__main__":
    main()
