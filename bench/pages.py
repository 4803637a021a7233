"""Pages against the raw limit: run as a process of its own on a filled database."""

import json
import re
import sys
from collections.abc import Callable
from urllib.parse import quote_plus

from django.core.wsgi import get_wsgi_application
from django.db import connection
from django.test.utils import CaptureQueriesContext

from bench.bare import BareHandler
from bench.site import Answer, asking, signed_in
from bench.timing import in_turns

PAGES = {
    "projects": ("/projects/", ("all",)),
    "requests": (
        "/requests/?status=registered&status=acknowledged&status=under_assessment&status=formulation",
        ("open",),
    ),
    "state": ("/states/{}/", ("AFG", "BRA", "FRA", "KEN", "NPL")),
    "request": ("/requests/{}/", ("TB-11", "TB-1200", "TB-2345", "TB-3456", "TB-4999")),
    "search": (
        "/recommendations/?q={}",
        ("torture detention", "judges", "land law", "education", "witnesses"),
    ),
}
LINKED = re.compile(rb'(?:href|src)="(/[^"]+\.(?:css|js|svg)(?:\?[^"]*)?|/web/[^"]+)"')


def measure(name: str, ask: Callable[[str], Answer], bare: Callable[[str], Answer], *, rounds: int) -> dict:
    """One page: its time, its questions to the database, its weight."""
    pattern, keys = PAGES[name]
    page = [pattern.format(quote_plus(key)) for key in keys]
    raw = [f"/?of={name}&key={quote_plus(key)}" for key in keys]
    pair = in_turns(
        lambda place: ask(page[place]), lambda place: bare(raw[place]), range(len(keys)), rounds=rounds
    )
    answers = [ask(address) for address in page]
    assert {one.status for one in [*answers, *map(bare, raw)]} == {200}, page
    heaviest = max(answers, key=lambda one: len(one.body))
    return {
        **pair.figures(),
        "queries": max(questions(ask, address) for address in page),
        "bytes": len(heaviest.body),
        "first_load": len(heaviest.body) + sum(len(ask(link).body) for link in links(heaviest)),
    }


def questions(ask: Callable[[str], Answer], address: str) -> int:
    """How many statements a page sends."""
    with CaptureQueriesContext(connection) as sent:
        ask(address)
    return sum(
        one["sql"].lstrip(" \n(").upper().startswith(("SELECT", "WITH")) for one in sent.captured_queries
    )


def links(answer: Answer) -> set[str]:
    """The style sheets and scripts that a first visit fetches too."""
    head = answer.body.split(b"</head>")[0]
    return {found.decode().replace("&amp;", "&") for found in LINKED.findall(head)}


def main() -> None:
    """Every page, as one JSON."""
    ask, bare = asking(get_wsgi_application(), signed_in()), asking(BareHandler())
    rounds = int(sys.argv[1])
    print(
        json.dumps(
            {name: measure(name, ask, bare, rounds=max(5, rounds // len(PAGES[name][1]))) for name in PAGES}
        )
    )
