"""A page that is read writes nothing."""

from collections.abc import Callable
from functools import cache

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from techcoop.web.reading_only import reading_only

READING = ("GET", "HEAD", "OPTIONS")
# Pages of allauth that write while they are read.
KEEPING_HOUSE = {
    "usersessions_list": "forgets the sessions that have run out",
    "mfa_view_recovery_codes": "notes that the codes were seen",
    "mfa_download_recovery_codes": "notes that the codes were seen",
}


@cache
def housekeeping_addresses() -> frozenset[str]:
    """The addresses of the pages that may write although they are only read."""
    return frozenset(reverse(name) for name in KEEPING_HOUSE)


def reads_do_not_write(get_response: Callable) -> Callable:
    """Answer what only reads inside a read-only transaction: a GET that writes is refused by PostgreSQL."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if request.method not in READING or request.path in housekeeping_addresses():
            return get_response(request)
        with reading_only():
            return get_response(request)

    return middleware
