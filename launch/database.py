"""Which database a command works on: the one that DATABASE_URL names, else the embedded one."""

import os
from collections.abc import Iterator
from contextlib import contextmanager

from launch import postgres
from launch.place import Place


@contextmanager
def database(place: Place, name: str = postgres.OWNER) -> Iterator[str]:
    """The address of the database; the embedded server runs for as long as it is needed."""
    if given := os.environ.get("DATABASE_URL"):
        yield given
        return
    with postgres.Cluster(place.folder("postgres")).running() as cluster:
        yield cluster.have(name)


def still_runs(place: Place) -> bool:
    """Whether the embedded server is there; another one is its own operator's care."""
    return "DATABASE_URL" in os.environ or bool(postgres.Cluster(place.folder("postgres")).process())


@contextmanager
def database_of_tests(place: Place) -> Iterator[str]:
    """The address of a server on which tests make databases as they like; quick, and forgetful."""
    if given := os.environ.get("DATABASE_URL"):
        yield given
        return
    cluster = postgres.Cluster(place.folder("test/server"), postgres.FORGETFUL)
    with cluster.running():
        yield cluster.address("postgres")
