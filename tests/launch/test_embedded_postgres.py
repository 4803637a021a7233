"""The embedded server: shared by those who need it, stopped by the last, and back after a crash."""

import os
import shutil
import signal
import threading
import time

import psycopg
import pytest

from launch.postgres import FORGETFUL, Cluster


@pytest.fixture(scope="module")
def cluster(tmp_path_factory):
    return Cluster(tmp_path_factory.mktemp("server"), FORGETFUL)


def answers(cluster):
    with psycopg.connect(cluster.address("postgres"), autocommit=True) as connection:
        return connection.execute("SELECT lower('ÉГ')").fetchone() == ("ég".replace("g", "г"),)


def test_it_runs_while_it_is_needed_and_no_longer(cluster):
    with cluster.running():
        assert answers(cluster)

    assert not cluster.is_ready()


def test_it_takes_texts_apart_at_signs_of_every_script(cluster):
    told = "« l’homme », “rights”—حقوق، إنسان"
    with cluster.running(), psycopg.connect(cluster.address("postgres")) as connection:
        found = connection.execute("SELECT to_tsvector('simple', %s)::text", [told]).fetchone()[0]

    assert found == "'homme':2 'l':1 'rights':3 'إنسان':5 'حقوق':4"


def test_it_is_reached_through_a_short_folder_of_its_owner_alone(cluster):
    with cluster.running():
        assert len(f"{cluster.sockets}/.s.PGSQL.5432") <= 100
        assert cluster.sockets.stat().st_mode & 0o077 == 0


def test_the_last_who_leaves_stops_it(cluster):
    with cluster.running():
        with Cluster(cluster.home, FORGETFUL).running():
            first = cluster.process()
        assert cluster.process() == first
        assert answers(cluster)

    assert not cluster.is_ready()


def test_two_who_start_at_once_share_one_server(cluster):
    seen = []

    def start():
        with Cluster(cluster.home, FORGETFUL).running():
            seen.append(cluster.process())
            time.sleep(0.5)

    both = [threading.Thread(target=start) for _ in range(2)]
    for one in both:
        one.start()
    for one in both:
        one.join()

    assert len(seen) == 2
    assert len(set(seen)) == 1


def test_after_a_crash_it_comes_back_with_what_was_committed(cluster):
    with cluster.running():
        with psycopg.connect(cluster.address("postgres"), autocommit=True) as connection:
            connection.execute("CREATE TABLE kept AS SELECT 7 AS number")
            connection.execute("CHECKPOINT")
        os.kill(cluster.process(), signal.SIGKILL)

    with cluster.running(), psycopg.connect(cluster.address("postgres")) as connection:
        assert connection.execute("SELECT number FROM kept").fetchone() == (7,)


def test_it_is_reached_again_after_its_socket_was_tidied_away(cluster):
    with cluster.running():
        shutil.rmtree(cluster.sockets)

        with Cluster(cluster.home, FORGETFUL).running() as other:
            assert answers(other)


def test_a_database_is_made_once(cluster):
    with cluster.running():
        assert cluster.have("programme") == cluster.have("programme")


def test_the_last_who_leaves_takes_the_folder_of_its_socket_away(cluster):
    with cluster.running():
        assert cluster.sockets.exists()

    assert not cluster.sockets.exists()
