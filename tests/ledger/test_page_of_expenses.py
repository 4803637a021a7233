"""Whoever sees money reads what the Secretariat spent, and an address opens exactly the lines it names."""

import pytest
from django.urls import reverse

from tests.atlas.makers import a_state
from tests.intake.makers import an_applied_import
from tests.ledger.makers import REPORT
from tests.people.makers import a_focal_point, a_stranger, a_trustee, an_administrator

pytestmark = pytest.mark.django_db
BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


@pytest.fixture
def trustee(client):
    client.force_login(a_trustee(), backend=BACKEND)
    return client


def test_an_address_opens_exactly_its_lines_with_their_total(trustee):
    an_applied_import(REPORT, kind="expenses")

    found = trustee.get(reverse("ledger:expenses"), {"year": "2021", "funds": "voluntary"})

    assert found.context["page"].total == 2
    assert found.context["total"] == 63
    assert "Fund for Lighthouses" in found.content.decode()


def test_the_list_is_taken_away_as_it_is_shown(trustee):
    an_applied_import(REPORT, kind="expenses")

    found = trustee.get(reverse("ledger:expenses"), {"funds": "other_assessed", "export": "csv"})

    lines = b"".join(found.streaming_content).decode("utf-8-sig").splitlines()
    assert len(lines) == 2
    assert "2020/21" in lines[1]


def test_the_list_asks_few_questions(trustee, at_most_questions):
    an_applied_import(REPORT, kind="expenses")

    with at_most_questions(10):
        assert trustee.get(reverse("ledger:expenses")).status_code == 200


@pytest.mark.parametrize("someone", [a_stranger, an_administrator, lambda: a_focal_point(a_state())])
def test_nobody_else_reads_it(client, someone):
    an_applied_import(REPORT, kind="expenses")
    client.force_login(someone(), backend=BACKEND)

    assert client.get(reverse("ledger:expenses")).status_code == 403
    assert client.get(reverse("ledger:expenses"), {"export": "csv"}).status_code == 403
