"""A workbook that cannot be finished is not left lying about."""

import pytest

from techcoop.sheets.writing import xlsx_file


def rows_that_break_off():
    yield ["first"]
    raise LookupError("The rows broke off.")


def test_a_workbook_that_breaks_off_is_removed(tmp_path, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))

    with pytest.raises(LookupError):
        xlsx_file(["a"], rows_that_break_off(), title="x")

    assert list(tmp_path.iterdir()) == []
