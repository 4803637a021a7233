"""What is typed or set wrongly is answered with one sentence and code 2, never with a traceback."""

import os
import socket
import subprocess

import pytest

from config.environment import site
from launch import serving, testing
from launch.menu import Refusal
from launch.place import PYTHON, ROOT, Place


def run(*words, **given):
    environment = {**os.environ, "PYTHONPATH": str(ROOT), **given}
    command = [PYTHON, "-m", "launch.inside.manage", *words]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        (["--port", "80000"], "“80000” is no port"),
        (["--port", "abc"], "“abc” is no port"),
        (["--port", "0"], "“0” is no port"),
        (["--workers", "-1"], "“-1” is not a number from 1 on"),
    ],
)
def test_a_number_that_cannot_be_is_told(typed, told, capsys):
    with pytest.raises(SystemExit) as left:
        serving.read(typed)

    assert left.value.code == 2
    assert told in capsys.readouterr().err


def test_a_test_that_is_not_there_is_told_before_anything_is_begun(tmp_path):
    with pytest.raises(Refusal, match=r"There is no tests/nowhere\.py\."):
        testing.test(Place(tmp_path), ["tests/nowhere.py::test_it", "-q"])


def test_an_address_that_the_machine_does_not_know_is_told(monkeypatch):
    def unknown(probe, address):
        raise socket.gaierror(-2, "Name or service not known")

    monkeypatch.setattr(socket.socket, "bind", unknown)

    with pytest.raises(Refusal, match="knows no address “nowhere.invalid”"):
        serving.refuse_a_taken_port(serving.read(["--host", "nowhere.invalid"]))


@pytest.mark.parametrize(
    ("given", "told"),
    [
        (
            {"TECHCOOP_DEMONSTRATION": "", "TECHCOOP_SECRET": "our own"},
            "TECHCOOP_PROTECTION_KEYS must be set",
        ),
        ({"DATABASE_URL": "mysql://here"}, "DATABASE_URL must begin with postgresql://"),
        ({"DATABASE_URL": "postgresql://here:port/"}, "DATABASE_URL"),
    ],
)
def test_settings_that_cannot_be_are_told_in_a_sentence(given, told):
    done = run("./tcp audit", "audit", **given)

    assert done.returncode == 2
    assert told in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_what_cannot_be_a_key_is_told_before_anything_is_begun(tmp_path):
    given = {"TECHCOOP_PROTECTION_KEYS": "ours:short", "DATABASE_URL": "postgresql://nobody@127.0.0.1:1/none"}
    environment = {**os.environ, "PYTHONPATH": str(ROOT), **given}
    command = [PYTHON, "-m", "launch.inside.prepare", str(tmp_path / "answer")]

    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)

    assert done.returncode == 2
    assert done.stdout == ""
    assert "“ours” must be a name of its own, a colon, 32 bytes in base64" in done.stderr


def test_the_usage_says_what_was_typed():
    assert "usage: ./tcp review [-h] --from YEAR" in run("./tcp review", "review", "--help").stdout
    assert "usage: ./tcp manage reseal [-h]" in run("./tcp manage", "reseal", "--help").stdout


def test_the_usage_of_ours_names_none_of_djangos_own_words():
    for ours in ("import_records", "review", "audit"):
        assert "--settings" not in run("./tcp", ours, "--help").stdout
    assert "--settings" in run("./tcp manage", "reseal", "--help").stdout


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        (["import", "rate", "x.csv"], "invalid choice: 'rate'"),
        (["import", "rates", "nowhere.csv"], "No such file: nowhere.csv"),
        (["review", "--from", "2025", "--to", "2021", "--out", "x"], "in their order"),
        (["review", "--from", "last", "--to", "2021", "--out", "x"], "invalid int value: 'last'"),
    ],
)
def test_what_is_typed_wrongly_is_told_before_anything_is_started(tmp_path, typed, told):
    command = [PYTHON, ROOT / "tcp", "--data", tmp_path / "data", *typed]

    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=tmp_path)

    assert done.returncode == 2
    assert told in done.stderr
    assert done.stdout == ""
    assert list((tmp_path / "data").iterdir()) == []


def test_links_lead_to_where_it_runs_with_this_data(tmp_path):
    assert site([], tmp_path) == "http://127.0.0.1:8000"

    (tmp_path / "up.lock").write_text("http://127.0.0.1:8104")

    assert site([], tmp_path) == "http://127.0.0.1:8104"
    assert site(["https://techcoop.example"], tmp_path) == "https://techcoop.example"


def test_the_help_of_a_review_says_where_its_links_lead(tmp_path):
    (tmp_path / "up.lock").write_text("http://127.0.0.1:8104")

    told = run("./tcp review", "review", "--help", TECHCOOP_DATA=str(tmp_path)).stdout

    assert "http://127.0.0.1:8104" in told
