"""Answers a request for a list: the page, or exactly what it shows as a file."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any, Protocol

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponseBase, QueryDict, StreamingHttpResponse
from django.shortcuts import render
from django.utils.text import slugify
from django.utils.timezone import localdate

from techcoop.web.lists.asking import ask
from techcoop.web.lists.declaring import Listing, Text
from techcoop.web.lists.kept import kept_views
from techcoop.web.lists.reading import Export, ListPage, narrow, ordering, read
from techcoop.web.reading_only import streamed

AT_ONCE = 2000


class Writer(Protocol):
    """Writes rows as a file of one kind: `write(columns, rows, title)` gives its bytes, piece by piece."""

    label: str
    content_type: str
    write: Callable[[list[str], Iterable[Iterable[Any]], str], Iterable[bytes]]


def list_page(
    request: HttpRequest,
    listing: Listing,
    rows: QuerySet,
    *,
    template: str,
    title: Text,
    writers: Mapping[str, Writer] | None = None,
    **context: Any,
) -> HttpResponseBase:
    """The list page that was asked for, or the file, when the address ends in `export=…`."""
    asked_for = (writers or {}).get(request.GET.get("export", ""))
    if asked_for:
        return as_file(listing, request.GET, rows, writer=asked_for, title=str(title))
    page = completed(read(listing, request.GET, rows), request, writers or {})
    return render(request, template, {"page": page, "title": title, **context})


def completed(page: ListPage, request: HttpRequest, writers: Mapping[str, Writer]) -> ListPage:
    """The page with the files that hold exactly what it shows, and the views that are kept of the list."""
    asked = request.GET.copy()
    asked.pop("page", None)
    links = []
    for key, writer in writers.items():
        asked["export"] = key
        links.append(Export(key, writer.label, f"?{asked.urlencode()}"))
    return replace(page, exports=tuple(links), kept=kept_views(request, page.address))


def as_file(
    listing: Listing, parameters: QueryDict, rows: QuerySet, *, writer: Writer, title: str
) -> StreamingHttpResponse:
    """Every row that the filters leave, in the order of the page, streamed."""
    asked = ask(listing, parameters)
    ordered = narrow(rows, asked).order_by(*ordering(listing, asked))
    columns = [str(column.label) for column in listing.columns]
    pieces = streamed(writer.write(columns, values(listing, ordered), title))
    response = StreamingHttpResponse(pieces, content_type=writer.content_type)
    ending = parameters["export"]
    response["Content-Disposition"] = f'attachment; filename="{_file_name(title)}.{ending}"'
    return response


def values(listing: Listing, rows: QuerySet) -> Iterator[list]:
    """The values of every row, column by column."""
    readers = [column.reader() for column in listing.columns]
    for thing in rows.iterator(chunk_size=AT_ONCE):
        yield [value(thing) for value in readers]


def _file_name(title: str) -> str:
    return f"{slugify(title) or 'list'}-{localdate().isoformat()}"
