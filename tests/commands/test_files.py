"""Files are written whole or not at all, and never over somebody else's change."""

import os

import pytest

from pipeline.commands.files import now, put, read, read_if_there, shown, write
from pipeline.errors import InputError


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
