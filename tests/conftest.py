"""What every test stands on: settings, a database of its own, a browser where one is."""

import os
from collections.abc import Iterator
from contextlib import contextmanager

import hypothesis
import pytest
from django.conf import settings as django_settings
from django.db import connection
from django.test import TransactionTestCase, override_settings
from django.test.utils import CaptureQueriesContext
from django.utils import translation
from hypothesis import HealthCheck

from launch import browser as browsers
from tests.strictness import NoUnknownVariables

# Cores are shared: how long an example takes says nothing.
hypothesis.settings.register_profile("ours", deadline=None, suppress_health_check=[HealthCheck.too_slow])
hypothesis.settings.load_profile("ours")
FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip


@pytest.fixture(scope="session", autouse=True)
def settings_of_tests(tmp_path_factory):
    """Plain names of style sheets, files in a folder that is thrown away, and a quick hash of passwords."""
    files, static = tmp_path_factory.mktemp("files"), tmp_path_factory.mktemp("static")
    templates = django_settings.TEMPLATES[0]
    options = {**templates["OPTIONS"], "string_if_invalid": NoUnknownVariables()}
    storages = {
        "default": {**django_settings.STORAGES["default"], "OPTIONS": {"location": files}},
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }
    with override_settings(
        STORAGES=storages,
        STATIC_ROOT=static,
        WHITENOISE_USE_FINDERS=False,
        TEMPLATES=[{**templates, "OPTIONS": options}],
        PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"],
    ):
        yield


@pytest.fixture(autouse=True)
def english():
    """No test hears the language that another test has spoken."""
    with translation.override("en"):
        yield


@pytest.fixture
def at_most_questions(db):
    """Counts the questions asked of the database; beginning and ending a transaction asks nothing."""

    @contextmanager
    def counted(number):
        with CaptureQueriesContext(connection) as sent:
            yield
        asked = [one["sql"] for one in sent if one["sql"].lstrip(" (").upper().startswith(("SELECT", "WITH"))]
        assert len(asked) <= number, "\n\n".join(asked)

    return counted


@pytest.fixture(scope="session")
def django_db_setup(django_test_environment, django_db_blocker):
    """A copy of the migrated template for this process, instead of migrating anew."""
    from tests import databases  # noqa: PLC0415 - it needs Django's settings

    with django_db_blocker.unblock(), pytest.MonkeyPatch.context() as patch:
        databases.begin()
        # The journal is never emptied: a test with transactions of its own leaves a new copy behind.
        patch.setattr(TransactionTestCase, "_fixture_teardown", lambda self: databases.renew())
        yield
        databases.end()


def pytest_collection_modifyitems(items):
    """Name the journeys that cannot be made because no browser is here; in CI they fail instead."""
    journeys = [item for item in items if "page" in getattr(item, "fixturenames", ())]
    if journeys and not os.environ.get("CI") and not find_browser():
        for item in journeys:
            item.add_marker(pytest.mark.skip(reason=f"no browser for the journey {item.name}"))


def find_browser() -> str | None:
    """The browser that ./tcp test has found, or the one that is found now."""
    return None if os.environ.get("CHROMIUM") == "none" else browsers.find()


@pytest.fixture(scope="session")
def browser():
    """One browser for all journeys of this process."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - only journeys need it

    program = find_browser()
    if not program:
        pytest.fail("No browser is here; ./tcp browser installs one.")
    with sync_playwright() as playwright, pytest.MonkeyPatch.context() as patch:
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")  # Playwright's loop runs in this thread
        yield playwright.chromium.launch(executable_path=program, args=FLAGS)


@pytest.fixture
def page(browser, live_server) -> Iterator:
    """A window of the browser on the running system; an error in its console fails the journey."""
    context = browser.new_context(base_url=live_server.url, viewport={"width": 1280, "height": 900})
    context.set_default_timeout(15_000)
    window, objections = context.new_page(), []
    window.on("pageerror", lambda error: objections.append(str(error)))
    window.on("console", lambda message: objections.append(message.text) if is_grave(message) else None)
    yield window
    context.close()
    assert objections == []


def is_grave(message) -> bool:
    """Whether the console speaks of more than an answer that is not 200."""
    return message.type == "error" and not message.text.startswith("Failed to load resource")
