"""Two people at once, or one with two clicks."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from django.db import connection

from techcoop.lifecycle import MoveNotAllowed


def at_once(*acts):
    """Do these in threads that start together; gives what each returned or raised."""
    start = Barrier(len(acts))

    def one(act):
        start.wait()
        try:
            return act()
        except MoveNotAllowed as refused:
            return refused
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts)) as threads:
        return list(threads.map(one, acts))
