"""Facts for which States account are taken in by those alone who have no part in assistance."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.db import DatabaseError, transaction
from django.urls import reverse

from techcoop.accountability.models import Recommendation
from techcoop.accountability.queries.checksum import checksum
from techcoop.documents.models import Source
from techcoop.intake import actions
from techcoop.intake.models import Import
from techcoop.intake.queries import kinds
from techcoop.people.models import Assignment
from techcoop.people.permissions import Permission
from techcoop.people.roles import OF_ASSISTANCE, ROLES
from tests.accountability.accounts import a_list_of, an_act, refusal_of
from tests.accountability.makers import a_recommendation, an_export, an_index
from tests.atlas.makers import a_state
from tests.intake.makers import RETRIEVED, a_previewed_import, an_applied_import, an_upload
from tests.people.makers import NOON, a_coordinator, a_liaison, a_person

pytestmark = pytest.mark.django_db
OF_PEOPLE = [role for role in ROLES if role not in ("machine", "monitoring_liaison")]
ACCEPTED = an_export({"To": "Arcadia", "Text": "Ratify.", "Response": "Accepted"})
LATER = RETRIEVED + timedelta(days=300)
HERE = {"Countries": ["- Arcadia"]}


def a_file(text: str = ACCEPTED, **about):
    return an_upload(text, kind="recommendations", name="upr.csv", **about)


@pytest.mark.parametrize("role", OF_PEOPLE)
def test_no_other_role_takes_them_in(role):
    a_state()

    with pytest.raises(PermissionDenied):
        actions.upload(a_file(), by=a_person(f"Of {role}", role=role), at=NOON)


def test_the_liaison_has_no_part_in_assistance():
    held = ROLES["monitoring_liaison"].permissions

    assert Permission.TAKE_IN_ACCOUNTABILITY in held
    assert not held & (OF_ASSISTANCE | {Permission.IMPORT_RECORDS, Permission.MANAGE_PEOPLE})


def test_nor_does_a_liaison_who_also_works_for_assistance():
    both = a_person("Bruno Both", role="monitoring_liaison")
    Assignment.objects.create(user=both, role="desk_officer", starts_on=date(2020, 1, 1), everywhere=True)

    with pytest.raises(PermissionDenied):
        actions.upload(a_file(), by=both, at=NOON)


def test_nobody_confirms_what_the_liaison_handed_in():
    a_state()
    previewed = a_previewed_import(ACCEPTED, kind="recommendations", name="upr.csv")

    for act in (actions.confirm, actions.abandon):
        with pytest.raises(PermissionDenied):
            act(previewed, by=a_coordinator(), at=NOON)


def test_a_coordinator_is_offered_other_kinds_and_sees_why_not(client):
    a_state()
    previewed = a_previewed_import(ACCEPTED, kind="recommendations", name="upr.csv")
    client.force_login(a_coordinator())

    offered = client.get(reverse("intake:upload")).context["kinds"]
    page = client.get(reverse("intake:import", args=[previewed.pk])).text

    assert offered
    assert not any(kind.is_of_the_account for kind in offered)
    assert "Your role does not take in records of this kind." in page


def test_the_liaison_is_offered_facts_only_and_names_title_and_publisher(client):
    a_state()
    client.force_login(a_liaison())
    kind_keys = {kind.key for kind in client.get(reverse("intake:upload")).context["kinds"]}
    typed = {
        "kind": "recommendations",
        "file": SimpleUploadedFile("upr.csv", ACCEPTED.encode()),
        "retrieved_on": "2026-01-05",
        "language": "en",
        "submission": "0b8f6a3e-6a83-4a5b-8d1f-3f2c8a4d9f10",
    }

    answer = client.post(reverse("intake:upload"), typed)

    assert kind_keys == {key for key, kind in kinds().items() if kind.is_of_the_account}
    assert {"title", "publisher"} <= set(answer.context["form"].errors)
    assert not Import.objects.exists()


@pytest.mark.parametrize("missing", ["title", "publisher"])
def test_a_file_without_title_or_publisher_is_refused(missing):
    with pytest.raises(ValidationError) as refused:
        actions.upload(replace(a_file(), **{missing: " "}), by=a_liaison(), at=NOON)
    assert list(refused.value.message_dict) == [missing]


def test_the_source_says_who_published_it():
    a_recommendation(a_state())

    assert Source.objects.get().publisher == "United Nations"


def test_an_older_file_is_refused_row_by_row_until_somebody_says_that_it_may():
    a_state()
    about = {"kind": "recommendations", "name": "export.json"}
    an_applied_import(an_index({"Text": "As it is worded now.", **HERE}), on=LATER, **about)
    older = an_index({"Text": "As it was worded.", **HERE})

    previewed = a_previewed_import(older, **about)
    line = previewed.lines.get(verdict="refuse")
    confirmed = actions.confirm(previewed, by=a_liaison(), at=NOON, order_work=False)
    applied = actions.apply(confirmed, by=a_liaison(), at=NOON)

    assert f"retrieved on {LATER}, after this file" in line.told()
    assert "As it was worded." in str(line.after)
    assert applied.brought_nothing
    assert Recommendation.objects.get().text == "As it is worded now."
    allowed = replace(an_upload(older, **about), options={"older": "yes"})
    again = actions.preview(actions.upload(allowed, by=a_liaison(), at=NOON), by=a_liaison(), at=NOON)
    assert again.to_change == 1


def test_an_older_list_of_our_own_shape_is_refused_too():
    a_state()
    kind = {"kind": "treaty-acts", "name": "acts.csv"}
    an_applied_import(a_list_of(an_act("signature", "1985-02-03")), on=LATER, **kind)

    assert "after this file" in refusal_of("treaty-acts", an_act("signature", "1985-02-04"))


def test_the_command_line_takes_them_in_as_the_operator(tmp_path, settings, capsys):
    settings.DATA = tmp_path
    a_state()
    path = tmp_path / "upr.csv"
    path.write_text(ACCEPTED)

    call_command("import_records", "recommendations", path, "--yes", "--publisher", "UPR Info")
    call_command("import_records", "recommendations", path, "--yes", "--publisher", "UPR Info")

    told = capsys.readouterr().out
    assert "Applied: 1 new" in told
    assert "Nothing was written: 0 new" in told
    assert Source.objects.get().publisher == "UPR Info"


def test_a_source_stays_as_it_was_named_and_is_part_of_the_checksum():
    a_recommendation(a_state())
    before = checksum()

    everything = Source.objects.all()
    for change in (lambda: everything.update(title="Another"), lambda: everything._raw_delete("default")):
        with pytest.raises(DatabaseError, match="stays as it was named"), transaction.atomic():
            change()
    assert checksum() == before
    Source.objects.create(title="Rates", retrieved_on=RETRIEVED)
    assert checksum() == before


def test_the_same_file_retrieved_again_is_another_source():
    a_recommendation(a_state())
    again = {"kind": "recommendations", "name": "upr.csv", "on": LATER}

    an_applied_import(an_export({"To": "Arcadia", "Text": "Ratify the Convention."}), **again)

    assert [one.retrieved_on for one in Source.objects.order_by("retrieved_on")] == [RETRIEVED, LATER]


@pytest.mark.parametrize("mandate", ["Working Group on Arbitrary Detention", "WG Arbitrary detention"])
def test_a_mechanism_is_known_by_the_name_that_pages_print(mandate):
    a_state()
    row = {"State": "Arcadia", "Mandate": mandate, "Status": "requested", "Requested": "2024-05-01"}

    assert an_applied_import(a_list_of(row), kind="visits", name="visits.csv").to_create == 1
