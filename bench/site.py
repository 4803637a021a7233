"""The system as a web server calls it, in this process, for an officer who has signed in."""

import io
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlsplit

from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore

from techcoop.people.models import User

OFFICER = "officer@bench.invalid"
BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


@dataclass(frozen=True)
class Answer:
    """What came back."""

    status: int
    body: bytes


def signed_in() -> str:
    """The cookie of a session of the officer."""
    officer = User.objects.get(email=OFFICER)
    session = SessionStore()
    session[SESSION_KEY] = str(officer.pk)
    session[BACKEND_SESSION_KEY] = BACKEND
    session[HASH_SESSION_KEY] = officer.get_session_auth_hash()
    session.save()
    return f"sessionid={session.session_key}"


def asking(application: Callable, cookie: str = "") -> Callable[[str], Answer]:
    """A browser, as far as a measurement needs one."""

    def ask(address: str) -> Answer:
        parts = urlsplit(address)
        environ = {
            "REQUEST_METHOD": "GET",
            "PATH_INFO": parts.path,
            "QUERY_STRING": parts.query,
            "SERVER_NAME": "127.0.0.1",
            "SERVER_PORT": "8000",
            "HTTP_HOST": "127.0.0.1:8000",
            "HTTP_ACCEPT_ENCODING": "gzip",
            "HTTP_COOKIE": cookie,
            "wsgi.input": io.BytesIO(),
            "wsgi.url_scheme": "http",
        }
        said: list[str] = []
        answered = application(environ, lambda status, headers, *rest: said.append(status))
        body = b"".join(answered)
        if hasattr(answered, "close"):
            answered.close()
        return Answer(int(said[0].split()[0]), body)

    return ask
