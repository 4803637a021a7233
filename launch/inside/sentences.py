"""What an operator must mend is said in one sentence, and ends with code 2."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from django.core.exceptions import ImproperlyConfigured
from django.db import OperationalError

MISTAKEN = 2


@contextmanager
def in_a_sentence() -> Iterator[None]:
    """Say what is wrong with the settings, or that the database does not answer, without a traceback."""
    try:
        yield
    except ImproperlyConfigured as error:
        print(error, file=sys.stderr)
    except OperationalError as error:
        print(f"The database does not answer: {str(error).strip()}", file=sys.stderr)
    else:
        return
    sys.exit(MISTAKEN)
