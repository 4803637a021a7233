"""A printed report whose file was changed or lost is not handed out as if whole; the audit lists it."""

from io import StringIO
from pathlib import Path

import pytest
from django.core.files.storage import default_storage
from django.core.management import CommandError, call_command

from techcoop.evaluation.queries import prints_of
from techcoop.web.links import page_of
from tests.evaluation.makers import a_printed_review
from tests.people.makers import an_evaluator

pytestmark = pytest.mark.django_db


def file_of(kept):
    return Path(default_storage.path(kept.stored_as))


def changed(kept):
    file_of(kept).write_bytes(file_of(kept).read_bytes()[:-1] + b"!")


def lost(kept):
    file_of(kept).unlink()


@pytest.mark.parametrize("fate", [changed, lost])
def test_it_is_not_handed_out_and_the_audit_lists_it(client, fate):
    review, said = a_printed_review(), StringIO()
    kept = prints_of(review)["docx"]
    client.force_login(an_evaluator())
    call_command("audit_prints", stdout=said)
    assert "2 printed reports: all as they were kept." in said.getvalue()

    fate(kept)
    answer = client.get(f"{page_of(review)}report.docx")
    with pytest.raises(CommandError, match="1 printed report is not what was kept"):
        call_command("audit_prints", stdout=said)

    assert answer.status_code == 409
    assert "was changed or lost" in answer.text
    assert f"printed report {kept.pk} must be brought back from a backup" in answer.text
    assert client.get(f"{page_of(review)}report.pdf").status_code == 200
    assert f"Printed report {kept.pk} ({kept})" in said.getvalue()
