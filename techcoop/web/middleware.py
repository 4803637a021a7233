"""A page that is read writes nothing."""

from collections.abc import Callable

from django.db import connection, transaction
from django.http import HttpRequest, HttpResponse

READING = ("GET", "HEAD", "OPTIONS")


def reads_do_not_write(get_response: Callable) -> Callable:
    """Answer what only reads inside a read-only transaction: a GET that writes is refused by PostgreSQL."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if request.method not in READING:
            return get_response(request)
        with transaction.atomic():
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION READ ONLY")
            return get_response(request)

    return middleware
