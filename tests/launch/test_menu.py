"""What is typed after ./tcp finds its command, with the folder of the data wherever it stands."""

import pytest

from launch import menu
from launch.place import ROOT

SEEN = []


def command(place, words):
    SEEN[:] = [place.data, words]
    return 0


def refuse(place, words):
    raise menu.Refusal("Not now.")


MENU = {"go": (command, "goes"), "stay": (refuse, "stays")}


@pytest.fixture(autouse=True)
def no_folder_from_outside(monkeypatch):
    monkeypatch.delenv("TECHCOOP_DATA", raising=False)


def test_the_menu_alone_lists_every_command(capsys):
    assert menu.run(MENU, []) == 0
    assert "./tcp go       goes" in capsys.readouterr().out


def test_what_is_not_in_the_menu_is_refused_with_the_menu(capsys):
    assert menu.run(MENU, ["fly"]) == 2
    assert "There is no command “fly”" in capsys.readouterr().err


@pytest.mark.parametrize(
    "typed",
    [["--data", "DIR", "go", "a", "-b"], ["go", "--data=DIR", "a", "-b"], ["go", "a", "-b", "--data", "DIR"]],
)
def test_the_folder_is_taken_out_wherever_it_stands(typed, tmp_path):
    menu.run(MENU, [word.replace("DIR", str(tmp_path)) for word in typed])

    assert [tmp_path, ["a", "-b"]] == SEEN


def test_what_stands_after_two_dashes_is_the_commands_own():
    menu.run(MENU, ["go", "--", "--data", "x"])

    assert SEEN == [ROOT / "var", ["--", "--data", "x"]]


def test_a_folder_without_a_name_is_refused(capsys):
    assert menu.run(MENU, ["go", "--data"]) == 2
    assert "--data needs" in capsys.readouterr().err


def test_a_refusal_is_a_sentence_not_a_traceback(capsys):
    assert menu.run(MENU, ["stay"]) == 2
    assert capsys.readouterr().err == "Not now.\n"


@pytest.mark.parametrize("under", ["", "/var"], ids=["a file", "below a file"])
def test_a_folder_in_which_nothing_can_be_kept_is_refused(under, tmp_path, capsys):
    file = tmp_path / "file"
    file.touch()

    assert menu.run(MENU, ["go", "--data", f"{file}{under}"]) == 2
    assert f"No data can be kept in {file}{under}" in capsys.readouterr().err
