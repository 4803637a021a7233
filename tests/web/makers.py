"""A list of States, as a listing may be declared, and a way to ask for it."""

from django.http import QueryDict

from techcoop.atlas.models import State
from techcoop.web.lists import Column, Filter, Listing, read
from techcoop.web.lists.reading import ListPage

STATES = Listing(
    columns=(
        Column("code", "Code", "iso3", link=lambda state: f"/states/{state.iso3}/", sort="iso3", heads=True),
        Column("name", "Name", "name"),
        Column("number", "Number", lambda state: int(state.m49 or 0), sort="m49", numeric=True),
    ),
    filters=(
        Filter("q", "Words", kind="text", field="iso3__icontains"),
        Filter("group", "Group", kind="choices", choices=(("african", "Africa"), ("asia_pacific", "Asia")),
               narrow=lambda rows, groups: rows.filter(group__in=groups)),
        Filter("since", "Since", kind="day", narrow=lambda rows, day: rows),
    ),
    order="code",
    page_size=10,
)  # fmt: skip


def the_page(address: str) -> ListPage:
    """The page of the list that this address asks for."""
    return read(STATES, QueryDict(address), State.objects.all())


def codes(page: ListPage) -> list[str]:
    """The codes in the first column."""
    return [row[0].text for row in page.rows]


def opened(client, address):
    """What the page of a form sends back when nothing is typed, with what each field said at first."""
    data = {}
    for field in client.get(address).context["form"]:
        value = field.field.prepare_value(field.value())
        data[field.html_name] = "" if value is None else value
        if field.field.show_hidden_initial:
            data[field.html_initial_name] = data[field.html_name]
    return data
