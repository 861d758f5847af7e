"""Files are written whole or not at all, and never over somebody else's change."""

import contextlib
import os
import resource
import shutil
import subprocess

import pytest
from conftest import ROOT

from pipeline.commands.build import build
from pipeline.commands.files import now, put, read, read_if_there, shown, write
from pipeline.commands.update import update
from pipeline.errors import InputError

from .support import GUIDE


def test_a_new_file_is_written_with_its_folders(tmp_path):
    path = tmp_path / "a" / "b" / "c.po"
    assert write(path, b"content", tmp_path, None)
    assert path.read_bytes() == b"content"


def test_nothing_is_written_when_nothing_changed(tmp_path):
    path = tmp_path / "c.po"
    path.write_bytes(b"old")
    before = path.stat().st_mtime_ns
    assert not write(path, b"old", tmp_path, b"old")
    assert path.stat().st_mtime_ns == before


@pytest.mark.parametrize(
    ("on_disk", "seen"),
    [
        pytest.param(b"theirs", b"ours", id="the file was saved by another program"),
        pytest.param(b"theirs", None, id="the file was created by another program"),
        pytest.param(None, b"ours", id="the file was deleted by another program"),
    ],
)
def test_a_change_by_another_program_is_not_overwritten(tmp_path, on_disk, seen):
    path = tmp_path / "c.po"
    if on_disk is not None:
        path.write_bytes(on_disk)
    with pytest.raises(InputError, match=r"c\.po: error: another program changed the file"):
        write(path, b"new", tmp_path, seen)
    assert (path.read_bytes() if path.exists() else None) == on_disk
    assert sorted(tmp_path.iterdir()) == ([path] if on_disk is not None else []), "a temporary file was left behind"


def test_a_file_in_the_place_of_a_folder_is_told(tmp_path):
    (tmp_path / "output").write_text("not a folder")
    with pytest.raises(InputError, match=r"^output/en/x\.html: error: cannot be written \(.+\); check the folder"):
        put(tmp_path / "output" / "en" / "x.html", b"page", tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["output"]


def test_a_folder_in_the_place_of_a_file_is_told(tmp_path):
    (tmp_path / "c.po").mkdir()
    with pytest.raises(InputError, match=r"^c\.po: error: cannot be read"):
        put(tmp_path / "c.po", b"x", tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["c.po"]


def test_a_name_that_is_too_long_for_the_file_system_is_told(tmp_path):
    with pytest.raises(InputError, match="error: cannot be"):
        put(tmp_path / f"{'x' * 300}.html", b"x", tmp_path)


def test_permissions_stay(tmp_path):
    path = tmp_path / "c.po"
    path.write_bytes(b"old")
    path.chmod(0o640)
    write(path, b"new", tmp_path, b"old")
    assert path.stat().st_mode & 0o777 == 0o640


def test_a_new_file_gets_the_permissions_that_the_umask_allows(tmp_path):
    old = os.umask(0o027)
    try:
        put(tmp_path / "x", b"x", tmp_path)
    finally:
        os.umask(old)
    assert (tmp_path / "x").stat().st_mode & 0o777 == 0o640


def test_a_missing_file_is_told_or_none(tmp_path):
    assert read_if_there(tmp_path / "x", tmp_path) is None
    with pytest.raises(InputError, match=r"^x: error: (there is no such file|cannot be read)"):
        read(tmp_path / "x", tmp_path)


def test_a_broken_link_is_told_and_not_taken_for_a_missing_file(tmp_path):
    (tmp_path / "x").symlink_to(tmp_path / "nowhere")
    with pytest.raises(InputError, match=r"^x: error: (there is no such file|cannot be read)"):
        read_if_there(tmp_path / "x", tmp_path)


def test_paths_are_shown_relative_to_the_project_where_they_lie_in_it(tmp_path):
    assert shown(tmp_path / "a" / "b.md", tmp_path) == "a/b.md"
    assert shown(tmp_path / "a", tmp_path / "b") == (tmp_path / "a").as_posix()


def test_the_time_can_be_fixed_for_reproducible_builds(monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1750000000")
    assert now().isoformat() == "2025-06-15T15:06:40+00:00"


@pytest.mark.parametrize("value", ["", "yesterday", "-1", "²", "99999999999999999999"])
def test_a_time_that_is_none_is_never_a_traceback(monkeypatch, value):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", value)
    try:
        told = str(now().tzinfo)
    except InputError as error:
        told = str(error)
    assert "UTC" in told or "SOURCE_DATE_EPOCH" in told


# --- when the disk does not want ----------------------------------------------------------------------------------


@contextlib.contextmanager
def no_file_larger_than(size):
    """A limit of the system; a full disk says no at the same place."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@pytest.mark.parametrize("save", [put, lambda *file: write(*file, b"old")])
def test_a_file_for_which_there_is_no_room_stays_as_it_was(tmp_path, save):
    path = tmp_path / "c.po"
    path.write_bytes(b"old")
    with (
        no_file_larger_than(1000),
        pytest.raises(InputError, match=r"^c\.po: error: cannot be written \(File too large\)"),
    ):
        save(path, b"x" * 100_000, tmp_path)
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_an_update_without_room_tells_every_file_and_damages_none(translated):
    before = translated.contents()
    translated.write("source/guide.md", GUIDE.replace("every day", "each day"))
    with no_file_larger_than(1000):
        outcome = translated.run(update)
    assert {error.path for error in outcome.errors} == {
        "locales/guide.pot",
        *(f"locales/{locale}/LC_MESSAGES/guide.po" for locale in ("de", "es")),
    }
    after = translated.contents("locales")
    assert {path: before[path] for path in after} == after


def test_a_build_without_room_tells_every_page_and_damages_none(translated):
    translated.run(build)
    before = translated.contents("output")
    translated.write("source/guide.md", GUIDE.replace("every day", "each day"))
    with no_file_larger_than(500):
        outcome = translated.run(build)
    assert {"output/en/guide.html", "output/de/guide.html"} <= {error.path for error in outcome.errors}
    assert translated.contents("output") == before


def test_what_a_killed_run_left_is_swept_up_and_nothing_else(translated):
    left = [translated.write(f"{folder}/.plainspoken-{'0a' * 8}.tmp", "half") for folder in ("locales/de", "output/en")]
    others = [translated.write(f"output/{name}", "x") for name in ("plainspoken-1.tmp", ".plainspoken-x.tmp")]
    translated.run(update, check=True)
    assert all(path.is_file() for path in left), "a command that only looks writes nothing"
    translated.run(update)
    assert not any(path.exists() for path in left)
    assert all(path.is_file() for path in others)


def test_git_ignores_what_a_killed_run_leaves(tmp_path):
    shutil.copy(ROOT / ".gitignore", tmp_path)
    subprocess.run(["git", "init", "-q"], cwd=tmp_path, check=True)
    names = [".plainspoken/lock", f"locales/de/LC_MESSAGES/.plainspoken-{'0a' * 8}.tmp"]
    ignored = subprocess.run(["git", "check-ignore", *names], cwd=tmp_path, check=True, capture_output=True, text=True)
    assert ignored.stdout.split() == names
