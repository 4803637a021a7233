"""What identifies a person at risk is opened only by a key of the programme, in the place it was sealed."""

import base64

import pytest
from django.core.exceptions import FieldError, ImproperlyConfigured
from django.db import connection, models

from techcoop.protection import keys
from techcoop.protection.fields import EncryptedTextField, require_keys, reseal

OLD = "old:" + base64.b64encode(b"o" * 32).decode()
NEW = "new:" + base64.b64encode(b"n" * 32).decode()
NAME = "A defender, 人权卫士, مدافعة"


class Witness(models.Model):
    name = EncryptedTextField(null=True)
    alias = EncryptedTextField(default="")

    class Meta:
        app_label = "protection_tests"

    def __str__(self):
        return "a witness"


@pytest.fixture
def table(db, settings):
    settings.PROTECTION_KEYS = [OLD]
    with connection.schema_editor() as editor:
        editor.create_model(Witness)


def what_the_database_holds(column="name"):
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {column} FROM protection_tests_witness ORDER BY id")
        return [row[0] for row in cursor.fetchall()]


def test_the_database_holds_no_readable_name(table):
    Witness.objects.create(name=NAME)

    assert Witness.objects.get().name == NAME
    assert what_the_database_holds()[0].startswith("old:")
    assert "defender" not in what_the_database_holds()[0]


def test_the_same_name_is_sealed_differently_each_time(table):
    Witness.objects.create(name=NAME)
    Witness.objects.create(name=NAME)

    assert len(set(what_the_database_holds())) == 2


def test_nothing_is_kept_for_nothing(table):
    Witness.objects.create(name=None)

    assert Witness.objects.filter(name__isnull=True).get().name is None


def test_an_update_in_place_is_sealed_too(table):
    Witness.objects.create(name="before")

    Witness.objects.update(name=NAME)

    assert Witness.objects.get().name == NAME
    assert what_the_database_holds()[0].startswith("old:")


def test_a_sealed_text_is_not_printed_by_accident(table):
    Witness.objects.create(name=NAME)

    assert repr(Witness.objects.get().name) == "<protected>"
    assert NAME not in repr(Witness.objects.values("name").get())


@pytest.mark.parametrize("asked", ["name", "name__icontains", "name__in", "name__lower"])
def test_a_sealed_text_cannot_be_searched(table, asked):
    with pytest.raises(FieldError, match="sealed"):
        Witness.objects.filter(**{asked: "A"}).first()


def test_rotation_rewrites_with_the_newest_key_and_then_the_old_key_may_go(table, settings):
    Witness.objects.create(name=NAME, alias="B.")
    settings.PROTECTION_KEYS = [NEW, OLD]
    assert Witness.objects.get().name == NAME

    assert reseal(Witness) == 2
    assert reseal(Witness) == 0

    settings.PROTECTION_KEYS = [NEW]
    assert (Witness.objects.get().name, Witness.objects.get().alias) == (NAME, "B.")


def test_a_missing_key_is_named(table, settings):
    Witness.objects.create(name=NAME)
    settings.PROTECTION_KEYS = [NEW]

    with pytest.raises(keys.CannotOpen, match="“old”.*protection_tests_witness.name.*not in"):
        Witness.objects.get()


def test_a_wrong_key_of_the_same_name_is_refused(table, settings):
    Witness.objects.create(name=NAME)
    settings.PROTECTION_KEYS = [NEW.replace("new:", "old:")]

    with pytest.raises(keys.CannotOpen, match="not sealed there"):
        Witness.objects.get()


def test_a_sealed_text_moved_to_another_column_does_not_open(table):
    Witness.objects.create(name=NAME, alias="B.")
    with connection.cursor() as cursor:
        cursor.execute("UPDATE protection_tests_witness SET alias = name")

    with pytest.raises(keys.CannotOpen, match="alias"):
        Witness.objects.get()


@pytest.mark.parametrize("damaged", ["", "plain text", "old:", "old:!!", "old:" + "A" * 40])
def test_what_was_never_sealed_is_refused(settings, damaged):
    settings.PROTECTION_KEYS = [OLD]

    with pytest.raises(keys.CannotOpen):
        keys.unseal(damaged, place="a.b")


@pytest.mark.parametrize("lines", [[], ["short:AAAA"], ["no colon"], [OLD, OLD], [":" + OLD[4:]]])
def test_keys_that_are_no_keys_stop_the_programme(settings, lines):
    settings.PROTECTION_KEYS = lines

    with pytest.raises(ImproperlyConfigured):
        keys.seal("text", place="a.b")


def test_keys_that_open_everything_are_enough(table, settings):
    Witness.objects.create(name=NAME)
    settings.PROTECTION_KEYS = [NEW, OLD]

    require_keys([Witness])


@pytest.mark.parametrize("keyring", [[NEW], [OLD.replace("b2", "c2", 1)]], ids=["missing", "another"])
def test_a_key_that_does_not_open_what_it_sealed_is_told_at_the_start(table, settings, keyring):
    Witness.objects.create(name=NAME)
    settings.PROTECTION_KEYS = keyring

    with pytest.raises(keys.CannotOpen, match="protection_tests_witness.name"):
        require_keys([Witness])
