"""A workbook of an old or binary kind is read once beside us, in little memory, before it is read here.

Its cells cannot be counted as they stream past, and a reader that asks for more memory than there is does not
raise: it ends its process. Here it is a process of its own that ends.
"""

import subprocess
import sys
import tempfile
from pathlib import Path
from typing import BinaryIO

from django.utils.translation import gettext_noop

from techcoop.sheets.errors import Unreadable

PATIENCE_S = 60
PIECE = 1 << 20
TOO_LARGE = gettext_noop(
    "The workbook is damaged, or asks for more memory than a list needs; save it as .xlsx or as CSV."
)
READER = Path(__file__).with_name("trying.py")


def try_first(file: BinaryIO) -> None:
    """Refuse the workbook if reading it ends the process that reads it."""
    with tempfile.NamedTemporaryFile(prefix="techcoop-") as copy:
        file.seek(0)
        while piece := file.read(PIECE):
            copy.write(piece)
        copy.flush()
        file.seek(0)
        try:
            command = [sys.executable, "-P", str(READER), copy.name]
            done = subprocess.run(command, capture_output=True, timeout=PATIENCE_S, check=False)
        except subprocess.TimeoutExpired as error:
            raise Unreadable(TOO_LARGE) from error
    if done.returncode:
        raise Unreadable(TOO_LARGE)
