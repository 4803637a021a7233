"""The raw limit of a page: one query for the same rows, in the least template, behind no middleware."""

from functools import cache
from pathlib import Path

from django.core.handlers.wsgi import WSGIHandler
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.template import Context, Engine, Template

HERE = Path(__file__).parent


@cache
def question(name: str) -> str:
    """The one query."""
    return (HERE / f"{name}.sql").read_text(encoding="utf-8").replace("%'", "%%'")


@cache
def template() -> Template:
    """A table, and nothing else."""
    return Engine(autoescape=True).from_string((HERE / "page.html").read_text(encoding="utf-8"))


def view(request: HttpRequest) -> HttpResponse:
    """The rows of a question, `?of=` its name and `key=` what is asked for."""
    with connection.cursor() as cursor:
        cursor.execute(question(request.GET["of"]), {"key": request.GET["key"]})
        rows = cursor.fetchall()
    return HttpResponse(template().render(Context({"title": request.GET["of"], "rows": rows})))


class BareHandler(WSGIHandler):
    """Django's handler with this one view and no middleware."""

    def load_middleware(self, is_async: bool = False) -> None:
        self._middleware_chain = view
