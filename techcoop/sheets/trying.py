"""Read a workbook in little memory: a programme of its own, which ends when the workbook asks for more.

It is started by its path and knows nothing of the rest, so that it is quick to start.
"""

import resource
import sys
from contextlib import suppress

LARGEST_MEMORY = 1 << 30


def main(name: str) -> None:
    """Read the sheets as the reader would; what is merely damaged is said by the reader itself."""
    with suppress(ValueError):
        resource.setrlimit(resource.RLIMIT_AS, (LARGEST_MEMORY, LARGEST_MEMORY))
    from python_calamine import CalamineError, CalamineWorkbook  # noqa: PLC0415 - only below the limit

    with suppress(CalamineError, OSError, ValueError, OverflowError):
        book = CalamineWorkbook.from_path(name)
        for sheet in book.sheet_names:
            book.get_sheet_by_name(sheet)


if __name__ == "__main__":
    main(sys.argv[1])
