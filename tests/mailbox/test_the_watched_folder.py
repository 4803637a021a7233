"""Messages in the watched folder are taken in and moved aside; what is refused lies beside its reason."""

import os
import time

import pytest
from django.core.exceptions import ValidationError
from django.db import OperationalError

from techcoop.mailbox.folder import sweep
from techcoop.mailbox.reading import read_message
from tests.mailbox.makers import HOSTILE, a_message


def put(folder, name, content=None, age=60):
    path = folder / name
    path.write_bytes(content if content is not None else a_message().as_bytes())
    os.utime(path, (time.time() - age, time.time() - age))
    return path


def names(folder):
    return sorted(path.name for path in folder.iterdir()) if folder.exists() else []


def test_what_is_taken_in_is_moved_aside_and_what_is_refused_says_why(tmp_path):
    put(tmp_path, "good.eml"), put(tmp_path, "bad.eml", b"")
    taken = []

    assert sweep(tmp_path, taken.append) == (1, 1)

    assert [one.subject for one in taken] == ["Demande d’assistance"]
    assert names(tmp_path / "taken") == ["good.eml"]
    assert names(tmp_path / "refused") == ["bad.eml", "bad.txt"]
    assert "This is no message" in (tmp_path / "refused" / "bad.txt").read_text()
    assert sweep(tmp_path, taken.append) == (0, 0)


def test_a_message_of_sixty_megabytes_lies_beside_its_reason(tmp_path):
    os.truncate(put(tmp_path, "large.eml", age=60), 60 * 2**20)
    os.utime(tmp_path / "large.eml", (0, 0))

    assert sweep(tmp_path, pytest.fail) == (0, 1)
    assert "larger than 50 megabytes" in (tmp_path / "refused" / "large.txt").read_text()


def test_the_reason_of_whoever_takes_it_in_is_kept_too(tmp_path):
    def refuse(_message):
        raise ValidationError("note.exe: This kind of file is not kept.")

    put(tmp_path, "one.eml")
    sweep(tmp_path, refuse)
    put(tmp_path, "one.eml")
    sweep(tmp_path, refuse)

    assert names(tmp_path / "refused") == ["one-1.eml", "one-1.txt", "one.eml", "one.txt"]


def test_what_is_still_being_written_and_what_is_no_file_is_left_alone(tmp_path):
    put(tmp_path, "new.eml", age=0), put(tmp_path, "note.pdf")
    (tmp_path / "elsewhere.eml").symlink_to("/etc/hostname")

    assert sweep(tmp_path, pytest.fail) == (0, 0)


def test_a_crash_half_way_leaves_the_message_where_it_is_and_holds_up_no_other(tmp_path):
    taken = []

    def crash_once(message):
        if message.subject == "Lost line":
            raise OperationalError("no database")
        taken.append(message.subject)

    put(tmp_path, "a.eml", a_message("Lost line").as_bytes()), put(tmp_path, "b.eml")
    assert sweep(tmp_path, crash_once) == (1, 0)

    assert names(tmp_path) == ["a.eml", "taken"]
    assert taken == ["Demande d’assistance"]
    assert sweep(tmp_path, lambda message: taken.append(message.subject)) == (1, 0)
    assert names(tmp_path / "taken") == ["a.eml", "b.eml"]


def test_a_file_that_cannot_be_read_holds_up_no_other(tmp_path, monkeypatch):
    def unreadable(path):
        if path.name == "a.eml":
            raise PermissionError(path)
        return read_message(path)

    monkeypatch.setattr("techcoop.mailbox.folder.read_message", unreadable)
    put(tmp_path, "a.eml"), put(tmp_path, "b.eml")

    assert sweep(tmp_path, id) == (1, 0)
    assert names(tmp_path) == ["a.eml", "taken"]


@pytest.mark.parametrize("content", HOSTILE)
def test_a_hostile_message_is_put_aside_and_holds_up_no_other(tmp_path, content):
    put(tmp_path, "a.eml"), put(tmp_path, "b.eml", content), put(tmp_path, "c.eml")

    assert sweep(tmp_path, id) == (2, 1)
    assert names(tmp_path) == ["refused", "taken"]
    assert "broken" in (tmp_path / "refused" / "b.txt").read_text()


def test_a_message_over_which_the_system_stumbles_lies_beside_that_reason(tmp_path):
    def stumble(message):
        raise RuntimeError(message.subject)

    put(tmp_path, "a.eml"), put(tmp_path, "b.eml")

    assert sweep(tmp_path, stumble) == (0, 2)
    assert "fault of the system" in (tmp_path / "refused" / "a.txt").read_text()
