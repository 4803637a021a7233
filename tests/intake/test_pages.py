"""Records are taken in on pages, by those whose role says so."""

import io
from datetime import date, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from techcoop.intake.models import Import
from techcoop.intake.queries import kinds
from techcoop.intake.tasks import apply, preview
from techcoop.ledger.models import ExchangeRate
from techcoop.sheets.reading import open_list
from tests.intake.makers import RATES, a_previewed_import, an_applied_import, an_uploaded_import
from tests.people.makers import a_coordinator, a_liaison, a_stranger, a_trustee

pytestmark = pytest.mark.django_db


@pytest.fixture
def coordinator(client):
    client.force_login(a_coordinator(), backend="allauth.account.auth_backends.AuthenticationBackend")
    return client


def handed_in(text: str = RATES, **about):
    return {
        "kind": "rates",
        "file": SimpleUploadedFile("rates.csv", text.encode()),
        "retrieved_on": "2026-01-05",
        "language": "en",
        "submission": "0b8f6a3e-6a83-4a5b-8d1f-3f2c8a4d9f10",
        **about,
    }


def test_a_file_goes_from_upload_to_records(coordinator):
    response = coordinator.post(reverse("intake:upload"), handed_in())
    found = Import.objects.get()
    preview(found.pk, found.uploaded_by_id)
    coordinator.post(reverse("intake:confirm", args=(found.pk,)))
    apply(found.pk, found.uploaded_by_id)

    assert response.url == reverse("intake:import", args=(found.pk,))
    assert ExchangeRate.objects.count() == 2
    page = coordinator.get(response.url).content.decode()
    assert "Applied" in page
    assert "is no rate above zero" in page


def test_what_is_no_list_is_said_beside_the_field(coordinator):
    file = SimpleUploadedFile("rates.csv", b"%PDF-1.7 nonsense")

    response = coordinator.post(reverse("intake:upload"), handed_in(file=file))

    assert "This is a PDF, not a list." in response.content.decode()
    assert not Import.objects.exists()


def test_the_list_and_a_file_stay_below_their_limits(coordinator, django_assert_max_num_queries):
    found = a_previewed_import()

    with django_assert_max_num_queries(10):
        assert coordinator.get(reverse("intake:imports")).status_code == 200
    with django_assert_max_num_queries(15):
        assert coordinator.get(reverse("intake:import", args=(found.pk,))).status_code == 200


def test_a_count_opens_exactly_its_rows(coordinator):
    found = an_applied_import()

    page = coordinator.get(reverse("intake:import", args=(found.pk,)), {"verdict": "refuse"})

    assert page.context["lines"].total == 1


def test_what_is_refused_stands_first_and_the_counts_stand_in_the_same_order(coordinator):
    found = a_previewed_import()

    page = coordinator.get(reverse("intake:import", args=(found.pk,)))

    assert [row[1].text for row in page.context["lines"].rows][0] == "refused"
    assert [address for _count, _label, address, _kept in page.context["counts"]] == [
        f"?verdict={verdict}#listing" for verdict in ("refuse", "change", "create", "skip")
    ]


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_refused_rows_come_back_as_a_file_to_be_corrected(coordinator, ending):
    found = a_previewed_import()

    response = coordinator.get(reverse("intake:refused", args=(found.pk, ending)))

    content = b"".join(response.streaming_content)
    if ending == "csv":
        assert "CHF,nothing,2026-01-01,4" in content.decode("utf-8-sig")
    else:
        assert content.startswith(b"PK")


def test_interrupted_work_is_told_and_can_be_started_again(coordinator):
    found = an_uploaded_import()
    page = coordinator.get(reverse("intake:import", args=(found.pk,))).content.decode()
    assert "The work was interrupted." in page

    coordinator.post(reverse("intake:start_again", args=(found.pk,)))

    page = coordinator.get(reverse("intake:import", args=(found.pk,))).content.decode()
    assert "Waiting for the worker." in page


def test_an_abandoned_file_is_never_written(coordinator):
    found = a_previewed_import()

    coordinator.post(reverse("intake:abandon", args=(found.pk,)))
    apply(found.pk, found.uploaded_by_id)

    assert not ExchangeRate.objects.exists()


@pytest.mark.parametrize("someone", [a_stranger, a_trustee])
def test_nobody_else_sees_that_there_are_imports(client, someone):
    found = a_previewed_import()
    client.force_login(someone(), backend="allauth.account.auth_backends.AuthenticationBackend")

    assert client.get(reverse("intake:imports")).status_code == 403
    assert client.get(reverse("intake:upload")).status_code == 403
    assert client.get(reverse("intake:import", args=(found.pk,))).status_code == 404
    assert client.get(reverse("intake:refused", args=(found.pk, "csv"))).status_code == 404
    assert client.post(reverse("intake:confirm", args=(found.pk,))).status_code == 404


def test_a_blank_list_holds_the_headings_and_explains_them(client):
    client.force_login(a_liaison())
    page = client.get(reverse("intake:upload")).content.decode()
    address = reverse("intake:blank_list", args=["reporting-cycles"])

    file = b"".join(client.get(address).streaming_content)

    kind = kinds()["reporting-cycles"]
    opened = open_list(io.BytesIO(file))
    assert address in page
    assert list(opened.headings) == [one.name for one in kind.headings]
    assert kind.shape_of(opened)
    assert client.get(reverse("intake:blank_list", args=["recommendations"])).status_code == 404
    client.force_login(a_stranger())
    assert client.get(address).status_code == 403


def test_of_many_new_rows_the_page_says_that_the_first_are_shown(coordinator):
    days = (date(2025, 1, 1) + timedelta(number) for number in range(201))
    many = "".join(f"EUR,0.92,{day}\n" for day in days)
    found = a_previewed_import(f"Currency,Rate,Effective date\n{many}")

    page = coordinator.get(reverse("intake:import", args=(found.pk,)), {"verdict": "create"})

    assert page.context["lines"].total == 200
    assert page.text.count("the first 200 of 201 are shown") == 1
