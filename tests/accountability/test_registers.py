"""Lists over all States: reports by what is overdue, visits, institutions; taken away as they are shown."""

import pytest

from tests.accountability.accounts import a_report, facts
from tests.atlas.makers import a_state
from tests.people.makers import a_coordinator, a_stranger

pytestmark = pytest.mark.django_db
LISTS = ("reports", "visits", "institutions")


@pytest.fixture(autouse=True)
def states():
    for name in ("Arcadia", "Utopia"):
        a_state(name)
    facts("reporting-cycles", a_report(2, Due="2012-06-30"), a_report(2, State="Utopia", Due="2090-06-30"))
    for kind, row in (
        ("visits", {"Mandate": "SR Torture", "Status": "refused", "Requested": "2019-05"}),
        ("accreditations", {"Institution": "Commission", "Decided": "2018", "Accreditation": "A"}),
    ):
        facts(kind, {"State": "Arcadia", **row})


@pytest.mark.parametrize(
    ("address", "shown", "hidden"),
    [
        ("reports/?status=overdue", "30 Jun 2012", "30 Jun 2090"),
        ("reports/?state=XUTO", "30 Jun 2090", "30 Jun 2012"),
        ("reports/?until=2020-01-01&rule=set", "30 Jun 2012", "30 Jun 2090"),
        ("visits/?status=refused", "May 2019", "Visits appear"),
        ("visits/?status=done", "Visits of special procedures", "May 2019"),
        ("institutions/?review=near", "31 Dec 2023", "Nothing has been"),
        ("institutions/?status=B", "National human rights institutions", "Commission"),
    ],
)
def test_a_list_is_narrowed_by_its_address(client, address, shown, hidden, django_assert_max_num_queries):
    client.force_login(a_coordinator())

    with django_assert_max_num_queries(14):
        page = client.get(f"/recommendations/{address}").content.decode()

    assert shown in page
    assert hidden not in page


@pytest.mark.parametrize("name", LISTS)
def test_a_list_is_taken_away_as_a_file(client, name):
    client.force_login(a_coordinator())

    answer = client.get(f"/recommendations/{name}/?export=csv")

    assert b"Arcadia" in b"".join(answer.streaming_content if answer.streaming else [answer.content])


@pytest.mark.parametrize("name", LISTS)
def test_a_stranger_sees_no_list(client, name):
    client.force_login(a_stranger())

    assert client.get(f"/recommendations/{name}/").status_code == 403
