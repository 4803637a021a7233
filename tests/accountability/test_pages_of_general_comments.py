"""Whoever may see the facts of accountability finds general comments by their words."""

import pytest
from django.urls import reverse

from techcoop.accountability.models import GeneralComment
from tests.accountability.comments import LONG, a_paragraph, texts, the_lighthouses
from tests.people.makers import a_finance_officer, a_stranger, a_trustee

pytestmark = pytest.mark.django_db
BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


@pytest.fixture
def trustee(client):
    the_lighthouses()
    client.force_login(a_trustee(), backend=BACKEND)
    return client


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"q": "keeper resting"}, 1),
        ({"q": '"keeper watches"', "body": "CEDAW"}, 1),
        ({"q": "keeper -rests"}, 0),
        ({"group": "Migrants"}, 1),
        ({"body": "CAT"}, 0),
        ({}, 3),
    ],
)
def test_paragraphs_are_found_by_their_words(trustee, asked, found):
    assert trustee.get(reverse("accountability:paragraphs"), asked).context["page"].total == found


@pytest.mark.parametrize(
    ("asked", "found"), [({"q": "keeper"}, 1), ({"q": "lighthouses"}, 1), ({"q": "sun"}, 0)]
)
def test_a_comment_is_found_by_its_title_and_its_paragraphs(trustee, asked, found):
    assert trustee.get(reverse("accountability:general_comments"), asked).context["page"].total == found


def test_a_comment_is_read_paragraph_by_paragraph(trustee, django_assert_max_num_queries):
    comment = GeneralComment.objects.get()
    texts(a_paragraph("1.", LONG), name="Annotated_CEDAW_GR98_harbours.json")

    with django_assert_max_num_queries(15):
        page = trustee.get(reverse("accountability:general_comment", args=[comment.pk])).content.decode()

    assert 'id="p2"' in page
    assert "A keeper watches &amp; rests." in page
    assert "General recommendation No. 98" in page


@pytest.mark.parametrize("name", ["general_comments", "paragraphs"])
def test_the_lists_ask_few_questions(trustee, name, at_most_questions):
    with at_most_questions(10):
        assert trustee.get(reverse(f"accountability:{name}")).status_code == 200


@pytest.mark.parametrize("someone", [a_stranger, a_finance_officer])
def test_nobody_else_reads_them(client, someone):
    the_lighthouses()
    client.force_login(someone(), backend=BACKEND)

    assert client.get(reverse("accountability:general_comments")).status_code == 403
    assert client.get(reverse("accountability:paragraphs"), {"export": "csv"}).status_code == 403
    own = reverse("accountability:general_comment", args=[GeneralComment.objects.get().pk])
    assert client.get(own).status_code == 404
