"""A place is prepared when something has changed, and not otherwise."""

from launch import checks, environment, lock, preparing, serving
from launch.place import Place


def test_the_state_of_the_code_changes_with_a_file(tmp_path, monkeypatch):
    (tmp_path / "techcoop").mkdir()
    (tmp_path / "requirements.txt").write_text("a==1")
    page = tmp_path / "techcoop" / "page.html"
    page.write_text("one")
    monkeypatch.setattr(preparing, "ROOT", tmp_path)
    before = preparing.state_of_the_code()

    (tmp_path / "techcoop" / "page.pyc").write_text("compiled")
    assert preparing.state_of_the_code() == before

    page.write_text("two")
    assert preparing.state_of_the_code() != before


def test_a_catalogue_is_stale_until_it_is_compiled(tmp_path):
    source = tmp_path / "django.po"
    source.write_text("")
    assert preparing.is_stale(source)

    source.with_suffix(".mo").write_text("")
    assert not preparing.is_stale(source)


def test_a_place_begun_empty_stays_without_a_demonstration(tmp_path, monkeypatch):
    monkeypatch.delenv("TECHCOOP_SECRET", raising=False)
    place = Place(tmp_path)

    assert serving.wants_demonstration(place, serving.read([]))
    assert not serving.wants_demonstration(place, serving.read(["--empty"]))
    assert not serving.wants_demonstration(place, serving.read([]))


def test_whoever_gives_a_secret_gets_no_demonstration(tmp_path, monkeypatch):
    monkeypatch.setenv("TECHCOOP_SECRET", "of our own")
    place = Place(tmp_path)

    assert not serving.wants_demonstration(place, serving.read([]))
    assert "TECHCOOP_DEMONSTRATION" not in {
        name for name in place.environment("postgresql:///") if name not in serving.os.environ
    }


def test_a_second_start_hears_where_the_first_one_runs(tmp_path):
    place = Place(tmp_path)
    with (
        serving.the_only_one(place, "http://one") as first,
        serving.the_only_one(place, "http://two") as second,
    ):
        assert (first, second) == ("", "http://one")


def test_the_lock_holds_names_versions_and_hashes_only():
    for file in (environment.RUNNING, environment.DEVELOPING):
        assert "://" not in file.read_text()
        assert "--hash=sha256:" in file.read_text()
    assert "--generate-hashes" in lock.COMPILE


def test_every_fix_has_its_check():
    assert set(checks.FIXES) <= set(checks.CHECKS)
