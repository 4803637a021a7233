"""Files that tests hand in are kept in a folder of their own."""

import pytest


@pytest.fixture(autouse=True)
def _files_of_the_test(settings, tmp_path):
    settings.STORAGES = {
        **settings.STORAGES,
        "default": {
            "BACKEND": "django.core.files.storage.FileSystemStorage",
            "OPTIONS": {"location": tmp_path / "files"},
        },
    }
    settings.DATA = tmp_path
